"""The items of a letter as a table, and the pieces of the official tables that they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....finding import Severity
from ....output.words.headings import SEVERITY_WORDS
from ...audited import Audit, Audited, Item, Piece, PieceCell
from ..told import basis_told, place_told, source_words, standing
from .word_tables import Cell, head, word_table
from .word_text import after_table, caption

_PARTS = (10, 16, 13, 27, 20, 14)
_NAMES = ("序号", "位置", "原文", "问题", "修改建议", "依据")
_GROUPS = ((Severity.ERROR, "（须更正）"), (Severity.WARNING, "（请核实，确有原因的请说明）"))
_GROUP_FILL, _WRONG_FILL, _HELD_FILL = "F3F4F6", "D9D9D9", "F2F2F2"
_LABEL, _FIGURE = 30, 10


def items_table(audited: Audited, audit: Audit) -> str:
    """Errors, then doubts, counted from 1; empty where there are none."""
    rows: list[Sequence[Cell]] = [head(*_NAMES)]
    number = 0
    for severity, told in _GROUPS:
        items = standing(audited.items, severity)
        if items:
            rows.append((Cell(SEVERITY_WORDS[severity].zh + told, bold=True, fill=_GROUP_FILL, across=len(_NAMES)),))
        for item in items:
            number += 1
            rows.append(_row(number, item, place_told(audit, audited, item), basis_told(audited, item)))
    return word_table(_PARTS, rows) + after_table() if number else ""


def _row(number: int, item: Item, place: str, basis: str) -> tuple[Cell, ...]:
    message = "\n".join((item.message.zh, *(also.zh for also in item.also)))
    if item.source not in ("report", ""):
        message += f"\n（对照：{source_words(item.source)}）"
    return (
        Cell(f"{number}\n{item.number}", side="center"),
        Cell(place),
        Cell(item.quote),
        Cell(message),
        Cell(item.suggestion.zh),
        Cell(basis),
    )


def pieces(audited: Audited, audit: Audit) -> Iterator[str]:
    """The piece of the table for each error and doubt that has one."""
    for item in standing(audited.items, Severity.ERROR, Severity.WARNING):
        if item.piece is not None and item.piece.rows:
            yield caption(f"{item.number}　{place_told(audit, audited, item)}")
            yield _piece(item.piece)


def _piece(piece: Piece) -> str:
    rows: list[Sequence[Cell]] = [head("", *piece.columns)]
    rows += [(Cell(label), *map(_cell, cells)) for label, cells in piece.rows]
    return word_table((_LABEL, *[_FIGURE] * len(piece.columns)), rows) + after_table()


def _cell(cell: PieceCell) -> Cell:
    """What is wrong is told by words and weight; the shade only helps the eye."""
    if cell.mark == "wrong":
        hint = f"建议 {cell.suggested}" if cell.suggested else "请核实"
        return Cell(f"{cell.text or '空白'}\n{hint}", bold=True, fill=_WRONG_FILL, side="center")
    if cell.mark == "held":
        return Cell(f"{cell.text}\n对照", fill=_HELD_FILL, side="center")
    return Cell(cell.text, side="center")
