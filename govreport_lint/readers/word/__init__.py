"""Word files into a document."""
