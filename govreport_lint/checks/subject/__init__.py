"""What every check is given and what it answers: the report seen through its form, and outcomes."""
