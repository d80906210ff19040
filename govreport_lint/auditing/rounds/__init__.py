"""Rounds of an audit: numbers that last, what was mended since, what people have decided (state.json)."""
