"""A 汇总表 as the audit reads it: as a roll-up, or as the forms of several units in one workbook."""

from __future__ import annotations

from msgspec import Struct

from ...document import Location
from ...errors import ReadError
from ...language import Text
from ...linter import Linter
from ...office.conversion import Converter, modern
from ...office.kinds import office_kind
from ...readers.binary_kinds import is_docx
from ...report import State
from ...rollup.vocabulary_words import load_words
from ...rollup.workbook import Rollup, UnitRow, address_in, read_rollup

_NO_WORKBOOK = (
    "汇总表不是 Excel 工作簿。请在 Excel 或 WPS 中另存为 .xlsx",
    "the roll-up is no workbook; please save it as .xlsx in Excel or WPS",
)
_ARCHIVE = b"PK"
SHEETS, STACKED = "一个工作表一个单位", "各单位表格依次排列"


class Reading(Struct, frozen=True):
    """The workbook, or why it could not be read (``refused``: it then has no rollup)."""

    path: str
    layout: str = ""
    rollup: Rollup | None = None
    refused: Text | None = None


def read_workbook(data: bytes, path: str, linter: Linter, convert: Converter = modern) -> Reading:
    """Read a 汇总表 in any of its layouts; what cannot be read for certain is refused, with the cell where there is
    one. ``convert`` makes an .xlsx of an older workbook (.xls, .et)."""
    try:
        data = _workbook(data, path, convert)
        rollup = read_rollup(data, path)
        return Reading(path, rollup.layout.value, rollup)
    except ReadError as error:
        refused = Text(error.reason, error.english)
    try:
        return _forms(data, path, linter) or Reading(path, refused=refused)
    except ReadError:
        return Reading(path, refused=refused)


def _workbook(data: bytes, path: str, convert: Converter) -> bytes:
    """The bytes as .xlsx; raises ``ReadError`` for a file that is no workbook."""
    # An archive that is cut off may have been a workbook: its reader says what is wrong with it.
    archive = data.startswith(_ARCHIVE) and not is_docx(data)
    target = "xlsx" if archive else ""
    if office_kind(data) is not None:
        data, target = convert(data, path)
    if target != "xlsx":
        raise ReadError(path, *_NO_WORKBOOK)
    return data


def _forms(data: bytes, path: str, linter: Linter) -> Reading | None:
    """The forms of several units, sheet by sheet or one below the other; None where there is but one."""
    document = linter.open(data, path).document
    parts = linter.reports(document)
    if len(parts) < 2:
        return None
    reports = [(part, linter.extract(part)) for part in parts]
    form = reports[0][1].form
    rows: list[UnitRow] = []
    for part, report in reports:
        figures = tuple(figure for figure in report.figures if figure.state is not State.MISSING)
        place = figures[0].location if figures else Location()
        if report.form != form:
            at = address_in(document.sheets, place)
            zh = f"汇总表中各单位用的格式不同（{at}），无法放在一起核对"
            return Reading(path, refused=Text(zh, f"the units in the workbook use different forms ({at})"))
        rows.append(UnitRow("".join((report.organ or part.unit or "").split()), figures, place))
    words = load_words()
    totals = [row for row in rows if words.is_total(row.unit)]
    units = tuple(row for row in rows if row not in totals)
    total = totals[0] if len(totals) == 1 else None
    layout = SHEETS if len({row.location.table for row in rows}) == len(rows) else STACKED
    notes = tuple(note for note in document.notes if isinstance(note, Text))
    return Reading(path, layout, Rollup(units, total, (), form, notes, sheets=document.sheets))
