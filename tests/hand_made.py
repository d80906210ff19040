"""A small report and its result, made by hand, so that the output is tested without readers and checks."""

from __future__ import annotations

from govreport_lint.document import Document, Location, Paragraph, Passage, Run
from govreport_lint.finding import Change, Coverage, Evidence, Finding, Place, Repair, Result, Severity, Unassessed
from govreport_lint.report import Claim, DateMention, Figure, Report, Section, State, TableReading, UnitKind
from govreport_lint.rulebook.forms import load_form

SENTENCE = "全年共收到政府信息公开申请7件。"
SOURCE = f"标题\n前言。{SENTENCE}均已办结。\n| （一）予以公开 | 9 | 3 | 0 | 0 | 0 | 0 | 11 |\n"
NUMBER_AT = SOURCE.index("7件")
TOTAL_AT = SOURCE.index("11")
COLUMNS = ("natural_person", "business", "research", "social", "legal_service", "other", "total")
GRANTED = (9, 3, 0, 0, 0, 0, 11)


def make_report(source: str | None = SOURCE, **changes: object) -> Report:
    """The report; ``changes`` replace fields."""
    text = SOURCE.splitlines()[1]
    at = SOURCE.index(text)
    passage = Passage(text, (Run(0, Location(at, at + len(text))),))
    document = Document("report.md", "markdown", source, (Paragraph(passage),))
    fields: dict[str, object] = {
        "name": "report.md",
        "organ": "米易县普威镇",
        "kind": UnitKind.TOWNSHIP,
        "year": 2024,
        "form": "2021",
        "title": None,
        "signature": None,
        "sections": (Section(1, "总体情况", 1, Location(0, 2)),),
        "preamble": (),
        "tables": tuple(
            TableReading(key=table.key, location=Location(), found=True, section=table.section)
            for table in load_form("2021").tables
        ),
        "figures": make_figures(),
        "claims": (
            Claim(
                subject="received",
                value=7,
                unit="件",
                number="7",
                text=SENTENCE,
                section=1,
                location=Location(NUMBER_AT, NUMBER_AT + 1),
            ),
        ),
        "dates": (DateMention("signature", None, "2025年2月30日", Location(0, 1)),),
        "form_signs": {},
        "document": document,
    }
    return Report(**{**fields, **changes})  # type: ignore[arg-type]


def make_figures() -> tuple[Figure, ...]:
    """表三 with every kind of cell; 表四 of zeros; 表二 with an amount."""
    figures = []
    for row in load_form("2021").table("applications").rows:
        if row.key == "other_handling":
            continue
        for column, value in zip(COLUMNS, GRANTED, strict=True):
            number = value if row.key == "granted" else 0
            state = State.NUMBER if number else State.ZERO
            wrong = (row.key, column) == ("granted", "total")
            location = Location(TOTAL_AT, TOTAL_AT + 2) if wrong else Location()
            figures.append(Figure("applications", row.key, column, number, str(number), state, location))
    figures.append(Figure("disclosure", "fees", "amount", None, "", State.BLANK, Location()))
    figures.append(Figure("disclosure", "licences", "decisions", None, "=1+1", State.TEXT, Location()))
    figures.append(Figure("disclosure", "penalties", "decisions", None, "", State.MISSING, Location()))
    figures.append(Figure("remedies", "review", "total", None, "/", State.DASH, Location()))
    return tuple(figures)


def make_finding(**changes: object) -> Finding:
    """A row total that does not balance."""
    cells = [(column, str(value)) for column, value in zip(COLUMNS, GRANTED, strict=True)]
    fields: dict[str, object] = {
        "code": "A303",
        "rule": "row-total",
        "family": "arithmetic",
        "severity": Severity.ERROR,
        "message": "总计(11)，各列之和＝12，相差 1。",
        "suggestion": "请对照台账核实。",
        "basis": "年报格式表三",
        "place": Place(3, "applications", "granted", "total"),
        "location": Location(TOTAL_AT, TOTAL_AT + 2),
        "quote": "11",
        "expected": "12",
        "actual": "11",
        "evidence": tuple(Evidence(Place(3, "applications", "granted", c), v) for c, v in cells),
        "fingerprint": "f1",
    }
    return Finding(**{**fields, **changes})  # type: ignore[arg-type]


def make_claim_finding(**changes: object) -> Finding:
    """A number in the prose that the table does not have."""
    fields: dict[str, object] = {
        "code": "N501",
        "rule": "received",
        "family": "prose",
        "severity": Severity.WARNING,
        "message": "正文与表三不一致。",
        "place": Place(1),
        "quote": SENTENCE,
        "location": Location(NUMBER_AT, NUMBER_AT + 1),
        "fingerprint": "f2",
        "expected": None,
        "actual": None,
        "evidence": (Evidence(Place(3, "applications", "received", "total"), "0"),),
    }
    return make_finding(**{**fields, **changes})


def make_result(*findings: Finding, report: Report | None = None, path: str = "report.md") -> Result:
    """A result with its coverage and, where something was found, a repair."""
    change = Change("granted", "total", "11", "12")
    repairs = (Repair("applications", (change,), True, explains=("f1",)),) if findings else ()
    unassessed = tuple(
        Unassessed("A303", Place(3, "applications", row), "有 2 个空白单元格") for row in ("received", "carried_in")
    )
    coverage = Coverage(57, len(findings), 2, unassessed)
    return Result(path, report or make_report(), findings, coverage, repairs)
