"""Which cells of the official tables are marked, and by which remarks: what links the tables to what is beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ...finding import Place
from ...form import Form
from ...result import Result
from ..words.causes import Remark
from ..words.table_pieces import Piece, piece_of, piece_of_repair

Spot = tuple[str, str, str]


class CellMark(Struct, frozen=True):
    """``mark`` is ``wrong`` or ``held`` (what it was compared with), ``remarks`` are the numbers of the remarks that
    say so, ``suggested`` the value that is certain."""

    mark: str
    remarks: tuple[int, ...]
    suggested: str | None = None


def piece_beside(result: Result, form: Form, remark: Remark) -> Piece | None:
    """The piece of a table that a remark is about; None for one about prose."""
    if remark.repair is not None:
        table = form.table(remark.repair.table)
        return piece_of_repair(result.report, table, remark.repair, remark.findings)
    finding = remark.findings[0]
    return piece_of(result.report, form.table(finding.place.table), finding) if finding.place.table else None


def cell_marks(result: Result, form: Form, numbered: Iterable[tuple[int, Remark]]) -> Mapping[Spot, CellMark]:
    """The marks by table, row and column; a cell that is wrong for one remark is wrong."""
    found: dict[Spot, CellMark] = {}
    for number, remark in numbered:
        piece = piece_beside(result, form, remark)
        wrong = {(piece.table.key, *key) for key in piece.marked} if piece else set()
        suggested = {(piece.table.key, *key): value for key, value in piece.suggested.items()} if piece else {}
        for spot in wrong:
            found[spot] = _joined(found.get(spot), "wrong", number, suggested.get(spot))
        for spot in _compared(remark) - wrong:
            found[spot] = _joined(found.get(spot), "held", number, None)
    return found


def _compared(remark: Remark) -> set[Spot]:
    """The cells of the report itself that its findings rest on."""
    return {_spot(one.place) for finding in remark.findings for one in finding.evidence if one.is_own} - {("", "", "")}


def _spot(place: Place) -> Spot:
    whole = place.table and place.row and place.column
    return (place.table or "", place.row or "", place.column or "") if whole else ("", "", "")


def _joined(before: CellMark | None, mark: str, number: int, suggested: str | None) -> CellMark:
    if before is None:
        return CellMark(mark, (number,), suggested)
    both = "wrong" if "wrong" in (mark, before.mark) else "held"
    numbers = before.remarks if number in before.remarks else (*before.remarks, number)
    return CellMark(both, numbers, before.suggested or suggested)
