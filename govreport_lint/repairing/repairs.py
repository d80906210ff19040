"""Which cell is wrong: the smallest set of cells whose correction makes every equation of a table hold.

The Fellegi–Holt principle of statistical offices (docs/repair.md): change as few cells as possible. The
equations are those of the checks. Every equally small answer is told, so that one that is the only one can be
called so; the program never writes a figure into a report by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..checks import Subject
from ..checks.subject.equations.instances import equality_rules
from ..finding import Finding, Repair
from ..lines import Lines
from ..report import Report
from ..rulebook.packs import Rule
from .limits import Limits

__all__ = ["Limits", "repairs"]


def repairs(
    subject: Subject,
    rules: Sequence[Rule],
    findings: Sequence[Finding],
    *,
    known: Mapping[tuple[str, str, str], int] | None = None,
    limits: Limits | None = None,
) -> tuple[Repair, ...]:
    """One repair for each independent cause of equations that do not hold, table by table.

    ``findings`` are those of the same rules on the report; ``known`` are figures from elsewhere (last year's
    report), by table, row and column, which choose among equally small answers. A table that could not be read
    has no repair, a table that balances neither.
    """
    if not _is_due(subject.report, rules, findings):
        return ()
    # Loaded only here: a report that balances does not need it.
    from .told_causes import Case, records

    lines = Lines(subject.document.source)
    return tuple(records(Case(subject, tuple(rules), tuple(findings), known or {}, limits or Limits(), lines)))


def _is_due(report: Report, rules: Sequence[Rule], findings: Sequence[Finding]) -> bool:
    """Whether there can be anything to repair; spares a balanced report the work."""
    stated = list(equality_rules(rules, report.form))
    codes = {rule.code for rule, _ in stated}
    silencing = {rule.code for rule in rules if any(codes.intersection(silence.codes) for silence in rule.silences)}
    if any(finding.code in codes or finding.code in silencing for finding in findings):
        return True
    tables = {options.table for _, options in stated}
    figures = (figure for figure in report.figures if figure.table in tables)
    return any(figure.value is None or figure.value < 0 for figure in figures)
