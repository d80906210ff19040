"""What a comment in a report asks for: which rules it settles, for what reason, where it counts; and what is wrong
with what asks to settle findings."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from .language import Text


class Action(StrEnum):
    """What a comment does: findings are not reported on its own ``LINE``, on the ``NEXT_LINE`` with words, in the
    whole ``FILE``, from it on (``DISABLE``) up to an ``ENABLE``. ``UNKNOWN``: nobody can tell;
    ``UNCLOSED``: the comment has no end."""

    DISABLE = "disable"
    ENABLE = "enable"
    LINE = "disable-line"
    NEXT_LINE = "disable-next-line"
    FILE = "disable-file"
    UNKNOWN = ""
    UNCLOSED = "unclosed"

    @property
    def settles(self) -> bool:
        """Whether it is a way to settle findings."""
        return self not in (Action.ENABLE, Action.UNKNOWN, Action.UNCLOSED)


class Directive(Struct, frozen=True):
    """One comment. ``words`` are the rules as they are written in it, of one that is not understood its first word.

    ``line`` is where the comment begins (from 1), ``counts_on`` the line whose findings it settles (None: it is about
    no single line, or there is none), ``start`` the offset from which it counts.
    """

    action: Action
    words: tuple[str, ...]
    reason: str
    line: int
    start: int
    counts_on: int | None = None


class FaultKind(StrEnum):
    """``UNUSED`` settles nothing, ``EXPIRED`` was to count up to a day that is past, ``FAULTY`` cannot count as it is
    written, ``REFUSED`` is not to count by the settings."""

    UNUSED = "unused"
    EXPIRED = "expired"
    FAULTY = "faulty"
    REFUSED = "refused"


class Fault(Struct, frozen=True):
    """What is wrong with a comment or an entry of the list that is to settle findings; ``reason`` says where it
    stands."""

    kind: FaultKind
    reason: Text
