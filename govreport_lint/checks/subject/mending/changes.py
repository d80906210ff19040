"""What a check proposes to put into form: characters of a passage and what is to stand in their place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ....document import Passage
from ....language import Text


class Change(Struct, frozen=True):
    """The characters ``start`` to ``end`` (exclusive) of a passage, and the ``text`` that is to take their place."""

    passage: Passage
    start: int
    end: int
    text: str

    @property
    def printed(self) -> str:
        """What stands there; empty where something is put in."""
        return self.passage.text[self.start : self.end]


class Mending(Struct, frozen=True):
    """Changes of form, told as ``title``.

    ``apart``: each is right without the others; else they are made together or not at all. ``numbering``: they are
    numbers of headings, the only ones that may be changed.
    """

    title: Text
    changes: tuple[Change, ...]
    apart: bool = False
    numbering: bool = False


def rewritten(passage: Passage, start: int, end: int, wanted: str) -> tuple[Change, ...]:
    """What makes ``wanted`` of the characters ``start`` to ``end``: as little as can be, so that markup stays."""
    return tuple(_differences(passage, start, passage.text[start:end], wanted))


def _differences(passage: Passage, at: int, printed: str, wanted: str) -> Iterator[Change]:
    from difflib import SequenceMatcher

    for kind, first, last, begin, stop in SequenceMatcher(None, printed, wanted, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(passage, at + first, at + last, wanted[begin:stop])
