"""A unit's two reports while faults are being planted: everything that a fault can change, and what was planted."""

from __future__ import annotations

from random import Random

from msgspec import Struct, field

from govreport_lint.auditing.unit import Unit, UnitCategory

from .documents import Draft
from .figures import Figures, two_years, with_totals
from .prose import FEES, overview, problems

YEAR = 2024


class Planted(Struct, frozen=True):
    """A fault: the unit (empty: a file of no unit), the rule that finds it or the state that tells it."""

    unit: str
    what: str


class Plan(Struct, eq=False):
    """What a unit hands in. ``printed`` are cells that say something else than the figures, ``told`` is the number
    received in the prose where it is not the table's, ``form`` and ``title`` where they are not the usual ones."""

    unit: Unit
    before: Figures
    now: Figures
    draw: Random
    printed: dict[tuple[str, str, str], str] = field(default_factory=dict)
    told: int | None = None
    title: str = ""
    organ: str = ""
    overview_seed: int = 0
    copied_year: bool = False
    copied_problems: bool = False
    copied_from: Plan | None = None
    old_form: bool = False

    @property
    def is_town(self) -> bool:
        """Whether it is a town or a subdistrict."""
        return self.unit.category in (UnitCategory.TOWNSHIP, UnitCategory.SUBDISTRICT)

    def settle_before(self) -> None:
        """Make last year's totals again."""
        self.before = with_totals(self.before)

    def draft(self, year: int) -> Draft:
        """The report of a year."""
        figures = with_totals(self.now if year == YEAR else self.before)
        prose_year = YEAR - 1 if self.copied_year else year
        source = self.copied_from if self.copied_from and year == YEAR else self
        told = self.told if year == YEAR else None
        seed = f"{source.overview_seed} {prose_year}"
        problem_seed = f"{source.overview_seed} {YEAR - 1 if self.copied_problems else prose_year} problems"
        printed = {cell: str(number) for cell, number in figures.items()}
        return Draft(
            organ=self.organ or self.unit.name,
            year=year,
            figures=printed | (self.printed if year == YEAR else {}),
            overview=overview(figures, Random(seed), received=told),
            problems=problems(Random(problem_seed)),
            others=FEES,
            signed=f"{year + 1}年1月{5 + self.overview_seed % 20}日",
            form="2019" if self.old_form else "2021",
            title=self.title if year == YEAR else "",
        )


def plan_of(unit: Unit, draw: Random) -> Plan:
    """An honest unit."""
    town = unit.category in (UnitCategory.TOWNSHIP, UnitCategory.SUBDISTRICT)
    before, now = two_years(draw, town=town)
    return Plan(unit, before, now, draw, overview_seed=draw.randrange(10**9))
