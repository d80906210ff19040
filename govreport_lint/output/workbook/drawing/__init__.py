"""How things stand on a sheet: safe texts, styles, tables with a header that is repeated in print."""
