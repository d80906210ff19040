"""From sentences to claims, breakdowns and shares."""
