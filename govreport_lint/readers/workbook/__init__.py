"""Workbooks that hold the tables of one report into a document."""
