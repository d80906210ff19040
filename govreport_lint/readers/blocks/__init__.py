"""The ground of all readers: passages that know their places, grids, the flow of blocks."""
