"""Where the files of a rulebook lie, what they say, and what is kept of it in the user's cache."""
