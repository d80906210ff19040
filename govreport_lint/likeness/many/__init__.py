"""Copies among any number of reports: digests of their texts, and what those have in common."""
