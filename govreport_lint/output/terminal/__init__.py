"""Results on a terminal: findings with the piece of the table, summaries, rules, what was extracted."""
