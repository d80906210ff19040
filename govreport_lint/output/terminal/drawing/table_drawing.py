"""Drawing rows and columns of an official table small enough for 80 columns; marks need no colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace
from rich.cells import cell_len

from ....form import TableForm
from ....language import Text
from ....report import Figure, State
from ...words.places import column_words, row_words
from ...words.printable import printable
from ...words.table_pieces import Key, Piece
from ...words.wrapping import shortened
from .styled import Styled, styled, wrapped
from .view import View

MARK_STYLE = "bold white on red"
_BLANK = Text("空", "[ ]")
_MISSING = Text("缺", "none")
_WIDEST_VALUE = 10
_NARROWEST_LABEL = 8
_NARROWEST_HEAD = 5
_FEW = 5
_USUAL_LABEL = 18


def mark(text: str) -> str:
    """``【12】``: a mark that every terminal shows, with or without colour."""
    return f"【{text}】"


def draw(piece: Piece, view: View, indent: int) -> list[Styled]:
    """The piece as a small table under an indent, line by line."""
    heads = heads_of(piece.table, piece.columns, view.language)
    labels = [row_words(piece.table, row, view.language, brief=True) for row in piece.rows]
    cells = [[_cell(piece, (row, column), view) for column in piece.columns] for row in piece.rows]
    lines = grid(heads, labels, cells, view.width - indent, indent)
    if piece.suggested and any(line.cell_len > view.width for line in lines):
        return draw(replace(piece, suggested={}), view, indent)
    return lines


def grid(heads: list[str], labels: list[str], cells: list[list[Styled]], width: int, indent: int) -> list[Styled]:
    """Labelled rows of values under heads; labels are broken so that the lines fit the width."""
    sizes = _sizes(heads, cells)
    if width - sum(sizes) - len(heads) < _NARROWEST_LABEL:
        heads = [shortened(head, _NARROWEST_HEAD) for head in heads]
        sizes = _sizes(heads, cells)
    gap = 2 if width - sum(sizes) - 2 * len(heads) >= _USUAL_LABEL else 1
    room = max(_NARROWEST_LABEL, width - sum(sizes) - gap * len(heads))
    broken = [wrapped(styled(label), room) for label in labels]
    room = max(line.cell_len for lines in broken for line in lines)
    shown = _head_lines(heads, sizes, room, gap)
    for lines, row in zip(broken, cells, strict=True):
        shown.append(_join(lines[0], row, [room, *sizes], gap))
        shown += lines[1:]
    return [styled(" " * indent).append_line(line) for line in shown]


def _sizes(heads: list[str], cells: list[list[Styled]]) -> list[int]:
    """How wide each column is."""
    return [
        max(*map(cell_len, head.splitlines()), *(row[number].cell_len for row in cells))
        for number, head in enumerate(heads)
    ]


def _head_lines(heads: list[str], sizes: list[int], room: int, gap: int) -> list[Styled]:
    """The heads, the last line of each just above its values."""
    broken = [head.splitlines() for head in heads]
    height = max(map(len, broken))
    padded = [[""] * (height - len(lines)) + lines for lines in broken]
    rows = [[styled(lines[number], "dim") for lines in padded] for number in range(height)]
    return [_join(styled(""), row, [room, *sizes], gap) for row in rows]


def _join(label: Styled, values: list[Styled], sizes: list[int], gap: int) -> Styled:
    """One line: the label to the left, the values to the right of their columns."""
    line = label.append(" " * (sizes[0] - label.cell_len))
    for value, size in zip(values, sizes[1:], strict=True):
        line = line.append(" " * (gap + size - value.cell_len)).append_line(value)
    return line.stripped()


def heads_of(table: TableForm, columns: Sequence[str], language: str) -> list[str]:
    """The heads of columns. Where there are many, they are made narrow: 商业企业 in two lines."""
    heads = [column_words(table, column, language, brief=True) for column in columns]
    if len(heads) <= _FEW:
        return heads
    if language == "en":
        return [head.split()[0] if cell_len(head) > 8 else head for head in heads]
    return [head if len(head) < 4 else "\n".join(re.findall("..?", head)) for head in heads]


def value_words(figure: Figure | None, view: View) -> str:
    """What is printed in a cell: its own text, or that it is blank or missing."""
    if figure is None:
        return ""
    if figure.state is State.MISSING:
        return view.say(_MISSING)
    if figure.state is State.BLANK:
        return view.say(_BLANK)
    return shortened(printable(figure.raw), _WIDEST_VALUE)


def _cell(piece: Piece, key: Key, view: View) -> Styled:
    words = value_words(piece.figures.get(key), view)
    if key in piece.marked:
        better = piece.suggested.get(key)
        return styled(mark(words if better is None else f"{words}→{better}"), MARK_STYLE)
    stands_under_mark = any(column == key[1] for _, column in piece.marked)
    return styled(words + ("  " if stands_under_mark else ""))
