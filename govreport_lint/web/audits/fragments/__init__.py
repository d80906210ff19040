"""What the page shows of an audit that is done, as markup: its numbers, its matrix."""
