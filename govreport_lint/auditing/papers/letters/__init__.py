"""Papers in words: the 审核意见 to each unit, and how the reports were published (公布情况)."""
