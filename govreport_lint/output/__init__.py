"""What people and machines are given: results on a terminal or as data, files with remarks, and the words for both."""
