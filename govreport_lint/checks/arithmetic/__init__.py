"""Family A 勾稽: equations of the tables, and how a failed one is told."""
