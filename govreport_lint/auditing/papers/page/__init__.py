"""The audit as one page that needs nothing but a browser: overview, matrix, findings, sums, copied passages, print."""
