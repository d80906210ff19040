"""Doing one thing to thousands of files: in this process, in several, or on a Dask cluster, with the same answers.

A task and its answer are bytes, the work is a function that can be imported: nothing is pickled, no memory is shared.
Whatever a task does to the process that works on it ends in a ``Problem`` for that file.
"""
