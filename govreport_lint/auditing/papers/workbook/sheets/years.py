"""年度衔接: what last year's report carries over, beside what this year's takes over."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from .....checks.subject.cell_values import Cell, CellValues
from .....form import Form
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table, shade
from .....output.workbook.drawing.values import Column, Formula, Value
from .....rulebook.forms import load_form
from ....audited import Audit, Audited
from ...told import called
from .cover import title_of
from .figure_layout import Number

NAME = "年度衔接"
PURPOSE = "上年年报结转下年度与本年上年结转、规范性文件件数、尚未审结数的衔接"
COLUMNS = (
    Column("单位", "text", 26, 12),
    Column("申请人类型", "centre", 14, 12),
    Column("上年结转下年度", "number", 10),
    Column("本年上年结转", "number", 10),
    Column("差额", "number", 8),
    Column("文件现行有效：上年＋制发－废止", "number", 18),
    Column("文件现行有效：本年", "number", 12),
    Column("文件差额", "number", 8),
    Column("尚未审结（上年）", "number", 12),
    Column("复议诉讼总计（本年）", "number", 12),
    Column("说明", "text", 48, 20),
)
_TABLE, _OUT, _IN, _TOTAL = "applications", "carried_out", "carried_in", "total"
_DOCUMENTS = ("disclosure", "normative_documents")
_NOTE = "差额＝本年－上年，不为 0 的请与上年年报核对后更正或说明原因；没有数据的分项不列。"


# The first line of the table, from 1: title, note and header stand above it.
_FIRST = 4


class Years(Struct, frozen=True):
    """The figures of a unit of two years, each in its own form."""

    before: CellValues
    before_form: Form
    now: CellValues
    now_form: Form

    def last(self, cell: Cell) -> Number | None:
        """A figure of last year."""
        return self.before.number(self.before_form, cell)

    def own(self, cell: Cell) -> Number | None:
        """A figure of this year."""
        return self.now.number(self.now_form, cell)


def draw(book: Book, audit: Audit) -> None:
    """The sheet; a unit that is not compared has one row that says why."""
    rows: list[tuple[Value, ...]] = []
    county = (audit.county,) if audit.county and audit.county.previous else ()
    for audited in (*audit.units, *county):
        for line in _lines(audited):
            rows.append(_with_formulas(line, len(rows) + _FIRST))
    sheet = draw_table(book, NAME, title_of(audit, f"　{NAME}"), COLUMNS, rows, notes=(_NOTE,), fixed=2)
    first, last = _FIRST - 1, _FIRST + max(len(rows), 1) - 2
    for column, letter in ((4, "E"), (7, "H")):
        differs = {"type": "formula", "criteria": f'=AND({letter}{_FIRST}<>"",{letter}{_FIRST}<>0)'}
        shade(book, sheet, column, first, last, differs, "gap")


def _with_formulas(line: tuple[Value, ...], number: int) -> tuple[Value, ...]:
    """The two differences as formulas of the row they stand in (from 1)."""
    cells = list(line)
    for at, this, last in ((4, 3, 2), (7, 6, 5)):
        mine, before = cells[this], cells[last]
        letters = "ABCDEFGHIJK"
        if isinstance(mine, str) or isinstance(before, str):
            continue
        text = f"=ROUND({letters[this]}{number}-{letters[last]}{number},6)"
        cells[at] = Formula(text, _gap(mine, before)) if mine is not None and before is not None else None
    return tuple(cells)


def _gap(mine: Value, before: Value) -> Number:
    return mine - before  # type: ignore[operator,return-value]


def _lines(audited: Audited) -> Iterator[tuple[Value, ...]]:
    name = called(audited)
    now = audited.entry.values if audited.entry else None
    before = audited.previous.values if audited.previous else None
    if now is None or before is None or (audited.unit and audited.unit.exempt):
        yield (name, "", *[None] * 8, _why_not(audited))
        return
    years = Years(before, load_form(before.form), now, load_form(now.form))
    columns = years.now_form.table(_TABLE).columns
    for column in sorted(columns, key=lambda column: column.key != _TOTAL):
        out, taken = years.last((_TABLE, _OUT, column.key)), years.own((_TABLE, _IN, column.key))
        if column.key == _TOTAL:
            yield (name, column.label, out, taken, None, *_documents(years), None, *_remedies(years), _note(out, taken))
        elif out or taken:
            yield (name, column.label, out, taken, None, *[None] * 5, _note(out, taken))


def _why_not(audited: Audited) -> str:
    if audited.unit and audited.unit.exempt:
        return f"免比上年：{audited.unit.exempt}"
    if audited.entry is None:
        return "没有可用的本年年报"
    if audited.entry.values is None:
        return "本年年报没有可用的表格"
    return "没有上年年报" if audited.previous is None else "上年年报没有可用的表格"


def _note(out: Number | None, taken: Number | None) -> str:
    if out is None or taken is None:
        return "有一年未填或不是数字，无法比对"
    return "" if out == taken else "上年结转与上年年报不衔接，请核实"


def _documents(years: Years) -> tuple[Value, Value]:
    """Last year's stock with this year's changes, and this year's stock; blank where a form has no such columns."""
    stock = years.last((*_DOCUMENTS, "in_force"))
    issued, repealed = years.own((*_DOCUMENTS, "issued")), years.own((*_DOCUMENTS, "repealed"))
    own = years.own((*_DOCUMENTS, "in_force"))
    if stock is None or issued is None or repealed is None:
        return None, own
    return stock + issued - repealed, own


def _remedies(years: Years) -> tuple[Value, Value]:
    """Cases that were pending last year, and all cases of this year, over the rows of 表四."""
    rows = [row.key for row in years.now_form.table("remedies").rows]
    pending = [years.last(("remedies", row, "pending")) for row in rows]
    totals = [years.own(("remedies", row, _TOTAL)) for row in rows]
    return _sum(pending), _sum(totals)


def _sum(numbers: list[Number | None]) -> Value:
    known = [number for number in numbers if number is not None]
    return sum(known, start=0) if len(known) == len(numbers) else None
