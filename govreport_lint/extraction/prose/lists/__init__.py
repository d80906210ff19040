"""What the prose counts in lists: totals with their parts, percentages, growth."""
