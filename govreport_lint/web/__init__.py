"""The page on one's own machine: a server that keeps nothing, and what it shows."""
