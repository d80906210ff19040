"""govreport-lint.toml: found, read, extended, held against the rules; what is in force and where each value is from."""
