"""What every rule promises of its findings, tried on the bad examples of the rules' pages."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from judging import alone
from placing import place

from govreport_lint import Finding, lint_text
from govreport_lint.rulebook.pages import pages, standard_report

CODES = [rule.code for rule in alone()]
# What stands there is masked: personal numbers are not repeated.
MASKED = "L906"
# Their good examples leave nothing to judge.
WITHOUT_AN_OBJECT = ("D606", "N513", "Z401", "Z404")
# They pass once for each paragraph that they find nothing in.
ONE_A_SECTION = ("L905", "L906", "L907", "L908")


@cache
def bad_report(code: str) -> str:
    return place(standard_report(), pages()[code].bad)


@cache
def findings(code: str) -> tuple[Finding, ...]:
    return lint_text(bad_report(code), select=[code]).findings


def unspaced(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("code", CODES)
def test_a_rule_passes_where_its_good_example_stands(code: str) -> None:
    good = lint_text(place(standard_report(), pages()[code].good), select=[code]).coverage
    assert (good.passed > 0, good.failed) == (code not in WITHOUT_AN_OBJECT, 0)


@pytest.mark.parametrize("code", CODES)
def test_what_failed_is_counted_and_has_not_passed(code: str) -> None:
    coverage = lint_text(bad_report(code), select=[code]).coverage
    assert coverage.failed == len(findings(code)) > 0
    if code in ONE_A_SECTION:
        assert coverage.passed == lint_text(standard_report(), select=[code]).coverage.passed - 1


@pytest.mark.parametrize("code", [code for code in CODES if code != MASKED])
def test_the_place_of_a_finding_is_what_it_quotes(code: str) -> None:
    for finding in findings(code):
        here = unspaced(bad_report(code)[finding.location.start : finding.location.end])
        quote = unspaced(finding.quote or "")
        assert here in quote or quote in here


@pytest.mark.parametrize("code", CODES)
def test_nothing_of_the_inside_is_told(code: str) -> None:
    for finding in findings(code):
        told = [finding.quote, finding.expected, finding.actual, finding.message.zh, finding.message.en]
        told += [item.value for item in finding.evidence]
        assert not [text for text in told if text and any(unicodedata.category(letter) == "Cc" for letter in text)]


@pytest.mark.parametrize("code", ["N513", "Z407"])
def test_each_of_two_statements_stands_beside_its_section(code: str) -> None:
    for finding in findings(code):
        values = [item.value for item in finding.evidence]
        assert values == [finding.expected, finding.actual]
        assert len(set(values)) == 2
