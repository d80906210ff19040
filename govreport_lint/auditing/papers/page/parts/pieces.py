"""The piece of an official table that an item is about, with both sides marked: what is wrong, what it is held to."""

from __future__ import annotations

from msgspec.structs import replace

from .....form import Form
from .....output.page.markup import Markup, el
from .....output.page.table_cells import cell, legend
from .....output.words.places import column_words, row_words, table_words
from ....audited import Item, Piece, PieceCell
from ...told import source_words


def with_other_side(item: Item, piece: Piece, form: Form | None) -> Piece:
    """The piece with the other paper's figures beneath its own, where the piece has their columns."""
    if form is None or all(table.key != piece.table for table in form.tables):
        return piece
    table = form.table(piece.table)
    rows: dict[str, dict[str, PieceCell]] = {}
    for one in item.evidence:
        if one.source == "report" or one.place.table != piece.table or not one.place.row or not one.place.column:
            continue
        label = f"{source_words(one.source)} {row_words(table, one.place.row, 'zh', brief=True)}"
        column = column_words(table, one.place.column, "zh", brief=True)
        if column in piece.columns:
            rows.setdefault(label, {})[column] = PieceCell(one.value, "held")
    known = {label for label, _ in piece.rows}
    more = tuple(
        (label, tuple(cells.get(column, PieceCell("")) for column in piece.columns))
        for label, cells in rows.items()
        if label not in known
    )
    return replace(piece, rows=(*piece.rows, *more))


def piece_table(piece: Piece, form: Form | None) -> Markup:
    """The piece as a table; marked cells say in words what they are, suggested values stand beside."""
    head = el("tr", el("td"), *(el("th", column, scope="col") for column in piece.columns))
    rows = (
        el("tr", el("th", label, scope="row"), *map(_cell, cells), *_filling(piece, len(cells)))
        for label, cells in piece.rows
    )
    return el(
        "figure",
        el("figcaption", _title(piece, form), legend((one.mark for _, cells in piece.rows for one in cells), "zh")),
        el("div", el("table", el("thead", head), el("tbody", *rows)), class_="scroll", tabindex="0", role="region",
           aria_label="相关表格"),
        class_="piece",
    )  # fmt: skip


def _title(piece: Piece, form: Form | None) -> str:
    tables = {table.key: table for table in form.tables} if form else {}
    return table_words(tables[piece.table], "zh") if piece.table in tables else piece.table


def _cell(one: PieceCell) -> Markup:
    return cell(one.text, one.mark, "zh", one.suggested)


def _filling(piece: Piece, cells: int) -> list[Markup]:
    return [el("td")] * max(0, len(piece.columns) - cells)
