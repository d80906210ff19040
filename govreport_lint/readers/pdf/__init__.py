"""PDF pages into a document: words, ruled grids, paragraphs."""
