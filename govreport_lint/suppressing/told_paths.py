"""How a path is told from a folder, on every system the same."""

from __future__ import annotations

import os
import unicodedata


def told_from(base: str, path: str) -> str:
    """A path as it is told from a folder, with ``/`` between its parts and its letters composed, as people compare
    names; one that lies elsewhere as it is."""
    try:
        told = os.path.relpath(path, base or os.curdir)
    except ValueError:  # Another drive.
        told = path
    return unicodedata.normalize("NFC", told.replace(os.sep, "/"))


def near(path: str) -> str:
    """A path as it is told from the working folder where it lies in it, else as it is."""
    try:
        told = os.path.relpath(path)
    except ValueError:  # Another drive.
        return path
    return path if told.startswith(os.pardir) else told
