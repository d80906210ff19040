"""Blank reports in the official form."""
