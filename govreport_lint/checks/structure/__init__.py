"""Family S 章节与格式: sections, tables in their places, the right form, what was left from the template."""
