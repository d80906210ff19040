"""Which cells of a table are wrong: its equations as a linear system, and the smallest corrections of it."""
