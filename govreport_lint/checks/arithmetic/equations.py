"""Kind ``equation``: an expression that must hold for each column, each row, or once for a table.

An equation passes if it holds with blanks as 0; it fails only if no whole numbers ≥ 0 in the blank cells
could make it hold; otherwise, and where a cell is missing or unreadable, it cannot be assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...language import Text
from ...report import Figure, State
from ...rulebook.expressions import Comparison, holds
from ...rulebook.kinds import Kind
from ..subject.instances import Instance, Options, instances
from ..subject.outcome import NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import BLANK, Cells, number, short, unread
from .equation_words import failure

__all__ = ["KIND", "Instance", "Options", "check", "fillable", "instances"]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every instance of the equation."""
    cells = subject.cells(options.table)
    for instance in instances(subject, options):
        yield _judge(cells, instance, subject.form.key)


def _judge(cells: Cells, instance: Instance, form: str) -> Outcome:
    reason = unread(cells) or _unusable(cells, instance.cells)
    if reason:
        return NotAssessable(instance.place, reason)
    if holds(instance.condition, lambda name: sum(map(number, instance.figures[name]))):
        return Passed(instance.place)
    count = sum(figure.state in BLANK for figure in instance.cells)
    if count and fillable(instance):
        return NotAssessable(
            instance.place,
            Text(f"有 {count} 个空白单元格，填齐后才能判断", f"{count} blank cell" + "s" * (count > 1)),
        )
    return failure(cells, instance, form)


def fillable(instance: Instance) -> bool:
    """Whether whole numbers ≥ 0 in the blank cells can make a failing condition hold (true when in doubt)."""
    condition = instance.condition
    if not isinstance(condition, Comparison):
        return True
    terms = [*condition.left.terms, *((name, -factor) for name, factor in condition.right.terms)]
    rest = condition.left.constant - condition.right.constant
    signs = set()
    for name, factor in terms:
        for figure in instance.figures[name]:
            rest += factor * number(figure)
            if figure.state in BLANK:
                signs.add(factor > 0)
    wanted = {"==": rest < 0, "<=": False, "<": False, ">=": True, ">": True}.get(condition.operator)
    return True if wanted is None else wanted in signs


def _unusable(cells: Cells, figures: tuple[Figure, ...]) -> Text | None:
    figure = next((figure for figure in figures if not _usable(figure)), None)
    if figure is None:
        return None
    row, column = short(cells.table.row(figure.row)), short(cells.table.column(figure.column))
    if figure.state is State.MISSING:
        return _missing(cells, figure, row, column)
    zh, en = ("不是整数", "not a whole number") if figure.value is not None else ("不是数字", "not a number")
    return Text(f"“{row.zh}”行“{column.zh}”列{zh}", f"row “{row.en}”, column “{column.en}”: {en}")


def _usable(figure: Figure) -> bool:
    if figure.value is None:
        return figure.state in BLANK
    return isinstance(figure.value, int) or figure.value == int(figure.value)


def _missing(cells: Cells, figure: Figure, row: Text, column: Text) -> Text:
    reading = cells.reading
    if figure.column in reading.missing_columns:
        return Text(f"缺少“{column.zh}”列", f"column “{column.en}” is missing")
    printed = next((line for line in reading.rows if line.key == figure.row), None)
    if printed is None:
        return Text(f"缺少“{row.zh}”行", f"row “{row.en}” is missing")
    reason = printed.reason or Text("无法与各列对应", "cannot be assigned to columns")
    return Text(f"“{row.zh}”行：{reason.zh}", f"row “{row.en}”: {reason.en}")


KIND = Kind(
    name="equation",
    options=Options,
    check=check,
    says=("column", "difference", "left", "printed", "right", "row", "table"),
    wordings={"2019": None, "2021": None},
)
