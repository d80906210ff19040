"""Word files: opening their package safely and walking over the text of a document, each piece with its bytes.

Reading a report and writing remarks into it walk over the same records, so a place means the same to both.
"""
