"""Web pages and saved pages (.html, .mht) into a document."""
