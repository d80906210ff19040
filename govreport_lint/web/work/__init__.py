"""What is done to a file, each in a process of its own: bytes in, bytes out."""
