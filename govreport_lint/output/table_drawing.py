"""Drawing rows and columns of an official table small enough for 80 columns; marks need no colour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from ..form import TableForm
from ..language import Text
from ..report import Figure, State
from .places import column_words, row_words
from .printable import printable
from .table_piece import Key, Piece
from .view import View
from .wrapping import shortened

MARK_STYLE = "bold reverse red"
_BLANK = Text("空", "blank")
_MISSING = Text("缺", "none")
_WIDEST_VALUE = 14
_NARROWEST_LABEL = 8
_FEW = 5
_USUAL_LABEL = 18


def mark(text: str) -> str:
    """``【12】``: a mark that every terminal shows, with or without colour."""
    return f"【{text}】"


def draw(piece: Piece, view: View, indent: int) -> Padding:
    """The piece as a small table under an indent."""
    heads = heads_of(piece.table, piece.columns, view.language)
    labels = [row_words(piece.table, row, view.language, brief=True) for row in piece.rows]
    cells = [[_cell(piece, (row, column), view) for column in piece.columns] for row in piece.rows]
    return grid(heads, labels, cells, view.width - indent, indent)


def grid(heads: list[str], labels: list[str], cells: list[list[Styled]], width: int, indent: int) -> Padding:
    """Labelled rows of values under heads, fitting the width; what labels do not fit is broken."""
    taken = 0
    for number, head in enumerate(heads):
        column = [cell_len(line) for line in head.splitlines()] + [row[number].cell_len for row in cells]
        taken += max(column)
    gap = 2 if width - taken - 2 * len(heads) >= _USUAL_LABEL else 1
    room = max(_NARROWEST_LABEL, width - taken - gap * (len(heads) + 1))
    table = Table(box=None, padding=(0, gap, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", max_width=room, overflow="fold")
    for head in heads:
        table.add_column(Styled(head), justify="right", no_wrap=True)
    for label, row in zip(labels, cells, strict=True):
        table.add_row(Styled(label), *row)
    return Padding(table, (0, 0, 0, indent), expand=False)


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
        return Styled(mark(words), style=MARK_STYLE, no_wrap=True)
    stands_under_mark = any(column == key[1] for _, column in piece.marked)
    return Styled(words + ("  " if stands_under_mark else ""), no_wrap=True)
