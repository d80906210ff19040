"""Workbooks as files: opened safely, their sheets as printed cells."""
