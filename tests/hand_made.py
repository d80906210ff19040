"""A small report and its result, made by hand, so that the output is tested without readers and checks."""

from __future__ import annotations

from govreport_lint.document import Document, Location, Paragraph, Passage, Run
from govreport_lint.finding import Change, Context, Coverage, Evidence, Finding, Place, Repair, Severity, Unassessed
from govreport_lint.language import Text
from govreport_lint.lines import Lines
from govreport_lint.report import DateMention, Figure, Report, Section, State, TableReading, UnitKind
from govreport_lint.result import Result, Source
from govreport_lint.rulebook.forms import load_form
from govreport_lint.told import Claim, Words

SENTENCE = "全年共收到政府信息公开申请7件。"
SOURCE = f"标题\n前言。{SENTENCE}均已办结。\n| （一）予以公开 | 9 | 3 | 0 | 0 | 0 | 0 | 11 |\n"
NUMBER_AT = SOURCE.index("7件")
TOTAL_AT = SOURCE.index("11")
NUMBER_PLACE = Location(NUMBER_AT, NUMBER_AT + 1)
TOTAL_PLACE = Location(TOTAL_AT, TOTAL_AT + 2)
COLUMNS = ("natural_person", "business", "research", "social", "legal_service", "other", "total")
GRANTED = (9, 3, 0, 0, 0, 0, 11)


def make_document(source: str | None = SOURCE) -> Document:
    """The document of the report."""
    text = SOURCE.splitlines()[1]
    at = SOURCE.index(text)
    passage = Passage(text, (Run(0, Location(at, at + len(text))),))
    return Document("report.md", "markdown", source, (Paragraph(passage),))


def make_report(**changes: object) -> Report:
    """The report; ``changes`` replace fields."""
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
                section=1,
                words=Words(SENTENCE, SENTENCE.index("7"), SENTENCE.index("7") + 1, NUMBER_PLACE),
            ),
        ),
        "dates": (DateMention("signature", None, "2025年2月30日", Location(0, 1)),),
        "form_signs": {},
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
        "message": Text("总计(11)，各列之和＝12，相差 1。", "total (11), the columns make 12, apart by 1."),
        "suggestion": Text("请对照台账核实。", "Check against the register."),
        "basis": Text("年报格式表三", "Table 3 of the official format"),
        "place": Place(3, "applications", "granted", "total"),
        "location": TOTAL_PLACE,
        "span": Lines(SOURCE).span(TOTAL_PLACE),
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
        "message": Text("正文与表三不一致。", "The text differs from Table 3."),
        "place": Place(1),
        "quote": SENTENCE,
        "location": NUMBER_PLACE,
        "span": Lines(SOURCE).span(NUMBER_PLACE),
        "context": Context("全年共收到政府信息公开申请", "7", "件。"),
        "fingerprint": "f2",
        "expected": None,
        "actual": None,
        "evidence": (Evidence(Place(3, "applications", "received", "total"), "0"),),
    }
    return make_finding(**{**fields, **changes})


def make_result(*findings: Finding, report: Report | None = None, path: str = "report.md") -> Result:
    """A result with its coverage and, where something was found, a repair."""
    change = Change("granted", "total", "11", "12", TOTAL_PLACE, Lines(SOURCE).span(TOTAL_PLACE))
    repairs = (Repair("applications", (change,), True, explains=("f1",)),) if findings else ()
    unassessed = tuple(
        Unassessed("A303", Place(3, "applications", row), Text("有 2 个空白单元格", "2 blank cells"))
        for row in ("received", "carried_in")
    )
    coverage = Coverage(57, len(findings), 2, unassessed)
    return Result(Source(path, "0" * 64, "markdown"), report or make_report(), findings, coverage, repairs)
