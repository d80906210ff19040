"""The piece of a table that an item is about, as plain text that every paper can draw."""

from __future__ import annotations

from ...form import Form, TableForm
from ...output.words.causes import Remark
from ...output.words.places import column_words, row_words
from ...output.words.printable import printable
from ...output.words.table_pieces import Key, piece_of, piece_of_repair
from ...output.words.table_pieces import Piece as KeyedPiece
from ...report import Report, State
from ..audited import Piece, PieceCell

_MISSING = "缺"


def piece_of_remark(report: Report, form: Form, remark: Remark) -> Piece | None:
    """The rows and columns that a cause is about, or that its sentence is held against; None where it is about no
    table that was read."""
    if remark.repair:
        table = form.table(remark.repair.table)
        keyed = piece_of_repair(report, table, remark.repair, remark.findings)
        return _told(keyed, table, "wrong") if keyed else None
    first = remark.findings[0]
    own = [one.place.table for one in first.evidence if one.source == "report"]
    key = first.place.table or next(filter(None, own), None)
    if key is None:
        return None
    table = form.table(key)
    keyed = piece_of(report, table, first)
    return _told(keyed, table, "wrong" if first.place.table else "held") if keyed else None


def _told(keyed: KeyedPiece, table: TableForm, mark: str) -> Piece:
    columns = tuple(column_words(table, column, "zh", brief=True) for column in keyed.columns)
    rows = tuple(
        (row_words(table, row, "zh", brief=True), tuple(_cell(keyed, (row, column), mark) for column in keyed.columns))
        for row in keyed.rows
    )
    return Piece(table.key, columns, rows)


def _cell(keyed: KeyedPiece, key: Key, mark: str) -> PieceCell:
    figure = keyed.figures.get(key)
    if figure is None:
        return PieceCell("")
    text = _MISSING if figure.state is State.MISSING else printable(figure.raw)
    return PieceCell(text, mark if key in keyed.marked else "", keyed.suggested.get(key, ""))
