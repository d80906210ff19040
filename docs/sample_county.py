"""Write samples/county: a small county with two years of reports and a few faults, to try the audit on.

Run from anywhere: ``python docs/sample_county.py``. The same every time.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from counties.documents import as_text
from counties.faults import broken_carry_over, copied_text, wrong_in_prose, wrong_total
from counties.figures import Figures, with_totals
from counties.places import CITY, COUNTY
from counties.plans import YEAR, Plan, plan_of
from msgspec.structs import replace

from govreport_lint.auditing.listing.units_file import units_table
from govreport_lint.auditing.unit import Unit, UnitCategory, UnitList

FOLDER = Path(__file__).parent.parent / "samples" / "county"
UNITS = (
    ("人民政府办公室", UnitCategory.DEPARTMENT),
    ("青山镇人民政府", UnitCategory.TOWNSHIP),
    ("红旗乡人民政府", UnitCategory.TOWNSHIP),
    ("城关街道办事处", UnitCategory.SUBDISTRICT),
    ("民政局", UnitCategory.DEPARTMENT),
    ("水利局", UnitCategory.DEPARTMENT),
)
_FAULTS = {
    "青山镇人民政府": wrong_total,
    "民政局": wrong_in_prose,
    "城关街道办事处": broken_carry_over,
    "红旗乡人民政府": copied_text,
}
_LATE, _NAME = "水利局", "{organ}{year}年政府信息公开工作年度报告.md"


def main() -> None:
    """Write the folder anew."""
    draw = Random(2024)
    units = [Unit(number=at, name=COUNTY + name, category=kind) for at, (name, kind) in enumerate(UNITS, 1)]
    plans = [plan_of(unit, draw) for unit in units]
    shutil.rmtree(FOLDER, ignore_errors=True)
    for year in (YEAR - 1, YEAR):
        for plan in plans:
            fault = _FAULTS.get(plan.unit.name.removeprefix(COUNTY))
            if fault and year == YEAR:
                fault(plan)
            late = plan.unit.name.endswith(_LATE) and year == YEAR
            _write(plan, year, FOLDER / ("补报" if late else str(year)))
    town = next(plan for plan in plans if plan.unit.name.endswith("青山镇人民政府"))
    town.printed = {}
    _write(town, YEAR, FOLDER / "补报", "（终稿）")
    (FOLDER / "units.csv").write_bytes(units_table(UnitList(tuple(units), COUNTY, CITY)))
    _county(plans)


def _write(plan: Plan, year: int, folder: Path, draft: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = _NAME.format(organ=plan.unit.name, year=year).replace(".md", f"{draft}.md")
    (folder / name).write_text(as_text(plan.draft(year)), "utf-8")


def _county(plans: list[Plan]) -> None:
    """The county's own report: 民政局 was added up with a figure that it has corrected since."""
    sums: Figures = {}
    for plan in plans:
        for cell, text in plan.draft(YEAR).figures.items():
            sums[cell] = sums.get(cell, 0) + int(text)
    sums = {**sums, **with_totals({cell: number for cell, number in sums.items() if cell[2] != "total"})}
    sums["disclosure", "penalties", "decisions"] += 9
    unit = Unit(number=0, name=f"{COUNTY}人民政府", category=UnitCategory.GOVERNMENT)
    county = replace(plans[0], unit=unit, now=sums, printed={}, told=None, overview_seed=7)
    (FOLDER / "county.md").write_text(as_text(county.draft(YEAR)), "utf-8")


if __name__ == "__main__":
    main()
