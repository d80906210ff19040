"""The zip package of a Word file: opened with care, parsed safely, written again."""
