"""What explains the differences of the sums, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ...form import Form
from ..audited import Explanation, Move, MoveKind

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


def move_words(move: Move) -> str:
    """``疑漏计示范县水利局``."""
    return _WORDS[move.kind].format(unit=move.unit)


def _moves(moves: Sequence[Move]) -> str:
    return "，".join(map(move_words, moves))
