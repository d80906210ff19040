"""Packs, forms, claim patterns and the language of their expressions."""
