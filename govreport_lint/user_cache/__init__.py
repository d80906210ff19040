"""What is kept in the user's cache folder since making it anew takes longer than reading it; safe to delete."""
