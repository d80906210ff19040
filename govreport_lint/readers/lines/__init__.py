"""Plain text into a document: lines, cells a line, wrapped prose."""
