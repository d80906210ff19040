"""The text of a report that counts when it is compared: which parts, what in them is masked, and its clauses."""
