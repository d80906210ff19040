"""The JSON contract, version 2, key by key; CSV of the figures."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from conftest import SAMPLES
from hand_made import SOURCE, make_claim_finding, make_document, make_finding, make_report, make_result
from msgspec.structs import replace
from runs import run

from govreport_lint import lint
from govreport_lint.document import Location
from govreport_lint.language import same
from govreport_lint.output.data.csv import CsvWriter, harmless
from govreport_lint.output.data.extracted_json import ExtractWriter
from govreport_lint.output.data.json import JsonWriter
from govreport_lint.output.data.schema import contract_schema
from govreport_lint.output.words.problems import Problem, Totals
from govreport_lint.result import Result

COLUMN = SOURCE.splitlines()[2].index("11") + 1


def written(*values: Result | Problem) -> str:
    stream = io.StringIO()
    writer = JsonWriter(stream, run())
    writer.start()
    totals = Totals(passed_over=3)
    for value in values:
        totals = totals.plus(value)
        writer.problem(value) if isinstance(value, Problem) else writer.result(value)
    writer.close(totals, ())
    jsonschema.validate(json.loads(stream.getvalue()), contract_schema())
    return stream.getvalue()


def test_keys_stand_in_the_order_of_the_contract() -> None:
    data = json.loads(written(make_result(make_finding())))
    assert list(data) == ["schema", "files", "summary"]
    assert data["schema"] == "govreport-lint/2"
    (file,) = data["files"]
    assert list(file) == ["path", "report", "findings", "repairs", "notes", "source", "coverage"]
    assert file["report"] == {"organ": "米易县普威镇", "kind": "township", "year": 2024, "form": "2021"}
    assert list(file["report"]) == ["organ", "kind", "year", "form"]
    (finding,) = file["findings"]
    assert list(finding) == [
        "code",
        "rule",
        "family",
        "severity",
        "message",
        "suggestion",
        "basis",
        "place",
        "location",
        "expected",
        "actual",
        "evidence",
        "fix",
        "fingerprint",
    ]
    assert list(finding["place"]) == ["section", "table", "row", "column"]
    assert list(finding["location"]) == [
        "line",
        "column",
        "end_line",
        "end_column",
        "page",
        "paragraph",
        "table",
        "row",
        "cell",
    ]
    assert list(file["repairs"][0]) == [
        "table",
        "cells",
        "unique",
        "alternatives",
        "reasons",
        "explains",
        "more",
    ]
    assert file["source"] == {"sha256": "0" * 64, "format": "markdown", "part": None}
    assert list(file["repairs"][0]["cells"][0]) == ["row", "column", "printed", "suggested"]
    assert list(file["coverage"]) == ["passed", "failed", "not_assessable", "unassessed"]
    assert list(file["coverage"]["unassessed"][0]) == ["rule", "place", "reason"]
    assert data["summary"] == {
        "files": 1,
        "unreadable": 0,
        "passed_over": 3,
        "error": 1,
        "warning": 0,
        "info": 0,
    }


def test_values_of_a_finding() -> None:
    finding = json.loads(written(make_result(make_finding())))["files"][0]["findings"][0]
    assert finding["severity"] == "error"
    assert finding["location"] == {
        "line": 3,
        "column": COLUMN,
        "end_line": 3,
        "end_column": COLUMN + 2,
        "page": None,
        "paragraph": None,
        "table": None,
        "row": None,
        "cell": None,
    }
    assert finding["evidence"][0] == {
        "source": "report",
        "place": {"section": 3, "table": "applications", "row": "granted", "column": "natural_person"},
        "value": "9",
    }


def test_what_does_not_apply_is_null() -> None:
    report = make_report(organ=None, year=None)
    finding = make_claim_finding(location=Location(page=2, paragraph=5), span=None)
    file = json.loads(written(make_result(finding, report=report)))["files"][0]
    assert file["report"]["organ"] is None
    assert file["report"]["year"] is None
    location = file["findings"][0]["location"]
    assert (location["line"], location["end_column"]) == (None, None)
    assert (location["page"], location["paragraph"], location["cell"]) == (2, 5, None)
    assert file["findings"][0]["expected"] is None
    assert file["findings"][0]["place"] == {"section": 1, "table": None, "row": None, "column": None}


def test_unreadable_files_stand_among_the_others() -> None:
    bad = Problem("坏.md", same("文件是空的"))
    data = json.loads(written(make_result(), bad, make_result(make_claim_finding())))
    assert data["files"][1] == {"path": "坏.md", "error": {"code": "unreadable", "message": "文件是空的"}}
    assert (data["summary"]["files"], data["summary"]["unreadable"], data["summary"]["warning"]) == (3, 1, 1)


def test_no_file_is_valid_too() -> None:
    assert json.loads(written())["files"] == []


def test_layout_is_two_spaces_and_chinese_is_not_escaped() -> None:
    text = written(make_result(make_finding()), make_result())
    data = json.loads(text)
    assert text == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_a_file_name_that_is_not_utf8_is_written() -> None:
    assert json.loads(written(Problem("a\udcff.md", same("没有这个文件"))))["files"][0]["path"] == "a?.md"


@pytest.mark.parametrize("several", [False, True])
def test_extract(several: bool) -> None:
    stream = io.StringIO()
    writer = ExtractWriter(stream, "zh", several=several)
    writer.report(make_document(), make_report())
    if several:
        writer.problem(Problem("坏.md", same("文件是空的")))
    writer.close()
    data = json.loads(stream.getvalue())
    report = data[0] if several else data
    assert list(report) == ["organ", "year", "form", "sections", "figures", "claims", "dates"]
    assert list(report["figures"][0]) == ["table", "row", "column", "value", "raw", "state", "location"]
    assert list(report["claims"][0]) == [
        "subject",
        "value",
        "low",
        "high",
        "unit",
        "year",
        "scope",
        "text",
        "location",
    ]
    assert report["dates"][0]["value"] is None
    assert list(report["sections"][0]) == ["number", "title", "location"]
    if several:
        assert data[1]["error"]["code"] == "unreadable"
    assert stream.getvalue() == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_csv_opens_in_excel_and_runs_no_formula() -> None:
    stream = io.StringIO()
    writer = CsvWriter(stream)
    writer.report(replace(make_document(), name="=cmd.md"), make_report())
    assert stream.getvalue().startswith("\ufeffpath,")
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff"))))
    total = next(r for r in rows if (r["row"], r["column"]) == ("granted", "total"))
    assert (total["value"], total["raw"], total["state"], total["line"]) == ("11", "11", "number", "3")
    assert total["path"] == "'=cmd.md"
    licences = next(row for row in rows if row["row"] == "licences")
    assert (licences["raw"], licences["value"], licences["state"]) == ("'=1+1", "", "text")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("-18", "-18"),
        ("+19", "+19"),
        ("-", "-"),
        ("=1", "'=1"),
        ("@a", "'@a"),
        ("\t=1", "'=1"),
        ("-1+2", "'-1+2"),
        ("3件", "3件"),
        ("-1,234.5", "-1,234.5"),
    ],
)
def test_only_formulas_are_guarded(text: str, safe: str) -> None:
    assert harmless(text) == safe


def test_every_sample_keeps_to_the_schema() -> None:
    for path in sorted(path for path in SAMPLES.iterdir() if path.is_file()):
        written(lint(path))


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.pop("notes"),
        lambda file: file.update(language="zh"),
        lambda file: file["findings"][0].update(severity="grave"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_have(change: Callable[[dict[str, Any]], None]) -> None:
    data = json.loads(written(make_result(make_finding())))
    change(data["files"][0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, contract_schema())
