"""Older office files: which there are, and LibreOffice, which makes modern ones of them."""
