"""Units and a county's report for the tests of the roll-up, from the few figures that a test is about."""

from __future__ import annotations

from collections.abc import Mapping

from hand_built import build
from judging import subject_for

from govreport_lint.checks.subject.beside import Beside, UnitValues
from govreport_lint.checks.subject.cell_values import CellValues, cell_values
from govreport_lint.engine.judging import Judged, judge
from govreport_lint.report import Report
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.selection import choose
from govreport_lint.shipped import shipped_rulebook

Cells = Mapping[str, str]


def values(report: Report) -> CellValues:
    """The figures of a report in its own form."""
    return cell_values(report, load_form(report.form))


def unit(name: str, report: Report | None, *, counted: bool = True, before: Report | None = None) -> UnitValues:
    """A unit with what it has reported."""
    return UnitValues(
        name, "乡镇", counted, values(report) if report else None, values(before) if before else None, names=(name,)
    )


def received(natural: int | str, business: int | str = 0, *, single: bool = False, form: str = "2021") -> Report:
    """A report that says nothing but how many applications came in."""
    total = natural + business if isinstance(natural, int) and isinstance(business, int) else natural
    return build(form=form, single=single, applications={"received": f"{natural}|{business}|0|0|0|0|{total}"})


def judged_beside(report: Report, beside: Beside, *codes: str) -> Judged:
    """What the rules with these codes say of a report with other papers beside it."""
    from msgspec.structs import replace

    return judge(replace(subject_for(report), beside=beside), choose(shipped_rulebook().rules, codes, ()))
