"""A 汇总表: one workbook with the figures of many units."""
