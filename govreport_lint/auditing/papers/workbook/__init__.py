"""The workbook of the audit (audit.xlsx): written for people to work in, and read back for what they decided."""
