"""The three tables of a report as the form has them, every cell as printed, the wrong ones marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from ...form import Form, TableForm
from ...language import Text
from ...report import Figure, Report, State
from ..words.places import column_words, row_words, table_words
from ..words.table_pieces import Piece
from .marks import CellMark, Spot
from .markup import Child, Markup, el
from .table_cells import cell, legend

_MISSING, _BLANK = Text("缺", "none"), Text("空", "blank")
_UNREAD = Text("未读到这张表。", "This table was not read.")
_TABLE = Text("相关表格", "table")
_HIDDEN = Text("另有 {count} 行未列出", "{count} more rows are not shown")
_ZEROS = Text("其余 {count} 行均为 0，未列出", "the other {count} rows are all 0 and not shown")


class Sheet(Struct, frozen=True):
    """The tables of one report: ``key`` begins the anchors of its cells, ``marks`` are those of its remarks.

    ``named``: every cell says its place and its remarks, for a script.
    """

    key: str
    report: Report
    form: Form
    marks: Mapping[Spot, CellMark]
    language: str
    named: bool = False

    def anchor(self, spot: Spot) -> str:
        """The anchor of a cell."""
        return "-".join((self.key, *spot))

    def link(self, spot: Spot) -> str | None:
        """What leads to a cell; None where the report prints none."""
        table, row, column = spot
        figure = self.report.figure(table, row, column) if self.named else None
        missing = self.named and (figure is None or figure.state is State.MISSING)
        return None if missing else f"#{self.anchor(spot)}"

    def names(self, spot: Spot, state: State) -> dict[str, str]:
        """What a cell says of itself to a script."""
        if not self.named:
            return {}
        table, row, column = spot
        causes = self.marks[spot].remarks if spot in self.marks else ()
        told = {"data_table": table, "data_row": row, "data_column": column, "data_state": state.value}
        return told | ({"data_causes": " ".join(map(str, causes))} if causes else {})


def official_tables(sheet: Sheet) -> list[Markup]:
    """Every table of the form in its order."""
    return [_table(sheet, table) for table in sheet.form.tables]


def piece_figure(piece: Piece, language: str) -> Markup:
    """The piece of a table that a remark is about."""
    heads = [column_words(piece.table, column, language, brief=True) for column in piece.columns]
    rows = []
    for row in piece.rows:
        label = row_words(piece.table, row, language, brief=True)
        cells = (_piece_cell(piece, (row, column), language) for column in piece.columns)
        rows.append(el("tr", el("th", label, scope="row"), *cells))
    hidden = (_ZEROS if piece.only_zeros else _HIDDEN).in_language(language).format(count=piece.hidden)
    foot = el("p", hidden, class_="hidden-rows") if piece.hidden else None
    wrong = _wrong_columns(piece)
    marks = legend(["wrong"] if wrong else [], language)
    end = bool(wrong) and wrong[0] >= len(piece.columns) // 2
    title = table_words(piece.table, language)
    return _figure(title, marks, _grid(heads, rows), language=language, foot=foot, end=end)


def _wrong_columns(piece: Piece) -> list[int]:
    """Which of the columns hold a marked cell, from 0."""
    return [at for at, column in enumerate(piece.columns) if any((row, column) in piece.marked for row in piece.rows)]


def _table(sheet: Sheet, table: TableForm) -> Markup:
    """One table; of 表二 each block has columns of its own."""
    figures = {(f.row, f.column): f for f in sheet.report.figures if f.table == table.key}
    title = table_words(table, sheet.language)
    if all(figure.state is State.MISSING for figure in figures.values()):
        return _figure(title, None, el("p", _why_unread(sheet, table), class_="unread"), language=sheet.language)
    used = [mark.mark for spot, mark in sheet.marks.items() if spot[0] == table.key]
    shown = [row.key for row in table.rows if any(key[0] == row.key for key in figures)]
    grids = []
    for columns, keys in groupby(shown, table.columns_of):
        heads = [column_words(table, column, sheet.language, brief=True) for column in columns]
        rows = list(_rows(sheet, table, list(keys), columns, figures))
        grids.append(_grid(heads, rows))
    return _figure(title, legend(used, sheet.language), *grids, language=sheet.language)


def _why_unread(sheet: Sheet, table: TableForm) -> str:
    reason = sheet.report.table(table.key).unreadable
    return reason.in_language(sheet.language) if reason else _UNREAD.in_language(sheet.language)


def _rows(
    sheet: Sheet,
    table: TableForm,
    keys: Sequence[str],
    columns: Sequence[str],
    figures: Mapping[tuple[str, str], Figure],
) -> Iterator[Markup]:
    """The rows, those of a group below its label."""
    groups = {group.key: group for group in table.groups}
    for group, members in groupby(keys, lambda key: table.row(key).group):
        rows = list(members)
        headed = group is not None and len(rows) > 1
        if headed and group is not None:
            words = groups[group].english if sheet.language == "en" else groups[group].label
            yield el("tr", el("th", el("span", words), scope="rowgroup", colspan=len(columns) + 1), class_="group")
        for row in rows:
            label = row_words(table, row, sheet.language, brief=True)
            cells = (_cell(sheet, (table.key, row, column), figures.get((row, column))) for column in columns)
            yield el("tr", el("th", label, scope="row"), *cells, class_="member" if headed else None)


def _cell(sheet: Sheet, spot: Spot, figure: Figure | None) -> Markup:
    mark = sheet.marks.get(spot)
    text = printed(figure, sheet.language)
    names = sheet.names(spot, figure.state) if figure is not None else {}
    if mark is None:
        quiet = figure is not None and figure.state is State.ZERO
        return el("td", text, class_="zero" if quiet else None, id=sheet.anchor(spot), **names)
    links = [el("a", number, href=f"#{sheet.key}-{number}") for number in mark.remarks] if mark.mark == "wrong" else []
    beside = el("sup", *links) if links else None
    return cell(text, mark.mark, sheet.language, mark.suggested, beside, sheet.anchor(spot), names)


def _piece_cell(piece: Piece, key: tuple[str, str], language: str) -> Markup:
    text = printed(piece.figures.get(key), language)
    return cell(text, "wrong" if key in piece.marked else "", language, piece.suggested.get(key))


def printed(figure: Figure | None, language: str) -> str:
    """What is printed in a cell; of a blank or missing one that it is."""
    if figure is None:
        return ""
    if figure.state is State.MISSING:
        return _MISSING.in_language(language)
    return _BLANK.in_language(language) if figure.state is State.BLANK else figure.raw


def _grid(heads: Sequence[str], rows: Sequence[Markup]) -> Markup:
    head = el("tr", el("td"), *(el("th", one, scope="col") for one in heads))
    return el("table", el("thead", head), el("tbody", *rows))


def _figure(
    title: str, marks: Markup | None, *parts: Child, language: str, foot: Child = None, end: bool = False
) -> Markup:
    """A table under its title; ``end``: where it is wider than the screen, its end is shown first."""
    told = _TABLE.in_language(language)
    style = "scroll end" if end else "scroll"
    inner = el("div", *parts, class_=style, tabindex="0", role="region", aria_label=told)
    return el("figure", el("figcaption", title, marks), inner, foot, class_="piece")
