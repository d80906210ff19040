"""Markdown, with web tables in it, into a document."""
