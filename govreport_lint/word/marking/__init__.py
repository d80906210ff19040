"""Remarks written into the bytes of a Word document."""
