"""The county's sums: every cell of its report against its units, what explains a difference, the 汇总表 beside both."""
