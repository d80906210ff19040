"""The pages that a browser is given, with their looks and their script."""
