"""One report as it is shown: the text and the tables with their marks, and what is found in them."""
