"""The county's own report and its 汇总表, summed from what the units hand in, with what is planted in both."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

from govreport_lint.rulebook.forms import load_form

from .documents import Draft
from .figures import Figures, with_totals
from .places import COUNTY
from .plans import YEAR, Plan
from .planting import Cast
from .prose import FEES, overview, problems


def counted(made: Cast) -> list[Plan]:
    """The units whose figures count and are there."""
    gone = {plan.unit.name for plan in (*made.missing, made.unreadable)}
    return [plan for plan in made.whole if plan.unit.counted and plan.unit.name not in gone]


def county_draft(made: Cast, draw: Random) -> Draft:
    """The county's report: the sums without the unit that was left out of 表三, and a unit's figure told wrongly."""
    figures = _sums(counted(made), made.left_out)
    named = made.named
    own = int(_printed(named)["applications", "received", "total"])
    told = f"其中，{named.unit.name.removeprefix(COUNTY)}收到{own + 2}件。"
    paragraphs = list(overview(figures, draw))
    count = figures["applications", "received", "total"]
    paragraphs[1] = paragraphs[1].replace(
        f"全年收到政府信息公开申请{count}件。", f"全年收到政府信息公开申请{count}件，{told}"
    )
    return Draft(
        organ=f"{COUNTY}人民政府",
        year=YEAR,
        figures={cell: str(number) for cell, number in figures.items()},
        overview=tuple(paragraphs),
        problems=problems(draw),
        others=FEES,
        signed=f"{YEAR + 1}年2月20日",
    )


def workbook(made: Cast) -> bytes:
    """The 汇总表: a row for each unit, the totals of 表三, three of them wrong."""
    import openpyxl

    table = load_form("2021").table("applications")
    rows = [row for row in table.rows if not row.alone]
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "单位名称", *(_label(row.key) for row in rows)])
    wrong = {plan.unit.name for plan in made.workbook}
    for at, plan in enumerate(counted(made), 1):
        printed = _printed(plan)
        values = [int(printed.get(("applications", row.key, "total"), "0")) for row in rows]
        if plan.unit.name in wrong:
            values[0] += 7
        sheet.append([at, plan.unit.name, *values])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _label(key: str) -> str:
    table = load_form("2021").table("applications")
    row = table.row(key)
    group = table.group(row.group).label if row.group else ""
    return f"{group}{row.label}-总计"


def _printed(plan: Plan) -> dict[tuple[str, str, str], str]:
    return plan.draft(YEAR).figures


def _sums(plans: Sequence[Plan], left_out: Plan) -> Figures:
    sums: Figures = {}
    for plan in plans:
        for cell, text in _printed(plan).items():
            if plan is left_out and cell[0] == "applications":
                continue
            sums[cell] = sums.get(cell, 0) + int(text)
    parts = {cell: number for cell, number in sums.items() if cell[2] != "total"}
    return {**sums, **with_totals(parts)}
