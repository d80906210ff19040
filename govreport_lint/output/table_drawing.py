"""Drawing rows and columns of an official table small enough for 80 columns; marks need no colour."""

from __future__ import annotations

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
_HIDDEN = Text("（为 0 等的另外 {count} 行未列出）", "({count} more rows, of 0 and the like, are not shown)")
_WIDEST_VALUE = 14


def mark(text: str) -> str:
    """``【12】``: a mark that every terminal shows, with or without colour."""
    return f"【{text}】"


def draw(piece: Piece, view: View, indent: int) -> Padding:
    """The piece as a small table under an indent."""
    room = view.width - indent
    many = len(piece.columns) > 5
    grid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", caption_justify="left")
    grid.add_column("", max_width=room // 4 if many else room // 2, overflow="fold")
    for column in piece.columns:
        head = head_words(piece.table, column, view.language, brief=many)
        grid.add_column(Styled(head), justify="right", max_width=8 if many else 16, overflow="fold")
    for row in piece.rows:
        label = row_words(piece.table, row, view.language, brief=True)
        grid.add_row(Styled(label), *(_cell(piece, (row, column), view) for column in piece.columns))
    if piece.hidden:
        grid.caption = Styled(view.say(_HIDDEN, count=piece.hidden), style="dim")
    return Padding(grid, (0, 0, 0, indent))


def head_words(table: TableForm, column: str, language: str, *, brief: bool) -> str:
    """A column's head; where there are many columns, an English one is its first word."""
    words = column_words(table, column, language, brief=True)
    return words.split()[0] if brief and language == "en" and cell_len(words) > 8 else words


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
