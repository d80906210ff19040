"""What explains the differences of the sums, in words: for a whole table, and for a cell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .....checks.subject.cell_values import Cell
from .....form import Form
from ....audited import Audit, Explanation, Move, MoveKind
from ...told import called
from .figure_layout import FigureLayout

_WORDS = {
    MoveKind.LEFT_OUT: "疑漏计{unit}",
    MoveKind.TWICE: "疑重复计入{unit}",
    MoveKind.NOT_COUNTED: "疑把不该计入的{unit}计入",
    MoveKind.OLD_DRAFT: "疑用的是{unit}的旧稿",
}
_FITS = {
    MoveKind.LEFT_OUT: "{units}全表数字",
    MoveKind.TWICE: "{units}全表数字",
    MoveKind.NOT_COUNTED: "{units}全表数字",
    MoveKind.OLD_DRAFT: "{units}前后两稿之差",
}


def explanation_words(form: Form, explanation: Explanation) -> str:
    """``差额与示范县水利局全表数字一致（9 格）：疑漏计示范县水利局，请核实。``"""
    table = next((table.name for table in form.tables if table.key == explanation.table), "三张表")
    fits = "、".join(_FITS[move.kind].format(units=move.unit) for move in explanation.moves)
    words = f"{table}：差额与{fits}一致（{explanation.cells} 格）：{_moves(explanation.moves)}，请核实。"
    if explanation.ties:
        others = "；".join(_moves(tie) for tie in explanation.ties)
        words += f"同样可以说明差额的还有：{others}。"
    return words


def clue(audit: Audit, layout: FigureLayout, cell: Cell) -> str:
    """What of the explanation falls to one cell: ``疑漏计水利局（该格 8）``."""
    return "；".join(_clues(audit, layout, cell))


def _clues(audit: Audit, layout: FigureLayout, cell: Cell) -> Iterator[str]:
    if audit.sums is None:
        return
    rows = {called(row.audited): row for row in layout.rows}
    for explanation in audit.sums.explanations:
        if explanation.table not in (None, cell[0]):
            continue
        for move in explanation.moves:
            row = rows.get(move.unit)
            number = row.numbers.get(cell) if row else None
            if move.kind is MoveKind.OLD_DRAFT or number:
                words = _WORDS[move.kind].format(unit=move.unit)
                yield words if number is None else f"{words}（该格 {number}）"


def _moves(moves: Sequence[Move]) -> str:
    return "，".join(_WORDS[move.kind].format(unit=move.unit) for move in moves)
