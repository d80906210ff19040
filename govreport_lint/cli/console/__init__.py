"""The console: encodings, progress, exit statuses, usage errors."""
