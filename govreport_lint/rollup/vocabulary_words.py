"""The words of a 汇总表 beside those of the official forms: what names a unit, a total, a heading between units."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import msgspec
from msgspec import Struct

from ..labels import normalise
from ..rulebook.files.resources import shipped_toml

_BRACKETS = str.maketrans("", "", "()[]【】〔〕")
# How a figure is counted, in a header: 本年新收（件）. 元 and 万元 stay: they change the figure.
_COUNTED = re.compile(r"[(](?:单位:?)?[件份宗个条项][)]")


class RollupWords(Struct, frozen=True, kw_only=True):
    """The words in ``rules/rollup/words.toml``: lists of headers, and patterns for a whole name without spaces."""

    units: tuple[str, ...]
    asides: tuple[str, ...]
    total: str
    subtotal: str
    heading: str
    note: str
    numbering: tuple[str, ...]
    contexts: dict[str, tuple[str, ...]]
    group_endings: str
    groups: dict[str, str]

    def is_unit_header(self, text: str) -> bool:
        """Whether a header stands over the names of the units."""
        return plain(text) in _plain(self.units)

    def is_aside(self, text: str) -> bool:
        """Whether a header stands over something that is no figure: 序号, 备注."""
        return plain(text) in _plain(self.asides)

    def is_total(self, name: str) -> bool:
        """Whether a row is the sum of all units."""
        return re.fullmatch(self.total, name) is not None

    def is_subtotal(self, name: str) -> bool:
        """Whether a row is the sum of some of the units."""
        return re.fullmatch(self.subtotal, name) is not None

    def kinds_of_group(self, name: str) -> tuple[str, ...]:
        """The kinds of units (类别) that a name stands for as a whole: 乡镇街道统计数; none for other names."""
        bare = re.sub(f"(?:{self.group_endings})$", "", name)
        return tuple(kind for kind, pattern in self.groups.items() if re.fullmatch(pattern, bare))

    def is_heading(self, name: str) -> bool:
        """Whether a row without figures names a group of units, or is a note: 乡镇：, 填表人：…."""
        return name.endswith((":", "：", "。")) or any(re.fullmatch(p, name) for p in (self.heading, self.note))


@cache
def load_words() -> RollupWords:
    """The words, read once."""
    return msgspec.convert(shipped_toml("rollup", "words.toml"), RollupWords)


def plain(text: str) -> str:
    """A label without spaces, marks, brackets and the measure word of its figures; numbering kept."""
    return normalise(_COUNTED.sub("", unicodedata.normalize("NFKC", text))).translate(_BRACKETS)


@cache
def _plain(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(word) for word in words)
