"""The Code Quality report: its documented fields, and a fingerprint of its own for each issue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from hand_made import make_claim_finding, make_finding, make_result
from msgspec.structs import replace
from runs import written_text

from govreport_lint.document import Location
from govreport_lint.language import same
from govreport_lint.output.words.problems import SET_ASIDE, Problem
from govreport_lint.result import Result

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text("utf-8"))


def issues(*values: Result | Problem, base: str = "/") -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(written_text("gitlab", *values, base=base))
    jsonschema.validate(data, SCHEMA)
    return data


def test_an_issue() -> None:
    (issue,) = issues(make_result(make_finding()))
    assert issue["check_name"] == "A303"
    assert issue["severity"] == "critical"
    assert issue["location"] == {"path": "report.md", "lines": {"begin": 3}}
    assert issue["description"].endswith("：总计(11)，各列之和＝12，相差 1。建议：请对照台账核实。")


def test_fingerprints_are_unique_and_the_same_from_every_folder() -> None:
    twice = make_result(make_finding(), make_finding(), make_claim_finding(), path="/a/r.md")
    first = [
        issue["fingerprint"]
        for issue in issues(twice, replace(twice, source=replace(twice.source, path="/a/s.md")), base="/a")
    ]
    assert len(set(first)) == 6
    moved = replace(twice, source=replace(twice.source, path="/b/c/r.md"))
    assert [issue["fingerprint"] for issue in issues(moved, base="/b/c")] == first[:3]


def test_reports_in_one_file_have_fingerprints_of_their_own() -> None:
    result = make_result(make_finding())
    each = [replace(result, source=replace(result.source, part=part)) for part in (1, 2)]
    found = issues(*each)
    assert len({issue["fingerprint"] for issue in found}) == 2
    assert {issue["location"]["path"] for issue in found} == {"report.md"}


def test_a_format_without_lines_names_the_first() -> None:
    (issue,) = issues(make_result(make_finding(location=Location(table=1), span=None)))
    assert issue["location"]["lines"] == {"begin": 1}


def test_a_file_without_a_result_is_an_issue_of_its_own() -> None:
    (issue,) = issues(Problem("./坏.md", same("文件是空的")))
    assert (issue["check_name"], issue["severity"], issue["location"]["path"]) == ("unreadable", "blocker", "坏.md")


def test_what_was_set_aside_is_no_issue() -> None:
    assert issues(Problem("说明.md", same("不是年报"), SET_ASIDE)) == []


def test_nothing_found_is_an_empty_list() -> None:
    assert written_text("gitlab", make_result()) == "[]\n"
