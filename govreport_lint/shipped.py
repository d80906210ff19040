"""The rulebook that the project ships, read once a process, whichever thread asks first."""

from __future__ import annotations

import threading

from .checks import kinds
from .rulebook.rulebook import Rulebook, load_rulebook

_lock = threading.Lock()
_loaded: list[Rulebook] = []


def shipped_rulebook() -> Rulebook:
    """The rulebook; raises ``RuleError`` where a file of it was damaged."""
    with _lock:
        if not _loaded:
            _loaded.append(load_rulebook(kinds()))
        return _loaded[0]
