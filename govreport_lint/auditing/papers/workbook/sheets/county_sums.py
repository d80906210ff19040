"""汇总核对: every cell of the county's report beside the sum of its units, as live formulas over 单位数据."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .....checks.subject.cell_values import Cell
from .....form import Form
from .....output.words.places import column_words, row_words
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table, shade, top_of
from .....output.workbook.drawing.values import Column, Formula, Value
from ....audited import Audit, SummedCell, Verdict
from ....sums.explanation_words import explanation_words
from ...told import listed
from .cover import counted_words, title_of
from .explained import clue
from .figure_layout import FigureLayout, Number, members_of
from .unit_figures import NAME as FIGURES
from .unit_figures import YES_NO

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "汇总核对"
PURPOSE = "县级报告每一格与各单位合计的差额，用公式计算；差额能由某个单位说明的，在表上方写明"
COLUMNS = (
    Column("序号", "whole", 6, 6),
    Column("表", "text", 8, 6),
    Column("行", "text", 40, 16),
    Column("列", "text", 18, 10),
    Column("县级报告", "number", 11),
    Column("各单位合计", "number", 12),
    Column("差额", "number", 9),
    Column("未计入的缺报单位", "text", 30, 12),
    Column("空白或不可读单位", "text", 30, 12),
    Column("判定", "centre", 18, 16),
    Column("差额线索", "text", 30, 14),
)
_PRINTED, _TOTAL, _GAP, _MISSING, _UNUSABLE, _VERDICT = "E", "F", "G", "H", "I", "J"
_PLACES = 6


def draw(book: Book, audit: Audit, layout: FigureLayout) -> None:
    """The sheet; without a county's report its figures stay blank and the sums stand alone."""
    cells = audit.sums.cells if audit.sums else tuple(_bare(layout))
    notes = [f"差额＝县级报告－各单位合计。{counted_words(audit)}"]
    if audit.county is None:
        notes.append("没有提供县级报告：县级报告一列空白，只列各单位合计。")
    explained = [explanation_words(layout.form, each) for each in (audit.sums.explanations if audit.sums else ())]
    first = top_of(notes, explained) + 1
    rows = [_row(audit, layout, cell, at, first + at) for at, cell in enumerate(cells, 1)]
    unlike = sum(not _agrees(layout, cell) for cell in cells)
    if unlike:
        notes[0] += f"有 {unlike} 格的合计与核对时的口径不同（其他处理分行、格式版本），请以单位数据表为准核实。"
    title = title_of(audit, f"　{NAME}（第 {audit.round} 轮）")
    sheet = draw_table(book, NAME, title, COLUMNS, rows, notes=notes, explained=explained)
    _shade(book, sheet, first, first + len(rows) - 1)


def _shade(book: Book, sheet: Worksheet, first: int, last: int) -> None:
    """Differences and what is judged of them stand out, now and when a unit is switched."""
    differs = {"type": "formula", "criteria": f'=AND({_GAP}{first + 1}<>"",{_GAP}{first + 1}<>0)'}
    shade(book, sheet, _at(_GAP), first, last, differs, "gap")
    for words, style in (("县级", "gap"), (Verdict.UNKNOWN.value, "unknown")):
        begins = {"type": "text", "criteria": "begins with", "value": words}
        shade(book, sheet, _at(_VERDICT), first, last, begins, style)


def _at(letter: str) -> int:
    return ord(letter) - ord("A")


def _bare(layout: FigureLayout) -> Iterator[SummedCell]:
    """The sums where nobody has made any: all cells, without a judgement."""
    for cell in layout.cells:
        yield SummedCell(*cell, None, layout.total(cell), Verdict.UNKNOWN)


def _row(audit: Audit, layout: FigureLayout, summed: SummedCell, at: int, line: int) -> tuple[Value, ...]:
    cell = (summed.table, summed.row, summed.column)
    table, row, column = _names(layout.form, cell)
    total = _evaluated(layout, summed)
    gap = None if summed.printed is None else summed.printed - total
    return (
        at,
        table,
        row,
        column,
        summed.printed,
        Formula(_sum_formula(layout, _added(layout, summed)), total),
        Formula(f'=IF({_PRINTED}{line}="","",ROUND({_PRINTED}{line}-{_TOTAL}{line},{_PLACES}))', gap),
        _named(summed.missing),
        _named(summed.unusable),
        _verdict(summed, gap, line),
        clue(audit, layout, cell) if gap else "",
    )


def _named(names: Sequence[str]) -> str:
    """The unit; of several how many, where the names stand above the table or on 单位数据."""
    return listed(names) if len(names) <= 1 else f"{len(names)} 个：{names[0]}等"


def _names(form: Form, cell: Cell) -> tuple[str, str, str]:
    table = next((table for table in form.tables if table.key == cell[0]), None)
    if table is None:
        return cell
    return table.name, row_words(table, cell[1], "zh"), column_words(table, cell[2], "zh")


def _added(layout: FigureLayout, summed: SummedCell) -> tuple[Cell, ...]:
    """The cells whose columns are added: its own, and those of the rows for which it stands alone."""
    cell = (summed.table, summed.row, summed.column)
    together = tuple(each for each in (cell, *members_of(layout.form, cell)) if each in layout.cells)
    own = (cell,) if cell in layout.cells else ()
    return own if own and sum(map(layout.total, own)) == summed.total else together


def _evaluated(layout: FigureLayout, summed: SummedCell) -> Number:
    return sum(map(layout.total, _added(layout, summed)), start=0)


def _agrees(layout: FigureLayout, summed: SummedCell) -> bool:
    return _evaluated(layout, summed) == summed.total


def _sum_formula(layout: FigureLayout, cells: tuple[Cell, ...]) -> str:
    from xlsxwriter.utility import xl_col_to_name

    first, last = layout.top + 1, layout.last + 1
    chosen = f"'{FIGURES}'!$C${first}:$C${last}"
    columns = [xl_col_to_name(column) for cell in cells if (column := layout.column(cell)) is not None]
    sums = [f"SUMIF({chosen},\"{YES_NO[0]}\",'{FIGURES}'!{each}${first}:{each}${last})" for each in columns]
    return "=" + ("+".join(sums) or "0")


def _verdict(summed: SummedCell, gap: Number | None, line: int) -> Value:
    """判定 as a formula that moves with the sum; as a word where it rests on more than this row shows."""
    live = _live_verdict(summed, gap)
    if live is not summed.verdict:
        return summed.verdict.value
    less, equal, more, unknown = (each.value for each in (Verdict.LESS, Verdict.EQUAL, Verdict.MORE, Verdict.UNKNOWN))
    gap_cell = f"{_GAP}{line}"
    complete = f'AND({_MISSING}{line}="",{_UNUSABLE}{line}="")'
    whole = f'IF({complete},IF({gap_cell}=0,"{equal}","{more}"),"{unknown}")'
    text = f'=IF({gap_cell}="","{unknown}",IF({gap_cell}<0,"{less}",{whole}))'
    return Formula(text, summed.verdict.value)


def _live_verdict(summed: SummedCell, gap: Number | None) -> Verdict:
    if gap is None:
        return Verdict.UNKNOWN
    if gap < 0:
        return Verdict.LESS
    if summed.missing or summed.unusable:
        return Verdict.UNKNOWN
    return Verdict.MORE if gap else Verdict.EQUAL
