"""TAB in the shells: the scripts that are given out, and what they are answered."""
