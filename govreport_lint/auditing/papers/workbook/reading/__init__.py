"""Reading a workbook back that people have worked in: rows by the names of their columns."""
