"""Kind ``equation``: an expression that must hold for each column, each row, or once for a table.

An equation passes if it holds with blanks as 0; it fails only if no whole numbers ≥ 0 in the blank cells could make
it hold; otherwise, and where a cell is missing or unreadable, it cannot be assessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ..document import Location
from ..expressions import Comparison, Condition, Sum, holds, names, parse
from ..finding import Evidence, Place
from ..form import Label, TableForm
from ..language import Text
from ..report import Figure, Report, State
from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``each``: ``column``, ``row`` or ``table``; ``only`` limits it to some keys; ``at`` names the cell that a
    failure is shown at (a row, a column, or ``行.列``; without it the whole column or row); ``forms`` limits it to
    some forms."""

    kind: str
    table: str
    each: str
    expression: str
    at: str = ""
    only: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Instance(Struct, frozen=True):
    """One equation of a rule: the condition, and the figures behind each of its names."""

    condition: Condition
    place: Place
    figures: dict[str, tuple[Figure, ...]]
    at: Figure | None
    names_are_rows: bool


_BLANK = (State.BLANK, State.DASH)


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every instance of the equation."""
    if options.forms and subject.form.key not in options.forms:
        return
    reading = subject.report.table(options.table)
    if not reading.found:
        return
    for instance in instances(subject, options):
        yield _judge(subject, instance)


def instances(subject: Subject, options: Options) -> Iterator[Instance]:
    """The equations of a rule with their cells; also what ``repair`` works on."""
    table = subject.form.table(options.table)
    condition = parse(options.expression)
    cells = {(f.row, f.column): f for f in subject.report.figures if f.table == table.key}
    for row, column in _fixed(table, options, cells):
        found = {name: _figures(table, name, row, column, cells) for name in names(condition)}
        if any(not figures for figures in found.values()):
            continue
        at = next(iter(_figures(table, options.at, row, column, cells)), None) if options.at else None
        place = Place(table.section, table.key, at.row if at else row, at.column if at else column)
        yield Instance(condition, place, found, at, options.each == "column")


def _fixed(
    table: TableForm, options: Options, cells: dict[tuple[str, str], Figure]
) -> Iterator[tuple[str | None, str | None]]:
    if options.each == "column":
        for column in table.columns:
            if not options.only or column.key in options.only:
                yield None, column.key
    elif options.each == "row":
        for row in table.rows:
            if (not options.only or row.key in options.only) and any(key[0] == row.key for key in cells):
                yield row.key, None
    else:
        yield None, None


def _figures(
    table: TableForm, name: str, row: str | None, column: str | None, cells: dict[tuple[str, str], Figure]
) -> tuple[Figure, ...]:
    if "." in name:
        row_name, column_name = name.split(".", 1)
        rows, columns = _keys(table, row_name, table.rows), _keys(table, column_name, table.columns)
    elif row is None:
        rows, columns = _keys(table, name, table.rows), (column or "",)
    else:
        rows, columns = (row,), _keys(table, name, table.columns)
    return tuple(cells[r, c] for r in rows for c in columns if (r, c) in cells)


def _keys(table: TableForm, name: str, things: tuple[Label, ...]) -> tuple[str, ...]:
    """The rows (or columns) that a short name stands for; a group's name stands for its members."""
    direct = tuple(thing.key for thing in things if thing.short == name)
    if direct:
        return direct
    group = next((group.key for group in table.groups if group.short == name), None)
    return tuple(
        thing.key for thing in things if group and group in (thing.group, getattr(thing, "alone", None))
    )


def _judge(subject: Subject, instance: Instance) -> Outcome:
    figures = [figure for group in instance.figures.values() for figure in group]
    reason = _unusable(subject.report, figures)
    if reason:
        return NotAssessable(instance.place, reason)

    def value(name: str) -> int:
        return sum(_number(figure) for figure in instance.figures[name])

    if holds(instance.condition, value):
        return Passed(instance.place)
    blanks = [figure for figure in figures if figure.state in _BLANK]
    if blanks and fillable(instance):
        count = len(blanks)
        return NotAssessable(
            instance.place, Text(f"有 {count} 个空白单元格", f"{count} blank cell" + "s" * (count > 1))
        )
    return _failure(subject, instance)


