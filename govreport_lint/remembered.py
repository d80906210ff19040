"""Answers about short texts, kept for the reports to come: so many and no more, whatever is read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, update_wrapper
from typing import TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])

_MOST = 1024
# A label, a figure or a title is shorter; a longer text is hardly met twice.
_LONGEST = 120


def remembered(function: F) -> F:
    """The function with its last answers about short texts at hand."""
    kept = lru_cache(maxsize=_MOST)(function)

    def answer(text: str, /, *rest: Hashable) -> object:
        return (kept if len(text) <= _LONGEST else function)(text, *rest)

    update_wrapper(answer, function)
    return cast(F, answer)
