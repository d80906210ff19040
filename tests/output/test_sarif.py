"""SARIF 2.1.0: valid against its schema, with what code scanning and editors rest on."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hand_made import make_claim_finding, make_finding, make_result
from msgspec.structs import replace
from runs import run, written_text

from govreport_lint.document import Location
from govreport_lint.finding import Edit, Fix, Place, SettledBy, Severity, Suppressed
from govreport_lint.language import Text, same
from govreport_lint.lines import Span
from govreport_lint.output.formats import output_format
from govreport_lint.output.words.problems import SET_ASIDE, Problem, Totals
from govreport_lint.result import Result
from govreport_lint.rulebook.pages import OwnPage


@cache
def schema() -> jsonschema.protocols.Validator:
    data = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    return jsonschema.Draft4Validator(data, format_checker=jsonschema.FormatChecker())


def log(*values: Result | Problem, base: str = "/folder", language: str = "zh", remarks: tuple[str, ...] = ()) -> Any:
    """The one run of a valid log."""
    data = json.loads(written_text("sarif", *values, base=base, language=language, remarks=remarks))
    schema().validate(data)
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    return run


def settled(means: SettledBy) -> Result:
    return replace(make_result(), suppressed=(Suppressed(make_finding(), "台账如此", "12", means),))


def test_a_finding_is_a_result() -> None:
    run = log(make_result(make_finding()))
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("A303", 0, "error")
    assert result["message"]["text"].endswith("总计：总计(11)，各列之和＝12，相差 1。建议：请对照台账核实。")
    (place,) = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "report.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 37, "endLine": 3, "endColumn": 39},
    }
    assert place["logicalLocations"] == [
        {
            "name": "表三 收到和处理政府信息公开申请情况 · （一）予以公开 · 总计",
            "fullyQualifiedName": "2021/section-3/applications/granted/total",
            "kind": "cell",
        }
    ]
    assert result["partialFingerprints"] == {"govreportLint/v1": "f1"}
    assert result["properties"] == {"expected": "12", "actual": "11", "basis": "年报格式表三"}
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_levels(severity: Severity, level: str) -> None:
    assert log(make_result(make_finding(severity=severity)))["results"][0]["level"] == level


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (Place(), "report"),
        (Place(1), "section"),
        (Place(3, "applications"), "table"),
        (Place(3, "applications", "granted"), "row"),
        (Place(3, "applications", None, "total"), "column"),
    ],
)
def test_kinds_of_places(place: Place, kind: str) -> None:
    (result,) = log(make_result(make_finding(place=place)))["results"]
    assert result["locations"][0]["logicalLocations"][0]["kind"] == kind


def test_rules_are_described_once_in_the_order_of_their_indices() -> None:
    run = log(make_result(make_finding(), make_claim_finding(), make_finding()))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["A303", "N501"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 0]
    rule = rules[0]
    assert rule["name"] == "row-total"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["arithmetic"], "problem.severity": "error"}
    assert "helpUri" not in rule
    for part in ("为什么", "等式", "有问题的写法", "没有问题的写法", "怎么改", "依据"):
        assert f"## {part}\n" in rule["help"]["markdown"]
        assert f"{part}\n" in rule["help"]["text"]
    assert "~~~~" not in rule["help"]["text"]


@pytest.mark.parametrize(
    ("why", "told"), [("本县要求逐行核对。", "本县要求逐行核对。"), ("", "请对照台账核实本行各列和总计")]
)
def test_the_page_of_a_rule_of_ones_own_is_its_help(why: str, told: str) -> None:
    own = replace(run().rulebook, own_pages={"A303": OwnPage(Text(why, why))})
    stream = io.StringIO()
    output = output_format("sarif").open(stream, replace(run(), rulebook=own))
    output.start()
    output.result(make_result(make_finding()))
    output.close(Totals(), ())
    (rule,) = json.loads(stream.getvalue())["runs"][0]["tool"]["driver"]["rules"]
    assert rule["fullDescription"]["text"].startswith(told)
    assert ("为什么" in rule["help"]["text"]) is bool(why)


def test_a_rule_that_the_rulebook_does_not_have_is_only_named() -> None:
    run = log(make_result(make_finding(code="X999", rule="own")))
    assert run["tool"]["driver"]["rules"] == [{"id": "X999"}]


def test_paths_are_told_from_the_working_folder_with_their_bytes_in_utf8() -> None:
    inside = make_result(make_finding(), path="/folder/年 报/2024%#?.md")
    outside = make_result(make_finding(), path="../年报.md")
    run = log(inside, outside)
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
    assert places == [
        {"uri": "%E5%B9%B4%20%E6%8A%A5/2024%25%23%3F.md", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///%E5%B9%B4%E6%8A%A5.md"},
    ]
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"uri": "file:///folder/"}}


@pytest.mark.parametrize(
    ("name", "uri"), [("a\udcff.md", "a%FF.md"), ("a\ud800.md", "a%ED%A0%80.md"), ("a:b.md", "a%3Ab.md")]
)
def test_names_that_are_not_utf8_are_written(name: str, uri: str) -> None:
    assert log(make_result(make_finding(), path=name))["artifacts"][0]["location"]["uri"] == uri


def test_a_format_without_lines_has_no_region_but_its_place_in_words() -> None:
    finding = make_finding(location=Location(table=2, row=3, cell=8), span=None)
    (place,) = log(make_result(finding, path="年报.docx"))["results"][0]["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["message"] == {"text": "第 2 个表格 第 3 行 第 8 格"}


def test_a_fix_is_its_edits_together() -> None:
    edits = (
        Edit(Location(0, 1), "(", "（", Span(1, 1, 1, 2)),
        Edit(Location(2, 2), "", "）", Span(1, 3, 1, 3)),
    )
    finding = make_finding(fix=Fix(Text("改为全角", "full width"), edits))
    (fix,) = log(make_result(finding))["results"][0]["fixes"]
    assert fix["description"] == {"text": "改为全角"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "report.md"
    assert [one["insertedContent"]["text"] for one in change["replacements"]] == ["（", "）"]
    assert change["replacements"][1]["deletedRegion"] == {
        "startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 3,
    }  # fmt: skip


def test_a_fix_without_lines_is_left_out() -> None:
    edits = (Edit(Location(paragraph=1), "(", "（"), Edit(Location(0, 1), "(", "（", Span(1, 1, 1, 2)))
    finding = make_finding(fix=Fix(same("改"), edits))
    assert "fixes" not in log(make_result(finding))["results"][0]


@pytest.mark.parametrize(
    ("means", "kind", "reason"),
    [
        (SettledBy.COMMENT, "inSource", "台账如此"),
        (SettledBy.LIST, "external", "台账如此"),
        (SettledBy.BASELINE, "external", "已列入基线"),
    ],
)
def test_what_is_settled_says_where_and_why(means: SettledBy, kind: str, reason: str) -> None:
    (result,) = log(settled(means))["results"]
    assert result["suppressions"] == [{"kind": kind, "justification": reason}]


def test_an_unreadable_file_is_told_of_the_run() -> None:
    run = log(make_result(), Problem("坏.md", same("文件是空的"), "unreadable"), remarks=("略过 3 个",))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    unread, passed_over = invocation["toolExecutionNotifications"]
    assert (unread["level"], unread["message"]["text"]) == ("error", "文件是空的")
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E5%9D%8F.md"
    assert (passed_over["level"], passed_over["message"]["text"]) == ("note", "略过 3 个")
    kinds = run["tool"]["driver"]["notifications"]
    assert [kinds[one["descriptor"]["index"]]["id"] for one in (unread, passed_over)] == ["unreadable", "passed-over"]


def test_what_was_set_aside_is_a_note_and_no_failure() -> None:
    run = log(Problem("说明.md", same("不是年报"), SET_ASIDE))
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is True
    assert (note["level"], note["descriptor"]["id"]) == ("note", "set-aside")
    assert run["tool"]["driver"]["notifications"][note["descriptor"]["index"]]["id"] == "set-aside"


def test_findings_are_no_failure_of_the_run() -> None:
    (invocation,) = log(make_result(make_finding()))["invocations"]
    assert invocation == {"executionSuccessful": True, "workingDirectory": {"uri": "file:///folder/"}}


def test_files_are_named_with_their_hash() -> None:
    run = log(make_result(path="a.md"))
    assert run["results"] == []
    assert run["artifacts"] == [
        {"location": {"uri": "a.md", "uriBaseId": "%SRCROOT%"}, "hashes": {"sha-256": "0" * 64}}
    ]


def test_english() -> None:
    run = log(make_result(make_finding()), language="en")
    assert run["language"] == "en-US"
    assert run["results"][0]["message"]["text"].endswith("apart by 1. To do: Check against the register.")
    assert "## Why\n" in run["tool"]["driver"]["rules"][0]["help"]["markdown"]
