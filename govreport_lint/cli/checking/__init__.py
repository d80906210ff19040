"""The check itself: what ``govreport-lint PATH…`` does."""
