"""Packs of one's own: read with those that they extend, held against what is shipped, and put together with it."""