def fillable(instance: Instance) -> bool:
    """Whether some whole numbers ≥ 0 in the blank cells make a failing condition hold (true when in doubt)."""
    condition = instance.condition
    if not isinstance(condition, Comparison):
        return True
    terms = [*condition.left.terms, *((name, -factor) for name, factor in condition.right.terms)]
    rest = condition.left.constant - condition.right.constant
    signs = set()
    for name, factor in terms:
        for figure in instance.figures[name]:
            rest += factor * _number(figure)
            if figure.state in _BLANK:
                signs.add(factor > 0)
    wanted = {"==": rest < 0, "<=": False, "<": False, ">=": True, ">": True}.get(condition.operator)
    return True if wanted is None else wanted in signs


def _unusable(report: Report, figures: list[Figure]) -> Text | None:
    if any(figure.state is State.MISSING for figure in figures):
        unreadable = report.table(figures[0].table).unreadable
        if unreadable:
            return Text("表格无法读取", "the table cannot be read")
        return Text("缺行、缺列或该行无法读取", "a row or column is missing or cannot be read")
    if any(figure.state is State.TEXT for figure in figures):
        return Text("有单元格不是数字", "a cell is not a number")
    return None


def _number(figure: Figure) -> int:
    return int(figure.value) if isinstance(figure.value, int | Decimal) else 0


def _failure(subject: Subject, instance: Instance) -> Failed:
    table = subject.form.table(instance.place.table or "")
    figures = [figure for group in instance.figures.values() for figure in group]
    at = instance.at or figures[0]
    values: dict[str, Text | str] = {
        "row": _name(table.rows, at.row), "column": _name(table.columns, at.column),
    }  # fmt: skip
    expected = actual = None
    if isinstance(instance.condition, Comparison):
        left, right = _written(table, instance, "left"), _written(table, instance, "right")
        numbers = [_sum(instance, side) for side in (instance.condition.left, instance.condition.right)]
        values |= {"left": left, "right": right, "difference": str(abs(numbers[0] - numbers[1]))}
        expected, actual = str(numbers[1]), str(numbers[0])
    evidence = tuple(
        Evidence(Place(table.section, table.key, figure.row, figure.column), figure.raw) for figure in figures
    )
    return Failed(
        place=instance.place, location=at.location if at.raw else _nearest(figures), quote=at.raw,
        values=values, expected=expected, actual=actual, evidence=evidence,
    )  # fmt: skip


def _nearest(figures: list[Figure]) -> Location:
    return next((figure.location for figure in figures if figure.raw), figures[0].location)


def _sum(instance: Instance, side: Sum) -> int:
    parts = ((factor, figure) for name, factor in side.terms for figure in instance.figures[name])
    return side.constant + sum(factor * _number(figure) for factor, figure in parts)


def _written(table: TableForm, instance: Instance, side: str) -> Text:
    """One side of a comparison with its values: ``新收(60)＋上年结转(0)＝60``; of many parts only those not 0."""
    assert isinstance(instance.condition, Comparison)
    written: Sum = getattr(instance.condition, side)
    parts = [(factor, name, figure) for name, factor in written.terms for figure in instance.figures[name]]
    shown = parts if len(parts) <= 6 else [part for part in parts if _number(part[2])]
    total = _sum(instance, written)
    words = []
    for language in ("zh", "en"):
        text = ""
        for factor, name, figure in shown:
            sign = "－" if factor < 0 else "＋" if text else ""
            text += f"{sign}{_cell(table, instance, name, figure).in_language(language)}({figure.raw or '空'})"
        if written.constant or not shown:
            text += ("＋" if text else "") + str(written.constant)
        words.append(f"{text}＝{total}" if len(parts) > 1 else text)
    return Text(*words)


def _cell(table: TableForm, instance: Instance, name: str, figure: Figure) -> Text:
    row, column = _name(table.rows, figure.row), _name(table.columns, figure.column)
    if "." in name:
        return Text(f"{row.zh} {column.zh}", f"{row.en} {column.en}")
    return row if instance.names_are_rows else column


def _name(things: tuple[Label, ...], key: str) -> Text:
    label = next(thing for thing in things if thing.key == key)
    return Text(label.short, label.english)


KIND = Kind(Options, check)
