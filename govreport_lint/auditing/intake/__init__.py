"""Files to entries: what was handed in is found, opened once, read, and kept; nothing that a file holds stops the rest.

A candidate is a place where a file lies (``candidates``), in a folder or in an archive; its bytes are hashed, and what
is known of them (``store``) is not read again. What is new is examined by the pool (``examining``). Every entry then
comes out of the store, so that a cached run and a fresh one say the same.
"""
