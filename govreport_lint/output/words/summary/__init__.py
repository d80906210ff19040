"""What is said of a report, or of all, as a whole: whose it is, how much was found, how much was checked."""
