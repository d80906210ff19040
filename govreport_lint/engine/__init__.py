"""Running the rules on a report: findings with their lines, their sentence and their fingerprint."""
