"""The rulebook that the project ships, read once a process, whichever thread asks first."""

from __future__ import annotations

import threading

from .checks import kinds
from .rollup.vocabulary_words import load_words
from .rulebook.rulebook import Rulebook, load_rulebook

_lock = threading.Lock()
_loaded: list[Rulebook] = []


def shipped_rulebook() -> Rulebook:
    """The rulebook; raises ``RuleError`` where a file of it was damaged."""
    with _lock:
        if not _loaded:
            # A record is made for the first time here: not while another thread imports what makes others.
            load_words()
            _loaded.append(load_rulebook(kinds()))
        return _loaded[0]
