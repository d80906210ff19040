"""Roll-ups that went wrong in a known way: a county's units with sparse figures, and a county's report beside them.

Most units have few applications or none; their tables balance. The county's report is the sum of those that count,
with one unit or two left out, added twice, added although it does not count, or added as it was before it was
corrected; some have slips of the pen besides.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from govreport_lint.auditing.audited import Move, MoveKind
from govreport_lint.checks.subject.beside import UnitValues
from govreport_lint.checks.subject.cell_values import Cell, CellValues, form_cells
from govreport_lint.form import Form
from govreport_lint.report import State
from govreport_lint.rulebook.forms import load_form

FORM = load_form("2021")
Numbers = dict[Cell, int | Decimal]
_APPLICANTS = ("natural_person", "business", "research", "social", "legal_service", "other")
_LIKELY = (70, 20, 1, 2, 3, 4)


class Planted(NamedTuple):
    """A roll-up, and what went wrong in it. ``typed``: cells with a slip of the pen."""

    county: CellValues
    units: tuple[UnitValues, ...]
    moves: tuple[Move, ...]
    typed: tuple[Cell, ...]


def values_of(numbers: Mapping[Cell, int | Decimal], form: Form = FORM) -> CellValues:
    """The values of a report with three rows of other results; cells that are not given are 0."""
    found: list[int | Decimal | None] = []
    states: list[State] = []
    for cell in form_cells(form):
        single = cell[1] == "other_handling" and form.key == "2021"
        value = numbers.get(cell, None if single else 0)
        found.append(value)
        states.append(State.MISSING if value is None else State.NUMBER if value else State.ZERO)
    return CellValues(form.key, tuple(found), tuple(states))


def plant(seed: int, size: int = 45) -> Planted:
    """One roll-up."""
    dice = random.Random(seed)
    reports = [figures(dice) for _ in range(size)]
    names = [f"示范县第{number}镇人民政府" for number in range(1, size + 1)]
    outside = dice.sample(range(size), 3)
    before = {at: corrected(reports[at], dice) for at in dice.sample(range(size), size // 4) if at not in outside}
    kinds = dice.choices(list(MoveKind), k=dice.choice((1, 2)))
    moves: list[Move] = []
    total: Numbers = {}
    for at in set(range(size)) - set(outside):
        add(total, reports[at])
    for kind in kinds:
        places = {MoveKind.NOT_COUNTED: outside, MoveKind.OLD_DRAFT: list(before)}
        taken = {move.unit for move in moves}
        own = places.get(kind, [at for at in range(size) if at not in outside])
        at = dice.choice([at for at in own if names[at] not in taken])
        apply(kind, total, reports[at], before.get(at, {}))
        moves.append(Move(kind, names[at]))
    typed = slips(total, dice) if dice.random() < 0.3 else ()
    units = tuple(
        UnitValues(
            name, "乡镇", at not in outside, values_of(reports[at]), values_of(before[at]) if at in before else None
        )
        for at, name in enumerate(names)
    )
    return Planted(values_of(total), units, tuple(moves), typed)


def figures(dice: random.Random) -> Numbers:
    """The figures of a unit."""
    found: Numbers = {}
    for _ in range(dice.choice((0, 0, 0, 0, 1, 1, 2, 3, 5, 9, 20))):
        one_application(found, dice)
    for _ in range(dice.choice((0, 0, 0, 0, 0, 0, 1, 2, 5))):
        row = dice.choice(("review", "review", "litigation_direct", "litigation_after_review"))
        column = dice.choice(("upheld", "upheld", "corrected", "other", "pending"))
        for each in (column, "total"):
            found["remedies", row, each] = found.get(("remedies", row, each), 0) + 1
    if dice.random() < 0.5:
        found["disclosure", "normative_documents", "in_force"] = dice.randint(0, 12)
        found["disclosure", "normative_documents", "issued"] = dice.choice((0, 0, 1, 2))
        found["disclosure", "normative_documents", "repealed"] = dice.choice((0, 0, 0, 1))
    for row, most in (("licences", 900), ("penalties", 120), ("coercion", 15)):
        if dice.random() < 0.35:
            found["disclosure", row, "decisions"] = dice.randint(1, dice.choice((5, most)))
    if dice.random() < 0.2:
        found["disclosure", "fees", "amount"] = Decimal(dice.randint(1, 60000)) / 100
    return found


def one_application(found: Numbers, dice: random.Random) -> None:
    """An application that came in this year or last, and was handled or not."""
    results = [row.key for row in FORM.table("applications").rows if row.group or row.key.endswith("granted")]
    rows = [dice.choices(("received", "carried_in"), (9, 1))[0]]
    rows += ["carried_out"] if dice.random() < 0.1 else [dice.choice([*results, "granted", "granted"]), "handled_total"]
    applicant = dice.choices(_APPLICANTS, _LIKELY)[0]
    for row in rows:
        for column in (applicant, "total"):
            found["applications", row, column] = found.get(("applications", row, column), 0) + 1


def corrected(now: Numbers, dice: random.Random) -> Numbers:
    """The figures of a unit before they were corrected: some applications fewer, a row that was wrong."""
    before = dict(now)
    for _ in range(dice.choice((1, 1, 2, 4))):
        one_application(before, dice)
    if dice.random() < 0.5:
        before["disclosure", "licences", "decisions"] = dice.randint(0, 300)
    return before


def apply(kind: MoveKind, total: Numbers, report: Numbers, before: Numbers) -> None:
    """What the county's clerk did with a unit."""
    add(total, report, -1 if kind in (MoveKind.LEFT_OUT, MoveKind.OLD_DRAFT) else 1)
    if kind is MoveKind.OLD_DRAFT:
        add(total, before)


