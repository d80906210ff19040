"""Every output counts the same findings, over all samples, whatever else it tells."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from functools import cache

import openpyxl
import pytest
from conftest import SAMPLES
from hand_made import make_claim_finding
from msgspec.structs import replace
from runs import written

from govreport_lint import api
from govreport_lint.finding import SettledBy, Suppressed
from govreport_lint.language import same
from govreport_lint.output.formats import output_formats
from govreport_lint.output.words.problems import SET_ASIDE, Problem
from govreport_lint.result import Result

UNREAD = Problem("没有.md", same("没有这个文件"))
ASIDE = Problem("说明.md", same("不是年报"), SET_ASIDE)
CODE = r"[A-Z]\d{3}"


@cache
def results() -> tuple[Result, ...]:
    """Every sample; in each a finding more that is settled, which nobody may count."""
    linter = api.linter()
    paths = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    settled = (Suppressed(make_claim_finding(code="A308"), "台账如此", "已说明.toml", SettledBy.LIST),)
    return tuple(replace(one, suppressed=settled) for path in paths for one in linter.lint_each(path))


def in_json(data: bytes) -> Counter[str]:
    return Counter(each["code"] for file in json.loads(data)["files"] for each in file.get("findings", ()))


def in_jsonl(data: bytes) -> Counter[str]:
    files = map(json.loads, data.splitlines())
    return Counter(each["code"] for file in files for each in file.get("findings", ()))


def in_sarif(data: bytes) -> Counter[str]:
    """A viewer counts what is not suppressed."""
    return Counter(each["ruleId"] for each in json.loads(data)["runs"][0]["results"] if "suppressions" not in each)


def in_junit(data: bytes) -> Counter[str]:
    root = ET.fromstring(data)
    failed = [case.attrib["name"].split()[0] for case in root.iter("testcase") if case.find("failure") is not None]
    assert len(failed) == sum(int(suite.attrib["failures"]) for suite in root.iter("testsuite"))
    return Counter(failed)


def in_gitlab(data: bytes) -> Counter[str]:
    return Counter(each["check_name"] for each in json.loads(data) if each["check_name"] != "unreadable")


def in_csv(data: bytes) -> Counter[str]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return Counter(row["代码"] for row in rows if row["代码"])


def in_xlsx(data: bytes) -> Counter[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["问题"]
    return Counter(str(row[1].value) for row in sheet.iter_rows(min_row=3) if row[1].value)


def in_lines(pattern: str) -> Callable[[bytes], Counter[str]]:
    return lambda data: Counter(re.findall(pattern, data.decode("utf-8"), re.MULTILINE))


COUNTED: dict[str, Callable[[bytes], Counter[str]]] = {
    "json": in_json,
    "jsonl": in_jsonl,
    "sarif": in_sarif,
    "junit": in_junit,
    "gitlab": in_gitlab,
    "csv": in_csv,
    "xlsx": in_xlsx,
    "concise": in_lines(rf"^.+?: ({CODE}) (?:error|warning|info) "),
    "github": in_lines(rf"^::(?:error|warning|notice) .*?title=({CODE}) "),
    "html": in_lines(rf"data-code=\"({CODE})\""),
    "markdown": in_lines(rf"^\| (?:错误|疑点|提示) \| ({CODE}) \|"),
}


@pytest.mark.parametrize("name", COUNTED)
def test_every_output_has_the_same_findings(name: str) -> None:
    found = Counter(finding.code for result in results() for finding in result.findings)
    assert found.total() > 15
    assert COUNTED[name](written(name, *results(), UNREAD, ASIDE)) == found


@pytest.mark.parametrize("name", ["text", "concise", "markdown"])
def test_the_sums_that_people_read_are_the_same(name: str) -> None:
    found = Counter(str(finding.severity) for result in results() for finding in result.findings)
    (total,) = re.findall(
        r"共 (\d+) 个文件：错误 (\d+)，疑点 (\d+)，提示 (\d+)", written(name, *results(), UNREAD, ASIDE).decode()
    )
    files = len({result.source.path for result in results()}) + 1
    assert tuple(map(int, total)) == (files, found["error"], found["warning"], found["info"])


def test_no_output_is_left_out() -> None:
    assert {known.name for known in output_formats()} == {*COUNTED, "text"}


@pytest.mark.parametrize("name", [known.name for known in output_formats()])
def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    assert written(name, *results(), UNREAD, ASIDE) == written(name, *results(), UNREAD, ASIDE)
