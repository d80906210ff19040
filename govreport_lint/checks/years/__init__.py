"""年度衔接 (H): this year's report against last year's of the same organ."""
