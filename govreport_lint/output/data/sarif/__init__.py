"""SARIF 2.1.0 (OASIS): what code scanning and editors take in of any linter."""
