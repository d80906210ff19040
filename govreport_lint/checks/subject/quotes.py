"""Words of the prose as a message quotes them: in their sentence, marked, or in their clause."""

from __future__ import annotations

import re

from ...told import Words

_MARK = re.compile(r"[，,。；;：:、（）()]")
_REACH = 60
_WORD = re.compile(r"[0-9A-Za-z.%]")
_EDGES = " 　，。；：、,;:)）"


def excerpt(words: Words, longest: int = 80) -> str:
    """The sentence on one line, cut to what stands around the words, which are marked 【】."""
    text, at, end = words.sentence, words.start, words.end
    start = max(0, at - longest // 2) if len(text) > longest else 0
    stop = max(end, start + longest) if len(text) > longest else len(text)
    marked = f"【{text[at:end]}】" if end - at < len(text) else text
    cut = " ".join((text[start:at] + marked + text[end:stop]).split())
    return ("…" if start else "") + cut + ("…" if stop < len(text) else "")


def around(text: str, start: int, end: int, reach: int) -> str:
    """The words around a part of a text on one line: no number or word is cut, no mark stands at the edges."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    while 0 < first < start and _WORD.match(text[first - 1]) and _WORD.match(text[first]):
        first += 1
    while end < last < len(text) and _WORD.match(text[last - 1]) and _WORD.match(text[last]):
        last -= 1
    before, after = text[first:start].lstrip(_EDGES), text[end:last].rstrip(_EDGES)
    return " ".join((before + text[start:end] + after).split())


def clause(words: Words) -> str:
    """The clause that holds the words, on one line."""
    text, at, end = words.sentence, words.start, words.end
    first = max(0, at - _REACH)
    start = max((mark.end() for mark in _MARK.finditer(text, first, at)), default=first)
    stop = _MARK.search(text, end, end + _REACH)
    return " ".join(text[start : stop.start() if stop else end + _REACH].split())
