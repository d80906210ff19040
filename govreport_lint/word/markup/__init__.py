"""The markup of a Word document walked over once, every piece with its bytes."""
