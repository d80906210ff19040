"""Which files there are: in folders, in archives and given by name; what is passed over is counted."""
