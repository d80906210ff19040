"""No single wrong figure of 表三 or 表四 goes unseen, and a balanced report is never called wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from judging import rules, subject_for
from msgspec.structs import replace

from govreport_lint.api import lint_text
from govreport_lint.engine.judging import judge
from govreport_lint.finding import Finding, Severity
from govreport_lint.report import Figure, Report, State
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.selection import choose

PARTS = ("natural_person", "business", "research", "social", "legal_service", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")
JUDGES = choose(rules(), ("A", "T206", "T207", "T212", "Z402", "Z403", "Z405"), ())
TABLES = ("applications", "remedies")


def printed(figure: Figure, value: int) -> Figure:
    """The cell with another number in it."""
    return figure._replace(value=value, raw=str(value), state=State.NUMBER if value else State.ZERO)


def with_values(report: Report, values: dict[tuple[str, str, str], int]) -> Report:
    """The report with other numbers in some cells."""
    figures = (printed(figure, values[figure[:3]]) if figure[:3] in values else figure for figure in report.figures)
    return replace(report, figures=tuple(figures))


def balanced(report: Report, seed: int) -> Report:
    """The report with large figures that satisfy every equation."""
    draw = random.Random(seed)
    rows = list(dict.fromkeys(figure.row for figure in report.figures if figure.table == "applications"))
    results = [row for row in rows if row not in ("received", "carried_in", "handled_total", "carried_out")]
    table = {(row, part): draw.choice((0, 0, draw.randrange(9000))) for row in results for part in PARTS}
    for part in PARTS:
        table["handled_total", part] = sum(table[row, part] for row in results)
        table["carried_in", part] = draw.randrange(300)
        out = table["handled_total", part] + 400
        table["received", part] = out - table["carried_in", part]
        table["carried_out", part] = 400
    values = {("applications", row, part): number for (row, part), number in table.items()}
    values |= {("applications", row, "total"): sum(table[row, part] for part in PARTS) for row in rows}
    for row, most in (("review", 3000), ("litigation_direct", 2000), ("litigation_after_review", 900)):
        numbers = [draw.randrange(most // 2, most) for _ in OUTCOMES]
        values |= {("remedies", row, key): number for key, number in zip(OUTCOMES, numbers, strict=True)}
        values["remedies", row, "total"] = sum(numbers)
    return with_values(report, values)


@pytest.fixture(scope="module")
def standard() -> Report:
    return lint_text(standard_report()).report


@pytest.fixture(scope="module", params=["standard", "large"])
def report(request: pytest.FixtureRequest, standard: Report) -> Report:
    return balanced(standard, seed=7) if request.param == "large" else standard


def errors(report: Report) -> list[Finding]:
    """The errors among the findings."""
    return [finding for finding in judge(subject_for(report), JUDGES).findings if finding.severity is Severity.ERROR]


def other_values(report: Report, figure: Figure) -> Iterator[int]:
    """What a slip puts into a cell: one more, nothing, what stands beside or below it."""
    value = int(figure.value or 0)
    mine = [other for other in report.figures if other.table == figure.table]
    at = mine.index(figure)
    width = len(PARTS) + 1 if figure.table == "applications" else len(OUTCOMES) + 1
    neighbours = [mine[place].value for place in (at - 1, at + 1, at - width, at + width) if 0 <= place < len(mine)]
    yield from {value + 1, 0, *(int(other or 0) for other in neighbours)} - {value}


def names(finding: Finding, figure: Figure) -> bool:
    """Whether a finding is about the row or the column of a cell."""
    place = finding.place
    return place.table == figure.table and (place.row == figure.row or place.column == figure.column)


def test_a_balanced_report_has_no_error(report: Report) -> None:
    assert not judge(subject_for(report), JUDGES).findings


def test_every_wrong_cell_is_seen(report: Report) -> None:
    cells = [figure for figure in report.figures if figure.table in TABLES]
    assert len(cells) == 25 * 7 + 15
    unseen = []
    for figure in cells:
        for value in other_values(report, figure):
            found = errors(with_values(report, {figure[:3]: value}))
            if not any(names(finding, figure) for finding in found):
                unseen.append((figure[:3], value))
    assert not unseen


def test_one_wrong_cell_is_never_called_a_shift(report: Report) -> None:
    cells = [figure for figure in report.figures if figure.table in TABLES]
    for figure in cells[::7]:
        findings = judge(subject_for(with_values(report, {figure[:3]: int(figure.value or 0) + 3})), JUDGES).findings
        assert "T212" not in {finding.code for finding in findings}


def test_a_changed_cell_breaks_only_its_own_row_and_column(standard: Report) -> None:
    figure = standard.figure("applications", "refused_process", "natural_person")
    assert figure is not None
    found = errors(with_values(standard, {figure[:3]: 5}))
    assert {(finding.code, finding.place.row, finding.place.column) for finding in found} == {
        ("A303", "refused_process", "total"),
        ("A302", "handled_total", "natural_person"),
    }


TOTAL = "| | （七）总计 | | 10 | 2 | 0 | 0 | 0 | 0 | 12 |"
REPEATED = "| | | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
REMEDIES = "| 1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 |"


@pytest.mark.parametrize(
    ("row", "wrong", "codes"),
    [
        (TOTAL, TOTAL.replace("| 10 |", "| 11 |"), {"A301", "A302", "A303"}),
        (TOTAL, TOTAL.replace("| 12 |", "| 0 |"), {"A301", "A302", "Z405"}),
        (REPEATED, REPEATED.removesuffix("0 |") + "1 |", {"A302", "Z405"}),
        (REMEDIES, REMEDIES.removesuffix("1 | 0 |") + "2 | 0 |", {"A305"}),
    ],
)
def test_the_same_through_the_text(row: str, wrong: str, codes: set[str]) -> None:
    text = standard_report()
    assert text.count(row) == 1
    result = lint_text(text.replace(row, wrong), select=("A", "T", "Z402", "Z405"))
    assert {finding.code for finding in result.findings if finding.severity is Severity.ERROR} == codes
    assert not lint_text(text, select=("A", "T", "Z402", "Z405")).findings
