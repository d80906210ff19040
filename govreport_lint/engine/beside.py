"""A report that was judged by itself, judged again with the papers that lie beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ..checks import Subject
from ..checks.subject.beside import Beside
from ..checks.subject.cell_values import Cell
from ..checks.subject.identity.last_year import not_compared
from ..finding import Coverage, Finding
from ..report import Report
from ..rulebook.packs import Rule
from .judging import Judged, judge, order


def with_papers(
    alone: Subject, beside: Beside, rules: Sequence[Rule], before: Judged
) -> tuple[tuple[Finding, ...], Coverage]:
    """The findings and the coverage of a report, those of the rules about other papers among them.

    A rule that says more with papers (``beside`` of its kind) is asked twice, and its first answer taken back.
    """
    further = [rule for rule in rules if rule.check.kind.needs_papers]
    again = [rule for rule in rules if rule.check.kind.beside]
    old, new = judge(alone, again), judge(replace(alone, beside=beside), [*further, *again])
    codes = {rule.code for rule in again}
    kept = [finding for finding in before.findings if finding.code not in codes]
    return tuple(sorted([*kept, *new.findings], key=order)), _together(before.coverage, old.coverage, new.coverage)


def known_figures(report: Report, beside: Beside | None) -> Mapping[Cell, int]:
    """The cells that last year's report tells: what it carried out is what this year's carries in."""
    if beside is None or beside.previous is None or not_compared(report, beside):
        return {}
    cells = beside.previous.tables.get("applications")
    carried = cells.row("carried_out") if cells else ()
    return {
        ("applications", "carried_in", figure.column): figure.value
        for figure in carried
        if isinstance(figure.value, int)
    }


def _together(whole: Coverage, old: Coverage, new: Coverage) -> Coverage:
    gone = set(old.unassessed)
    unassessed = (*(one for one in whole.unassessed if one not in gone), *new.unassessed)
    return Coverage(
        whole.passed - old.passed + new.passed,
        whole.failed - old.failed + new.failed,
        whole.not_assessable - old.not_assessable + new.not_assessable,
        unassessed,
    )
