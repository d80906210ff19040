"""汇总 (R): a report against those of other units, the county's sums and the 汇总表; what was handed in at all."""
