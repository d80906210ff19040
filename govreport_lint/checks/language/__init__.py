"""Family L 表述: punctuation, brackets, doubled words, word lists, personal data."""
