"""The program of one file as it is started: by a double click, in a terminal, as its own child."""
