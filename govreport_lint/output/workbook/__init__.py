"""Results as a workbook, and how things stand on the sheets of any workbook that the program writes."""
