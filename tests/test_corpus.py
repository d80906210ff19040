"""The real reports: every figure as printed, every hard fault found, no false error anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from judging import rules

from govreport_lint import Finding, Result, Severity, lint

# On cut-off or wrecked documents these are neither right nor wrong unless the list of faults names them.
FREE_ON_WRECKS = {"S101", "S102", "S105", "S111", "T201", "T204", "D601"}
READABLE = (".txt", ".md", ".html", ".pdf")


class Fault(NamedTuple):
    """A line of truth.tsv."""

    file: str
    code: str
    place: str
    note: str
    strength: str


def faults(corpus: Path) -> list[Fault]:
    """The list of faults; a note may name another rule that the same fault falls under ("N507 the same")."""
    lines = (corpus / "truth.tsv").read_text("utf-8").splitlines()[1:]
    listed = [Fault(*line.split("\t")) for line in lines if line.strip()]
    same = [fault._replace(code=code) for fault in listed for code in re.findall(r"([A-Z]\d{3}) the same", fault.note)]
    return [*listed, *same]


def stem(path: Path, corpus: Path) -> str:
    """The name of the report that truth.tsv uses for all files made of it."""
    return str(path.relative_to(corpus)).split(".")[0]


@cache
def results(corpus: Path) -> dict[Path, Result]:
    paths = sorted(path for path in corpus.rglob("*") if path.suffix in READABLE)
    return {path: lint(path) for path in paths if path.name != "README.md"}


def found(corpus: Path) -> Iterator[tuple[str, Path, Finding]]:
    for path, result in results(corpus).items():
        for finding in result.findings:
            yield stem(path, corpus), path, finding


def test_figures_are_those_printed(corpus: Path) -> None:
    expected = json.loads((corpus / "figures.json").read_text("utf-8"))
    read = {str(path.relative_to(corpus)): result for path, result in results(corpus).items()}
    wrong, compared = [], 0
    for name, tables in expected.items():
        if not name.endswith(READABLE):
            continue
        printed = {(f.table, f.row, f.column): f.raw or None for f in read[name].report.figures}
        wanted = {
            (table, row, column): raw
            for table, rows in tables.items()
            for row, cells in rows.items()
            for column, raw in cells.items()
        }
        compared += len(wanted)
        wrong += [
            (name, key, wanted.get(key), printed.get(key))
            for key in wanted | printed
            if wanted.get(key) != printed.get(key)
        ]
    assert compared > 1000
    assert not wrong


def test_hard_faults_are_found(corpus: Path) -> None:
    known = {rule.code for rule in rules()}
    ours = {(name, finding.code) for name, _, finding in found(corpus)}
    hard = [fault for fault in faults(corpus) if fault.strength == "hard" and fault.code in known]
    assert hard
    assert [fault for fault in hard if (fault.file, fault.code) not in ours] == []


def test_no_false_error(corpus: Path) -> None:
    true = {(fault.file, fault.code) for fault in faults(corpus)}
    wrecks = [name for name, _, _ in found(corpus) if name.startswith("partial/")] + ["stcsm-2024"]
    false = [
        (path.name, finding.code, finding.message.zh)
        for name, path, finding in found(corpus)
        if finding.severity is Severity.ERROR
        and (name, finding.code) not in true
        and not (name in wrecks and finding.code in FREE_ON_WRECKS)
    ]
    assert false == []


@pytest.mark.parametrize("name", ["suqian-2023", "pingtan-2021"])
def test_faultless_reports_have_no_error_and_no_doubt_of_their_figures(corpus: Path, name: str) -> None:
    said = [finding for stem_name, _, finding in found(corpus) if stem_name == name]
    assert [f for f in said if f.severity is Severity.ERROR or f.family in ("arithmetic", "prose")] == []


class Score(NamedTuple):
    """How a rule did: faults of the list that it has to find and found, reports that it doubts, rightly or not."""

    code: str
    hard: int
    hit: int
    said: int
    right: int


def scores(corpus: Path) -> list[Score]:
    """A score for each rule that finds, or should find, something; on wrecks the free codes are left out."""
    known = {rule.code for rule in rules()}
    true = {(fault.file, fault.code): fault.strength for fault in faults(corpus) if fault.code in known}
    every = {(name, finding.code) for name, _, finding in found(corpus)}
    doubted = {
        (name, f.code)
        for name, _, f in found(corpus)
        if (name, f.code) in true
        or (f.severity is not Severity.INFO and not (is_wreck(name) and f.code in FREE_ON_WRECKS))
    }
    hard = {key for key, strength in true.items() if strength == "hard"}
    return [
        Score(
            code,
            sum(c == code for _, c in hard),
            sum(c == code for _, c in hard & every),
            sum(c == code for _, c in doubted),
            sum(c == code for _, c in doubted & set(true)),
        )
        for code in sorted({c for _, c in hard | doubted})
    ]


def is_wreck(name: str) -> bool:
    """Whether a report is cut off or fell to pieces."""
    return name.startswith("partial/") or name == "stcsm-2024"


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.0%}" if whole else "-"


def test_precision_and_recall(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, not judged: errors and warnings, rule by rule, against the faults that people found."""
    rows = scores(corpus)
    sums = [sum(getattr(row, name) for row in rows) for name in Score._fields[1:5]]
    total = Score("all", *sums)
    with capsys.disabled():
        print(f"\ncorpus: {len(results(corpus))} files\n  rule  recall (hard faults)  precision (reports doubted)")
        for row in (*rows, total):
            print(f"  {row.code:5} {share(row.hit, row.hard):21} {share(row.right, row.said)}")
    assert rows


@pytest.mark.parametrize("name", ["suqian-2023", "pingtan-2021"])
def test_faultless_reports_have_no_warning_of_their_prose(corpus: Path, name: str) -> None:
    doubts = [f for stem_name, _, f in found(corpus) if stem_name == name and f.severity is Severity.WARNING]
    assert [f for f in doubts if f.family in ("prose", "zero", "language")] == []


def test_hard_faults_of_the_prose_are_told_with_their_numbers(corpus: Path) -> None:
    said = [(name, finding.code, finding.message.zh) for name, _, finding in found(corpus)]
    for name, code, words in (
        ("shanghai-office-2019", "N505", "＝275"),
        ("shanghai-office-2019", "N505", "＝337"),
        ("shanghai-office-2019", "N511", "716"),
        ("shanghai-office-2019", "N512", "258÷805"),
        ("pingtan-2019", "N511", "＝2533"),
        ("pingtan-2020", "N511", "＝2603"),
    ):
        assert [message for *key, message in said if key == [name, code] and words in message]
