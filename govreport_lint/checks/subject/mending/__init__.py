"""What checks propose to put into form: changes of a passage, and the passage behind a printed label."""
