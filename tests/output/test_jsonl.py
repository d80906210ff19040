"""JSON one line a file: the objects of the contract, problems too."""

from __future__ import annotations

import json

from hand_made import make_claim_finding, make_finding, make_result
from runs import written_text

from govreport_lint.language import same
from govreport_lint.output.words.problems import Problem


def test_each_line_is_a_file_of_the_contract() -> None:
    values = (make_result(make_finding()), Problem("坏.md", same("空")), make_result(make_claim_finding()))
    lines = written_text("jsonl", *values).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(written_text("json", *values))["files"]


def test_nothing_in_a_report_ends_a_line() -> None:
    finding = make_finding(message=same("a\nb\u2028c\u2029d\u0085e\x1cf"), quote="a\r\nb")
    (line,) = written_text("jsonl", make_result(finding)).splitlines()
    assert json.loads(line)["findings"][0]["message"] == "a\nb\u2028c\u2029d\u0085e\x1cf"
