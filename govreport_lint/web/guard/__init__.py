"""What stands before every request: who may ask, how much, for how long, and what may never leave."""
