"""A county's audit as a job of the server: its files, its process, how far it is, what it comes to."""
