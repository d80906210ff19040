"""Bytes in, ``Document`` out: one file per format."""
