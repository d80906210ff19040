"""Tables whose cells were glued together into running text (规章000行政规范性文件8855698).

Digits that stood in several cells cannot be told apart again and are never guessed; only a row of a single figure
(行政许可2629) may be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from ...document import Document, Heading, Paragraph, Passage
from ...form import TableForm
from ...labels import normalise
from ...language import Text

_REASON = Text(
    "表格的各格数字连在一起，无法分开", "the figures of the table's cells run together and cannot be told apart"
)


class Glued(Struct, frozen=True):
    """Where a glued table stands (block index None: nowhere) and the single figures read: row key → printed."""

    block: int | None = None
    passage: Passage | None = None
    singles: dict[str, tuple[Passage, Passage]] = {}
    reason: Text = _REASON


@cache
def _pattern(table: TableForm) -> re.Pattern[str]:
    spaced = ("\\s*".join(re.escape(letter) for letter in name if letter not in "()") for name, _ in _names(table))
    alternatives = "|".join(f"(?P<n{index}>{name})" for index, name in enumerate(spaced))
    return re.compile(f'(?:{alternatives})[）)”"]?\\s*(?P<number>\\d[\\d,.]*\\d|\\d)(?![\\d%％]|\\s*[件条项次年月])')


@cache
def _keys(table: TableForm) -> tuple[str, ...]:
    return tuple(key for _, key in _names(table))


def _names(table: TableForm) -> list[tuple[str, str]]:
    """(name, key) of the rows, the longest first, so that a name is not taken for its own beginning."""
    names = ((name, row.key) for row in table.rows for name in row.names if len(name) > 1)
    return sorted(names, key=lambda pair: -len(pair[0]))


def find_glued(document: Document, table: TableForm) -> Glued:
    """The glued table in the running text of a document, if it is there."""
    for index, passage in _texts(document):
        if table.across:
            match = _across(table).search(passage.text)
            if match:
                return Glued(index, passage.cut(match.start(), match.end()))
            continue
        found = list(_rows(passage, table))
        if len({key for key, _, _ in found}) >= 3:
            return Glued(index, found[0][1], _singles(found, table))
    return Glued()


def stands_as_text(document: Document, table: TableForm, sections: Sequence[int | None]) -> bool:
    """Whether the table's section names its rows and columns outside of any table."""
    letters = texts_of(document, table, sections)
    rows, columns = ({key for key, names in each if _any(names, letters)} for each in _named(table))
    wanted = (1, 3) if table.across else (3, 1)
    return len(rows) >= wanted[0] and len(columns) >= wanted[1]


def texts_of(document: Document, table: TableForm, sections: Sequence[int | None]) -> str:
    """What the table's section holds outside of tables, normalised as labels are."""
    blocks = zip(document.blocks, sections, strict=True)
    own = (block for block, number in blocks if number == table.section)
    return normalise("".join(block.text.text for block in own if isinstance(block, Heading | Paragraph)))


def _named(table: TableForm) -> tuple[list[tuple[str, tuple[str, ...]]], list[tuple[str, tuple[str, ...]]]]:
    return [(row.key, row.names) for row in table.rows], [(column.key, column.names) for column in table.columns]


def _any(names: Sequence[str], letters: str) -> bool:
    return any(len(name) > 2 and normalise(name) in letters for name in names)


def _texts(document: Document) -> Iterator[tuple[int, Passage]]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading | Paragraph) and len(block.text.text) > 20:
            yield index, block.text


@cache
def _across(table: TableForm) -> re.Pattern[str]:
    column = re.escape(table.columns[0].label)
    return re.compile(f"{column}[^。]{{0,80}}{column}[^。]{{0,80}}总\\s*计\\s*\\d[\\d\\s]{{6,}}")


def _rows(passage: Passage, table: TableForm) -> Iterator[tuple[str, Passage, Passage]]:
    for match in _pattern(table).finditer(passage.text):
        key = _keys(table)[int(_name_group(match)[1:])]
        yield key, passage.cut(match.start(), match.start("number")), passage.cut(*match.span("number"))


def _name_group(match: re.Match[str]) -> str:
    return next(name for name, text in match.groupdict().items() if text is not None and name != "number")


def _singles(found: Sequence[tuple[str, Passage, Passage]], table: TableForm) -> dict[str, tuple[Passage, Passage]]:
    keys = [key for key, _, _ in found]
    return {
        key: (label, number) for key, label, number in found if len(table.columns_of(key)) == 1 and keys.count(key) == 1
    }
