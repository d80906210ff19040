"""Kind ``year-equation``: an expression that must hold between this year's report and last year's.

``上年结转 == 上年.结转下年度``: names that begin with ``上年.`` are those of last year's report. Blanks are judged as
in an equation of one report: as 0 where it then holds, wrong only where no figures in them could make it hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...language import Text
from ...report import Figure
from ...rulebook.expressions import LAST_YEAR, Comparison, Condition, ExpressionError, holds, names, parse
from ...rulebook.kinds import CellName, FormKey, Kind, LineKey, Need, Pattern, TableKey, YearEquation
from ..subject.equations.blanks import open_blanks
from ..subject.equations.instances import Instance, lines_of
from ..subject.equations.unusable import unusable
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.prose import prose
from ..subject.subject import Subject
from ..subject.table_cells import number
from .equation_words import failure
from .told_together import told_together
from .two_years import TwoYears, of_last_year, table_of

_NOT_IN_FORM = Text(
    "上年年报用的是{form}年格式，{table}中没有“{name}”",
    "last year's report is printed in the form of {form}, whose {table_en} has no “{name}”",
)


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``table``, ``each``, ``only`` and ``at`` are those of kind ``equation``; ``expression`` is one comparison, or one
    for each form of this year's report that the rule is for.

    ``first``: the column (or row) that is told first, the others that fail with it; where it does not fail, the
    wording is ``parts``. ``milder``: what in the prose gives a reason why it need not hold; the wording is ``milder``.
    """

    table: TableKey
    each: Literal["column", "row", "table"]
    expression: YearEquation | dict[FormKey, YearEquation]
    at: CellName = ""
    only: tuple[LineKey, ...] = ()
    first: LineKey = ""
    milder: Pattern = ""

    def __post_init__(self) -> None:
        """Both sides are told, so there have to be two."""
        every = [self.expression] if isinstance(self.expression, str) else list(self.expression.values())
        for text in every:
            if not _is_comparison(text):
                raise ValueError(f"只能是一个等式或不等式 must be one comparison: {text}")

    def expression_in(self, form: str) -> str | None:
        """The expression for a form; None where the rule does not apply to it."""
        return self.expression if isinstance(self.expression, str) else self.expression.get(form)


def _is_comparison(text: str) -> bool:
    """Whether a text is one comparison; what cannot be parsed is told where names are looked up."""
    try:
        return isinstance(parse(text), Comparison)
    except ExpressionError:
        return True


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every instance of the equation; those that are told together are one finding."""
    expression = options.expression_in(subject.form.key)
    if expression is None:
        return
    table = table_of(subject, options.table)
    if table.unread:
        yield NotAssessable(table.this.place(), table.unread)
        return
    wording = "milder" if options.milder and _says(subject, options.milder) else None
    judged = [(key, _judge(subject, table, one, wording)) for key, one in _instances(table, parse(expression), options)]
    yield from told_together(judged, options.first) if options.first else (outcome for _, outcome in judged)


def _says(subject: Subject, pattern: str) -> bool:
    wanted = re.compile(pattern)
    return any(wanted.search(passage.text) for _, passage in prose(subject.report))


def _instances(table: TwoYears, condition: Condition, options: Options) -> Iterator[tuple[str, Instance]]:
    """Every instance with the key of its line; without those whose cells the form of this year's report has not."""
    cells = table.this
    for row, column in lines_of(cells, options.each, options.only):
        found = {name: _figures(table, name, row, column) for name in names(condition)}
        if any(not figures for name, figures in found.items() if not name.startswith(LAST_YEAR)):
            continue
        at = next(iter(cells.named(options.at, row, column)), None) if options.at else None
        place = cells.place(at.row if at else row, at.column if at else column)
        yield row or column or "", Instance(condition, place, found, at, options.each == "column")


def _figures(table: TwoYears, name: str, row: str | None, column: str | None) -> tuple[Figure, ...]:
    """The cells behind a name; none where the form of its report does not have them."""
    if not name.startswith(LAST_YEAR):
        return table.this.named(name, row, column)
    own = name.removeprefix(LAST_YEAR)
    if row is not None and all(row != known.key for known in table.last.table.rows):
        return ()
    return table.last.named(own, row, column)


def _judge(subject: Subject, table: TwoYears, instance: Instance, wording: str | None) -> Outcome:
    reason = _unknown(subject, table, instance)
    if reason:
        return NotAssessable(instance.place, reason)
    if holds(instance.condition, lambda name: sum(map(number, instance.figures[name]))):
        return Passed(instance.place)
    undecided = open_blanks(instance)
    if undecided:
        return NotAssessable(instance.place, undecided)
    failed: Failed = failure(table, instance)
    return replace(failed, wording=wording)


def _unknown(subject: Subject, table: TwoYears, instance: Instance) -> Text | None:
    """Why an instance cannot be judged, whatever its figures say."""
    for name, figures in instance.figures.items():
        if not figures:
            return _not_in_form(subject, table, name.removeprefix(LAST_YEAR))
    of = {
        last: [f for name, own in instance.figures.items() if name.startswith(LAST_YEAR) is last for f in own]
        for last in (False, True)
    }
    of_last = unusable(table.last, of[True])
    return unusable(table.this, of[False]) or (of_last_year(of_last) if of_last else None)


def _not_in_form(subject: Subject, table: TwoYears, name: str) -> Text:
    form = subject.beside.previous.form.key if subject.beside and subject.beside.previous else ""
    values = {"form": form, "table": table.last.table.name, "table_en": table.last.table.name_en, "name": name}
    return _NOT_IN_FORM.filled(**values)


KIND = Kind(
    name="year-equation",
    options=Options,
    check=check,
    says=("column", "difference", "last", "left", "others", "right", "row", "table", "this"),
    wordings={"milder": None, "parts": None},
    needs=(Need.TABLES, Need.PREVIOUS),
)
