"""The comments in a report: what they ask for, where they count, what they settle."""
