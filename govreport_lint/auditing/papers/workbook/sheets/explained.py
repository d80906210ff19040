"""What explains the differences of the sums, as far as it falls to one cell."""

from __future__ import annotations

from collections.abc import Iterator

from .....checks.subject.cell_values import Cell
from ....audited import Audit, MoveKind
from ....sums.explanation_words import move_words
from ...told import called
from .figure_layout import FigureLayout


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
                words = move_words(move)
                yield words if number is None else f"{words}（该格 {number}）"
