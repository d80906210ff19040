"""What every unit or every report has of its own is masked before texts are compared.

A mark is one character that stands for a number, a date, a name or an official phrase: it takes part in equal runs,
but is no letter. The masked text is as long as the printed one, so that every place in it is one there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from .phrases import Phrases

NUMBER, DATE, NAME, PHRASE = "\x01", "\x02", "\x03", "\x04"
MARKS = NUMBER + DATE + NAME + PHRASE

GONE = "\x00"
"""Stands where a mark has taken the place of a longer text."""

_CONTROLS = dict.fromkeys(range(32), " ") | {0x0A: "\n"}
_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?|[。；;\n]")


def masked(text: str, forms: Iterable[str], phrases: Phrases) -> str:
    """A text with what does not count masked; ``forms``: names in every form, the longest first."""
    patterns = _patterns(phrases)
    text = text.translate(_CONTROLS)
    text = "".join(_hidden(one, PHRASE) if phrases.is_obligatory(one) else one for one in sentences(text))
    text = patterns.official.sub(patterns.hide(PHRASE), text)
    for phrase in phrases.longest_first:
        text = text.replace(phrase, _hidden(phrase, PHRASE))
    for form in forms:
        text = text.replace(form, _hidden(form, NAME))
    text = patterns.enumeration.sub(patterns.hide("\n"), text)
    text = patterns.dates.sub(patterns.hide(DATE), text)
    text = patterns.numbers.sub(patterns.hide(NUMBER), text)
    return patterns.selves.sub(patterns.hide(NAME), text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; together they are the text."""
    return _SENTENCE.findall(text)


def end_of_mark(hidden: str, at: int) -> int:
    """Where the text ends that a mark before ``at`` stands for."""
    while at < len(hidden) and hidden[at] == GONE:
        at += 1
    return at


def _hidden(text: str, mark: str) -> str:
    return mark + GONE * (len(text) - 1)


class _Patterns:
    """The patterns of some phrases, compiled."""

    def __init__(self, phrases: Phrases) -> None:
        self.official = re.compile("|".join(f"(?:{one})" for one in phrases.patterns) or "(?!)")
        self.enumeration = re.compile(phrases.enumeration)
        self.dates = re.compile(phrases.dates)
        self.numbers = re.compile(phrases.numbers)
        self.selves = re.compile(phrases.selves)

    def hide(self, mark: str) -> Callable[[re.Match[str]], str]:
        """What takes the place of a match."""
        return lambda match: _hidden(match[0], mark) if match[0] else ""


@cache
def _patterns(phrases: Phrases) -> _Patterns:
    return _Patterns(phrases)
