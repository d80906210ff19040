"""Mending files from the command line: what ``--fix`` writes and what ``--diff`` shows."""
