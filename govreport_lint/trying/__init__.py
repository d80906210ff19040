"""The examples of rules placed in the standard report and judged: a rule finds what it is to find, and only that."""
