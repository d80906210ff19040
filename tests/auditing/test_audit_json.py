"""audit.json: the contract of lint with what only an audit has, the same bytes each time, nothing read twice."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import SAMPLES
from hand_made import make_finding, make_result
from made_audits import made_audit
from msgspec.structs import replace

from govreport_lint import lint
from govreport_lint.auditing.audited import Audit, Decision, WorkbookCheck
from govreport_lint.auditing.entry import Entry
from govreport_lint.auditing.papers.data.audit_json import judged_entries, write, write_json
from govreport_lint.auditing.papers.data.audit_schema import audit_schema
from govreport_lint.finding import Severity
from govreport_lint.language import Text
from govreport_lint.result import Result

SAMPLE = SAMPLES / "puwei-2024.md"


def results(audit: Audit) -> Iterator[tuple[Entry, Result]]:
    """A result with a finding of last year's report for each report that counts."""
    finding = replace(make_finding(), code="H701", rule="carry-over", family="history")
    result = replace(make_result(), findings=(finding,))
    for entry in judged_entries(audit):
        yield entry, result


def written(audit: Audit, language: str = "zh") -> tuple[str, dict[str, Any]]:
    """The text and what it says."""
    stream = io.StringIO()
    write_json(audit, results(audit), stream, language)
    return stream.getvalue(), json.loads(stream.getvalue())


@pytest.fixture(scope="module")
def audit() -> Audit:
    return made_audit()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_keeps_to_its_schema(audit: Audit, language: str) -> None:
    jsonschema.validate(written(audit, language)[1], audit_schema())


def test_an_audit_of_nothing_keeps_to_its_schema(audit: Audit) -> None:
    empty = replace(
        audit, units=(), unlisted=(), county=None, sums=None, workbook=None, templates=(), unread=(), remarks=()
    )
    data = written(empty)[1]
    jsonschema.validate(data, audit_schema())
    assert data["files"] == [] and data["county"] is None


def test_the_schema_refuses_what_is_missing_or_added(audit: Audit) -> None:
    data = written(audit)[1]
    for wrong in ({**data, "time": "12:00"}, {key: value for key, value in data.items() if key != "sums"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, audit_schema())


def test_files_are_those_of_lint_with_the_path_that_the_audit_tells(audit: Audit) -> None:
    result = lint(SAMPLE)
    entry = judged_entries(audit)[0]
    stream = io.StringIO()
    write_json(audit, [(entry, result)], stream)
    data = json.loads(stream.getvalue())
    assert data["schema"] == "govreport-lint/2"
    assert data["files"][0] == {**json.loads(result.to_json()), "path": entry.path}
    assert data["summary"]["error"] == sum(one.severity is Severity.ERROR for one in result.findings)


def test_files_without_a_report_are_told_in_both_places(audit: Audit) -> None:
    data = written(audit)[1]
    assert data["files"][-1]["error"] == data["unread"][0]["error"] == {"code": "unreadable", "message": "文件是空的"}
    assert data["summary"]["unreadable"] == 1 and data["summary"]["passed_over"] == 4


def test_every_report_that_counts_is_there_once_in_order(audit: Audit) -> None:
    paths = [entry.path for entry in judged_entries(audit)]
    assert paths == sorted(paths) and len(paths) == len(set(paths)) == 45
    assert [file["path"] for file in written(audit)[1]["files"][:-1]] == paths


def test_units_tell_their_state_and_their_items(audit: Audit) -> None:
    data = written(audit)[1]
    by_number = {unit["number"]: unit for unit in data["units"]}
    assert list(by_number) == list(range(1, 46))
    missing, first = by_number[9], by_number[1]
    assert (missing["status"], missing["file"], missing["conclusion"]) == ("缺报", None, "—")
    assert [item["code"] for item in missing["items"]] == ["R802"]
    assert first["counts"]["error"] == audit.units[0].count(Severity.ERROR)
    numbers = [item["number"] for item in first["items"]]
    assert numbers == sorted(numbers)
    assert by_number[14]["others"] and by_number[21]["status"] == "不可读"
    assert "H701" in {item["code"] for unit in data["units"] for item in unit["items"]}
    assert {finding["code"] for file in data["files"][:-1] for finding in file["findings"]} == {"H701"}


def test_decisions_are_told_and_null_where_nobody_decided(audit: Audit) -> None:
    decisions = [item["decision"] for unit in written(audit)[1]["units"] for item in unit["items"]]
    assert None in decisions
    assert {"verdict": "不属实", "reason": "台账核对无误，上年年报已更正", "reviewer": "李某"} in decisions
    assert not any(decision == {"verdict": "", "reason": "", "reviewer": ""} for decision in decisions)
    assert Decision() == audit.units[0].items[0].decision


def test_sums_and_workbook(audit: Audit) -> None:
    data = written(audit)[1]
    assert data["sums"]["explanations"][0]["moves"] == [{"kind": "漏计", "unit": "示范县水利局"}]
    assert data["workbook"]["cells"][0]["at"] == "表三!D7"
    refused = replace(audit, workbook=WorkbookCheck(path="表.xlsx", refused=Text("有密码", "it is locked")))
    assert written(refused, "en")[1]["workbook"]["refused"] == "it is locked"


def test_the_same_bytes_each_time_whatever_the_order_of_what_is_kept_by_name(audit: Audit) -> None:
    turned = replace(audit, passed_over=dict(reversed(audit.passed_over.items())), unread=audit.unread[::-1])
    assert written(audit)[0] == written(turned)[0]


def test_results_are_taken_one_at_a_time(audit: Audit) -> None:
    """Nothing is held back: what came before is written when the next is asked for."""
    stream = io.StringIO()
    seen = []

    def watched() -> Iterator[tuple[Entry, Result]]:
        for entry, result in results(audit):
            seen.append(stream.getvalue().count('"coverage"'))
            yield entry, result

    write_json(audit, watched(), stream)
    assert seen == list(range(len(seen)))


def test_it_is_written_into_the_folder(audit: Audit, tmp_path: Path) -> None:
    (path,) = write(audit, results(audit), tmp_path)
    assert path == tmp_path / "audit.json" and json.loads(path.read_text("utf-8"))["audit"]["place"] == "示范县"
    with pytest.raises(ValueError, match="fr"):
        write(audit, results(audit), tmp_path, "fr")
    assert json.loads(path.read_text("utf-8"))
    assert [one.name for one in tmp_path.iterdir()] == ["audit.json"]


def test_the_old_file_stays_where_writing_fails(audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "audit.json").write_text("old")

    def broken() -> Iterator[tuple[Entry, Result]]:
        yield next(results(audit))
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        write(audit, broken(), tmp_path)
    assert (tmp_path / "audit.json").read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["audit.json"]