def add(total: Numbers, report: Numbers, factor: int = 1) -> None:
    """Add a report's figures."""
    for cell, value in report.items():
        total[cell] = total.get(cell, 0) + factor * value


def slips(total: Numbers, dice: random.Random) -> tuple[Cell, ...]:
    """Cells that were typed wrong."""
    cells = [cell for cell in form_cells(FORM) if cell[1] != "other_handling"]
    chosen = tuple(dice.sample(cells, dice.choice((1, 1, 2, 3))))
    for cell in chosen:
        total[cell] = max(0, total.get(cell, 0) + dice.choice((-10, -1, 1, 1, 2, 9, 100)))
    return chosen


def outcome(planted: Planted) -> str:
    """``explained``, ``tied``, ``not`` or ``wrong``: whether what is said of a roll-up is what was done to it."""
    from govreport_lint.auditing.sums.explanations import explain

    truth = set(planted.moves)
    found = explain(planted.county, planted.units, FORM)
    if not found:
        return "not"
    if any(not any(set(answer) <= truth for answer in (each.moves, *each.ties)) for each in found):
        return "wrong"
    return "tied" if any(each.ties for each in found) else "explained"


def has_many_cells(planted: Planted, fewest: int = 6) -> bool:
    """Whether every unit that went wrong changed many cells, sums not among them, and nothing was typed wrong."""
    units = {unit.name: unit for unit in planted.units}
    return not planted.typed and all(changed_cells(units[move.unit], move.kind) >= fewest for move in planted.moves)


def changed_cells(unit: UnitValues, kind: MoveKind) -> int:
    """How many cells of the county's report a unit changed by what was done with it."""
    assert unit.values is not None
    before = unit.before.numbers if kind is MoveKind.OLD_DRAFT and unit.before else (0,) * len(unit.values.numbers)
    return sum(
        (now or 0) != (was or 0) and cell[1] != "handled_total" and cell[2] != "total"
        for cell, now, was in zip(form_cells(FORM), unit.values.numbers, before, strict=True)
    )
