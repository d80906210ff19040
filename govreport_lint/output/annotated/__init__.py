"""Reports handed back with their findings in them: Word comments, PDF notes, marked pages."""
