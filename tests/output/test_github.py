"""Workflow commands of GitHub Actions: read back as the runner reads them, whatever the texts hold."""

from __future__ import annotations

import re

import pytest
from hand_made import make_claim_finding, make_finding, make_result
from runs import written_text

from govreport_lint.document import Location
from govreport_lint.finding import Severity
from govreport_lint.language import same
from govreport_lint.lines import Span
from govreport_lint.output.words.problems import SET_ASIDE, Problem
from govreport_lint.result import Result

COMMAND = re.compile(r"::(?P<name>\w+)(?: (?P<properties>.*?))?::(?P<message>.*)")
Command = tuple[str, dict[str, str], str]


def unescaped(text: str, *, property_: bool = False) -> str:
    pairs = [("%0D", "\r"), ("%0A", "\n"), *([("%3A", ":"), ("%2C", ",")] if property_ else []), ("%25", "%")]
    for written, meant in pairs:
        text = text.replace(written, meant)
    return text


def commands(*values: Result | Problem, base: str = "/", remarks: tuple[str, ...] = ()) -> list[Command]:
    """Every line as a command, as the runner takes it apart."""
    found = []
    for line in written_text("github", *values, base=base, remarks=remarks).splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        given = dict(part.split("=", 1) for part in (match["properties"] or "").split(",") if part)
        found.append(
            (match["name"], {key: unescaped(value, property_=True) for key, value in given.items()},
             unescaped(match["message"]))
        )  # fmt: skip
    return found


def test_a_finding_is_an_annotation_on_its_line() -> None:
    ((name, properties, message),) = commands(make_result(make_finding()))
    assert name == "error"
    assert properties == {
        "file": "report.md",
        "line": "3",
        "endLine": "3",
        "col": "37",
        "endColumn": "39",
        "title": "A303 表三 收到和处理政府信息公开申请情况 · （一）予以公开 · 总计",
    }
    assert message == "总计(11)，各列之和＝12，相差 1。建议：请对照台账核实。"


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_severities(severity: Severity, name: str) -> None:
    assert commands(make_result(make_finding(severity=severity)))[0][0] == name


def test_columns_only_count_within_one_line() -> None:
    properties = commands(make_result(make_finding(span=Span(2, 5, 4, 1))))[0][1]
    assert (properties["line"], properties["endLine"]) == ("2", "4")
    assert "col" not in properties


def test_a_format_without_lines_is_told_of_the_file() -> None:
    finding = make_finding(location=Location(table=2), span=None)
    assert set(commands(make_result(finding))[0][1]) == {"file", "title"}


def test_paths_are_told_from_the_working_folder() -> None:
    inside = make_result(make_finding(), path="/folder/年报/a,b:c%.md")
    outside = make_result(make_finding(), path="/other/a.md")
    files = [properties["file"] for _, properties, _ in commands(inside, outside, base="/folder")]
    assert files == ["年报/a,b:c%.md", "/other/a.md"]


@pytest.mark.parametrize("text", ["::error::x", "100%0A::error::x", "a\n::set-output name=a::b", "%25", "a,b=c:d::"])
def test_no_text_becomes_a_command(text: str) -> None:
    result = make_result(make_finding(message=same(text), suggestion=same("")), path=text.replace("\n", ""))
    (command,) = commands(result, base="/")
    assert command[2] == text.replace("\n", " ")
    assert command[1]["title"].startswith("A303")


def test_what_was_not_checked_is_an_error_of_the_file() -> None:
    told = commands(make_result(make_claim_finding()), Problem("坏.md", same("文件是空的")), remarks=("略过 3 个",))
    assert told[1] == ("error", {"file": "坏.md", "title": "未能检查"}, "文件是空的")
    assert told[2] == ("notice", {}, "略过 3 个")


def test_what_was_set_aside_is_a_notice() -> None:
    ((name, properties, message),) = commands(Problem("说明.md", same("不是年报"), SET_ASIDE))
    assert (name, properties["title"], message) == ("notice", "不是年报，没有检查", "不是年报")
