"""What a person writes in the place of what is printed: the file with it, and what is found in it then."""
