"""Putting reports into form: the fixes of findings applied to text and Word files, until nothing changes."""
