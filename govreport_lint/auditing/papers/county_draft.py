"""A draft of the county's report: the three official tables filled with what the units come to (逐级汇总)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ... import api
from ...checks.sets.unit_sums import Reported, reported
from ...checks.sets.words import figure_words
from ...checks.subject.beside import UnitValues
from ...checks.subject.cell_values import Cell
from ...document import Location
from ...report import Report
from ...rulebook.forms import load_form
from ...template.blank_docx import blank_docx
from ...template.blank_report import Blank, blank_report
from ...template.blank_tables import Grid, table_grid
from ...word.marking.commented import with_comments
from ...word.marking.remarks import Remark
from ..audited import Sums
from .draft_marks import CellMark, differing_cells, weak_cells

AUTHOR = "govreport-lint"
_NAME = "county-draft.docx"


def county_draft(sums: Sums, place: str, year: int, units: Sequence[UnitValues]) -> bytes:
    """The draft as the bytes of a .docx file; the same county gives the same bytes.

    ``place`` is the county (示范县). Cells in which a unit is missing are marked and say which; where the county's own
    report was given, the cells that differ from it are marked instead.
    """
    form = load_form(sums.form)
    known = reported(units, form)
    grids = [table_grid(table, _figures(known)) for table in form.tables]
    cells = [cell.key for grid in grids for row in grid.rows for cell in row if cell.key]
    compared = any(each.printed is not None for each in sums.cells)
    marks = differing_cells(sums, form, cells) if compared else weak_cells(known, cells)
    blank = _filled(blank_report(f"{place}人民政府", year), iter([_marked(grid, marks) for grid in grids]))
    data = blank_docx(blank)
    report = api.extract(api.read_bytes(data, _NAME))
    return with_comments(data, _NAME, AUTHOR, [(_title(report), _about(sums, compared)), *_comments(report, marks)])


def _figures(known: Reported) -> Mapping[Cell, str]:
    cells = known.cells(None)
    return {cell: figure_words(known.sum(cell).total) for cell in cells}


def _filled(blank: Blank, grids: Iterator[Grid]) -> Blank:
    sections = (replace(each, grid=next(grids)) if each.grid else each for each in blank.sections)
    return replace(blank, sections=tuple(sections))


def _marked(grid: Grid, marks: Mapping[Cell, CellMark]) -> Grid:
    rows = (
        tuple(
            replace(cell, fill=marks[cell.key].fill) if cell.key is not None and cell.key in marks else cell
            for cell in row
        )
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def _title(report: Report) -> Location:
    return report.title.location if report.title else Location()


def _about(sums: Sums, compared: bool) -> Remark:
    """What the draft is, in a comment on its title."""
    lines = [f"汇总草稿：三张表的数字为 {len(sums.counted)} 个单位年报逐格相加，供核对，文字部分请自行填写。"]
    if compared:
        lines.append("着色的单元格与所给的县级年报不一致，批注写明两边的数字。")
    else:
        lines.append("着色的单元格有单位未计入（缺报、空白或不是数字），批注写明单位。")
    if sums.missing:
        lines.append(f"缺报、未计入的单位：{'、'.join(sums.missing)}")
    return Remark(tuple(lines))


def _comments(report: Report, marks: Mapping[Cell, CellMark]) -> Iterator[tuple[Location, Remark]]:
    for figure in report.figures:
        mark = marks.get(figure[:3])
        if mark and mark.lines:
            yield figure.location, Remark(mark.lines)
