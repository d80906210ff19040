"""Figures of an honest unit: two years that balance and go on from each other."""

from __future__ import annotations

from random import Random

from govreport_lint.checks.subject.cell_values import Cell
from govreport_lint.rulebook.forms import load_form

Figures = dict[Cell, int]
PARTS = ("natural_person", "business", "research", "social", "legal_service", "other")
ENDS = ("received", "carried_in", "handled_total", "carried_out")
_COUNTS = ("upheld", "corrected", "other", "pending")


def two_years(draw: Random, *, town: bool) -> tuple[Figures, Figures]:
    """Last year's figures and this year's."""
    size = draw.choice((2, 4, 8, 15) if town else (5, 12, 25, 60))
    carried = {part: draw.randrange(3) if part == PARTS[0] else 0 for part in PARTS}
    before, carried = _applications(draw, size, carried)
    now, _ = _applications(draw, size, carried)
    stock = draw.randrange(2, 9 if town else 40)
    first, stock = _documents(draw, stock, town=town)
    second, _ = _documents(draw, stock, town=town)
    return {**before, **first, **_remedies(draw, size)}, {**now, **second, **_remedies(draw, size)}


def result_rows() -> list[str]:
    """The rows of the results in the form of 2021."""
    rows = [row.key for row in load_form("2021").table("applications").rows if not row.alone]
    return [row for row in rows if row not in ENDS]


def with_totals(values: Figures) -> Figures:
    """表三 with its totals: results added up, received what then must have come in, every row's total."""
    made = dict(values)
    for part in PARTS:
        handled = sum(made.get(("applications", row, part), 0) for row in result_rows())
        out = made.get(("applications", "carried_out", part), 0)
        made["applications", "handled_total", part] = handled
        made["applications", "received", part] = handled + out - made.get(("applications", "carried_in", part), 0)
    for row in (*result_rows(), *ENDS):
        made["applications", row, "total"] = sum(made.get(("applications", row, part), 0) for part in PARTS)
    return made


def _applications(draw: Random, size: int, carried: dict[str, int]) -> tuple[Figures, dict[str, int]]:
    values: Figures = {}
    rows = result_rows()
    for part in PARTS:
        # What was carried in is handled, and more came in.
        want = carried[part] + (draw.randrange(1, size + 1) if part == PARTS[0] else draw.randrange(0, 1 + size // 4))
        for _ in range(want):
            row = "granted" if draw.random() < 0.5 else draw.choice(rows)
            values["applications", row, part] = values.get(("applications", row, part), 0) + 1
        values["applications", "carried_in", part] = carried[part]
        values["applications", "carried_out", part] = draw.randrange(2) if part == PARTS[0] else 0
    out = {part: values["applications", "carried_out", part] for part in PARTS}
    return with_totals(values), out


def _documents(draw: Random, stock: int, *, town: bool) -> tuple[Figures, int]:
    issued = draw.randrange(0, 3 if town else 6)
    repealed = draw.randrange(0, min(3, stock) + 1)
    stock = stock + issued - repealed
    made = {("disclosure", "normative_documents", key): value for key, value in
            (("issued", issued), ("repealed", repealed), ("in_force", stock))}  # fmt: skip
    for row, most in (("licences", 900), ("penalties", 80), ("coercion", 9)):
        made["disclosure", row, "decisions"] = draw.randrange(most // 2, most)
    made["disclosure", "fees", "amount"] = draw.randrange(0, 50)
    return made, stock


def _remedies(draw: Random, size: int) -> Figures:
    made: Figures = {}
    for row in ("review", "litigation_direct", "litigation_after_review"):
        most = 2 if size > 10 and row != "litigation_after_review" else 0
        for column in _COUNTS[:-1]:
            made["remedies", row, column] = draw.randrange(most + 1)
        made["remedies", row, "pending"] = 0
        made["remedies", row, "total"] = sum(made["remedies", row, column] for column in _COUNTS)
    return made
