"""The list outside the reports: entries by file and fingerprint or place, validated and applied."""
