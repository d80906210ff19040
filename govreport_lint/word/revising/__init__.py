"""Tracked changes written into the bytes of a Word document."""
