"""PDF files: what stands on their pages, read in a process of its own, and notes written onto them.

Reading a report and writing remarks into it use the same places, so a box means the same to both.
"""
