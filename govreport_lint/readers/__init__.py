"""Bytes in, ``Document`` out: a room per format, blocks and lines for all of them."""
