"""A cell of a table with its mark; what the mark means is said in words too, for who does not see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ...language import Text
from .markup import Child, Markup, el

MARKS: Mapping[str, Text] = {"wrong": Text("有问题", "wrong"), "held": Text("对照", "compared with")}
_BETTER = Text("应为", "should be")


def cell(
    text: str,
    mark: str,
    language: str,
    suggested: str | None = None,
    beside: Child = None,
    key: str | None = None,
    names: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    """The cell. ``mark`` is a key of ``MARKS`` or empty, ``key`` its anchor, ``beside`` stands behind its text,
    ``names`` are what it says to a script."""
    words = MARKS.get(mark)
    bracketed = f"（{words.zh}）" if words and language == "zh" else f" ({words.en})" if words else ""
    said = el("span", bracketed, class_="unseen") if words else None
    better = el("span", _BETTER.in_language(language), class_="unseen")
    advice = el("ins", better, suggested) if suggested else None
    shown: Child = el("b", text) if words else text
    return el("td", shown, said, advice, beside, class_=mark if words else None, id=key, **names)


def legend(used: Iterable[str], language: str) -> Markup:
    """What the marks mean that are ``used``."""
    known = set(used)
    marks = (
        el("span", words.in_language(language), class_=f"mark {mark}") for mark, words in MARKS.items() if mark in known
    )
    return el("span", *marks, class_="marks")
