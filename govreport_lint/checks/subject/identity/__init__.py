"""Whose report it is and of which year, and whether another one is that organ's report for the year before."""
