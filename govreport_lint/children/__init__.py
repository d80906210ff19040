"""Child processes of the program: how one is started, how it is asked and answers."""
