"""Results as data: the JSON contract, CSV, what was extracted."""
