"""The parts of the page from its head to its foot, and what is printed."""
