"""What is read in passing: one line a finding, the log of a pipeline, a comment beside a change."""
