"""表三 in balance, as systems of equations: random ones, and real figures made to balance."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from judging import rules, subject_for
from msgspec.structs import replace

from govreport_lint.api import lint_text
from govreport_lint.document import Location
from govreport_lint.repairing.systems import Equation, System, systems
from govreport_lint.report import Figure, Report, State
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.pages import standard_report

PARTS = ("natural_person", "business", "research", "social", "legal_service", "other")
ENDS = ("received", "carried_in", "handled_total", "carried_out")
Values = dict[tuple[str, str], int]
# How nothing is left of the balance of a table.
WRECKS = ("random", "large", "below zero", "mostly zero", "half blank", "random and blank", "text")


def random_values(draw: random.Random) -> Values:
    """The figures of a made-up office: many zeros, few or many applications."""
    size = draw.choice((3, 12, 60, 900))
    rows = _results("2021")
    values = {(row, part): 0 for row in rows for part in PARTS}
    for row in rows:
        for part in PARTS:
            if draw.random() < (0.4 if part == PARTS[0] else 0.1):
                values[row, part] = draw.randrange(size)
    for part in PARTS:
        values["carried_in", part] = draw.choice((0, 0, draw.randrange(1 + size // 6)))
        values["carried_out", part] = draw.choice((0, 0, draw.randrange(1 + size // 6)))
    return balanced(values, rows)


def real_values(figures: Path) -> Iterator[tuple[str, Values]]:
    """The form and the figures of every real 表三 of a file of figures, made to balance."""
    for tables in json.loads(figures.read_text("utf-8")).values():
        table = tables.get("applications", {})
        if table:
            form = "2019" if "other_handling" in table else "2021"
            printed = {(row, part): _number(cells.get(part)) for row, cells in table.items() for part in PARTS}
            rows = [row for row in table if row not in ENDS]
            yield form, balanced(printed, rows)


def balanced(values: Mapping[tuple[str, str], int], rows: list[str]) -> Values:
    """The parts as they are, every total summed up, 新收 what then came in (and 上年结转 0 where it would be negative)."""
    made = {(row, part): values.get((row, part), 0) for row in (*rows, "carried_in", "carried_out") for part in PARTS}
    for part in PARTS:
        made["handled_total", part] = sum(made[row, part] for row in rows)
        out = made["handled_total", part] + made["carried_out", part]
        made["carried_in", part] = min(made["carried_in", part], out)
        made["received", part] = out - made["carried_in", part]
    for row in (*rows, *ENDS):
        made[row, "total"] = sum(made[row, part] for part in PARTS)
    return made


def report_of(form: str, values: Values) -> Report:
    """A report with these figures in 表三."""
    report = lint_text(standard_report()).report
    keys = [row.key for row in load_form(form).table("applications").rows if (row.key, "total") in values]
    figures = tuple(
        Figure(
            "applications",
            row,
            column,
            values[row, column],
            str(values[row, column]),
            State.NUMBER if values[row, column] else State.ZERO,
            Location(),
        )
        for row in keys
        for column in (*PARTS, "total")
    )
    others = tuple(figure for figure in report.figures if figure.table == "remedies")
    return replace(report, form=form, figures=figures + others, claims=())


def wreck(kind: str, draw: random.Random) -> Report:
    """A report in whose 表三 nothing is left of the balance."""
    figures = []
    for figure in report_of("2021", random_values(draw)).figures:
        value, chance = figure.value, draw.random()
        raw = ""
        if kind == "random":
            value = draw.randrange(50)
        elif kind == "large":
            value = draw.randrange(10**22)
        elif kind == "below zero":
            value = draw.randrange(-5, 5)
        elif kind == "mostly zero" and chance < 0.7:
            value = 0
        elif kind == "half blank" and chance < 0.5:
            value = None
        elif kind == "random and blank":
            value = None if chance < 0.3 else draw.randrange(50)
        elif kind == "text" and chance < 0.5:
            value, raw = None, "约1"
        empty = State.TEXT if raw else State.BLANK
        state = empty if value is None else State.NUMBER if value else State.ZERO
        figures.append(figure._replace(value=value, raw=raw if value is None else str(value), state=state))
    return replace(report_of("2021", random_values(draw)), figures=tuple(figures))


def system_of(report: Report) -> System:
    """The equations of its 表三."""
    return next(system for system in systems(subject_for(report), rules()) if system.table == "applications")


def with_values(system: System, values: list[int]) -> System:
    """The system with other figures in its cells."""
    return replace(system, values=tuple(values), equations=tuple(_missing(one, values) for one in system.equations))


def wrong_values(system: System, draw: random.Random, count: int) -> list[int]:
    """The system's figures with ``count`` of them changed: to 0, to a neighbour's figure, to another number."""
    values = list(system.values)
    for cell in draw.sample(range(len(values)), count):
        right = system.values[cell]
        ways = [0, system.values[max(0, cell - 1)], system.values[min(len(values) - 1, cell + 1)]]
        others = [way for way in ways if way != right]
        values[cell] = draw.choice(others) if others and draw.random() < 0.6 else _another(right, draw)
    return values


def _another(right: int, draw: random.Random) -> int:
    return draw.choice([value for value in range(max(0, right - 20), right + 21) if value != right])


def _missing(equation: Equation, values: list[int]) -> Equation:
    return replace(equation, residual=-sum(by * values[cell] for cell, by in equation.coefficients.items()))


def _results(form: str) -> list[str]:
    rows = load_form(form).table("applications").rows
    return [row.key for row in rows if row.key not in (*ENDS, "other_handling")]


def _number(raw: str | None) -> int:
    return int(raw) if raw and raw.isdecimal() else 0
