"""Each report with what lies beside it: last year's, the other units', the 汇总表; what comes of it as items."""
