"""Sections, title and organ, signature and dates."""
