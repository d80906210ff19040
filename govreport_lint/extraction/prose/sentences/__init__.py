"""A paragraph cut into sentences and made plain: numbers, counts and years stand as marks in them."""
