"""What somebody has settled, by comments in a report, a list beside it or a baseline: told, and not counted."""
