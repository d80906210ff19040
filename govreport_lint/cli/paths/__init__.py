"""Files in and out: which files are meant, going through them, where the output goes."""
