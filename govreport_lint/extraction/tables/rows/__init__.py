"""Printed rows to the rows of the form: labels, cuts, and the figures behind each."""
