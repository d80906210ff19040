"""Lines on a screen: their styles and breaks, and the piece of a table drawn in a few of them."""
