"""The county's list of units: read, proposed, and held against what the reports call themselves."""
