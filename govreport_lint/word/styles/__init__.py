"""Styles and automatic numbers of Word paragraphs."""
