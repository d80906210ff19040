"""The generated pages of the documentation: each module writes those of one source."""
