"""Family Z 零值一致: what is told to be none against the figures."""
