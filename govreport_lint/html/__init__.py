"""HTML itself: a page cut into tokens, and its tag soup put together to a tree as a browser does it."""
