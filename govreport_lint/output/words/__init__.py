"""Words that every output shares: places, positions, line breaking."""
