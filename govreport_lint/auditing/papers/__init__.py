"""What an audit is handed on as: the terminal, the workbook, the letters, the page, the data."""
