"""Family N 文表一致: what the prose counts against the tables and against itself."""
