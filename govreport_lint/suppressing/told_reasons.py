"""A reason as it is told with every finding that it settles: on one line, without personal numbers, not endless."""

from __future__ import annotations

from ..personal_numbers import masked

_LONGEST = 500


def told_reason(words: str) -> str:
    """The reason that somebody has written."""
    reason = masked(" ".join(words.split()))
    return reason if len(reason) <= _LONGEST else reason[:_LONGEST] + "……"
