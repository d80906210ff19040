"""The rulebook that the project ships, alone or with packs of one's own, read once a process, whichever thread asks."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .checks import kinds
from .rollup.vocabulary_words import load_words
from .rulebook.kinds import Kind
from .rulebook.rulebook import Rulebook, load_rulebook

if TYPE_CHECKING:
    from .rulebook.own.pack_files import PackFile

_MOST = 8
"""So many rulebooks are kept: a process that lives long may be asked for many packs."""

_lock = threading.Lock()
_loaded: dict[tuple[PackFile, ...], Rulebook] = {}


def _kinds() -> Mapping[str, Kind]:
    """The shipped kinds, and those of plugins, which only packs of one's own can name."""
    from .plugins import Kinds

    return Kinds(kinds())


def shipped_rulebook() -> Rulebook:
    """The rulebook; raises ``RuleError`` where a file of it was damaged."""
    return rulebook_of(())


def rulebook_with(packs: Sequence[str | Path]) -> Rulebook:
    """The rulebook with the packs at these paths besides, as they are now; raises ``RuleError``."""
    if not packs:
        return rulebook_of(())
    from .rulebook.own.pack_files import pack_files

    return rulebook_of(pack_files(packs))


def rulebook_of(packs: tuple[PackFile, ...]) -> Rulebook:
    """The rulebook with packs whose files were read before; raises ``RuleError``."""
    with _lock:
        if packs not in _loaded:
            # A record is made for the first time here: not while another thread imports what makes others.
            load_words()
            while len(_loaded) > _MOST:
                _loaded.pop(next(key for key in _loaded if key))
            _loaded[packs] = load_rulebook(_kinds() if packs else kinds(), packs)
        return _loaded[packs]
