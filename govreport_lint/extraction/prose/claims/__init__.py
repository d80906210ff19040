"""What the sentences say of the tables: patterns of the rulebook found in them, and whose number each is."""
