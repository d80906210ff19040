"""Family T 表格: rows, headers and cells of the three tables."""
