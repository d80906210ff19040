"""Texts put into form: what is mended, what never is, and that it comes to an end."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import GOOD, LAYOUTS, SLIPS, planted

from govreport_lint import ReadError, fix_text, lint_text
from govreport_lint.api import linter
from govreport_lint.fixing.choice import steps_of, touch, without_overlaps
from govreport_lint.fixing.files import Fixed, fix_file
from govreport_lint.fixing.text_edits import with_edits
from govreport_lint.result import Result

FILES = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".md", ".txt", ".html")]
_HEADING = re.compile(r"(?m)^[\s#*]*(?:第?[一二三四五六七八九十]+[、部]|[（(][一二三四五六七八九十]+[）)])")


def figures(result: Result) -> list[object]:
    return [(each.table, each.row, each.column, each.value, each.raw) for each in result.report.figures]


def claims(result: Result) -> list[object]:
    return [(each.subject, each.value, each.low, each.high) for each in result.report.claims]


def digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def numerals(text: str) -> list[str]:
    """The numbers in words, those of headings left out."""
    return re.findall(r"[一二三四五六七八九十百千万亿]+", _HEADING.sub("", re.sub(r"<[^>]*>", "\n", text)))


@pytest.mark.parametrize(("printed", "slip"), SLIPS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_slip_in_a_good_report_is_mended(layout: str, printed: str, slip: str) -> None:
    form, write = LAYOUTS[layout]
    good, bad = write(GOOD), write(planted(GOOD, printed, slip))
    assert bad != good
    mended = fix_text(bad, form)
    assert digits(mended) == digits(bad)
    told, left = lint_text(bad, form).findings, lint_text(mended, form).findings
    assert len(told) == 1, [finding.message.zh for finding in told]
    assert not left, [finding.message.zh for finding in left]
    # A page shows no space between Chinese characters, so nobody sees one that stays.
    unseen = " " if form == "html" else ""
    assert mended.replace(unseen, "") == good.replace(unseen, "") if unseen else mended == good


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(
    slips=st.lists(st.tuples(st.sampled_from(SLIPS), st.integers(0, 40)), min_size=1, max_size=6),
    layout=st.sampled_from(sorted(LAYOUTS)),
)
def test_whatever_is_planted_no_fact_changes(slips: list[tuple[tuple[str, str], int]], layout: str) -> None:
    report = GOOD
    for (printed, slip), at in slips:
        report = planted(report, printed, slip, at)
    form, write = LAYOUTS[layout]
    bad = write(report)
    try:
        before = lint_text(bad, form)
    except ReadError:
        return
    mended = fix_text(bad, form)
    after = lint_text(mended, form)
    assert figures(after) == figures(before)
    assert claims(after) == claims(before)
    assert digits(mended) == digits(bad)
    assert not Counter(each.code for each in after.findings) - Counter(each.code for each in before.findings)
    assert fix_text(mended, form) == mended


def check_fixed(data: bytes, name: str) -> Fixed:
    """What holds for every file that is put into form."""
    fixed = fix_file(linter(), data, name)
    if fixed.data is None:
        return fixed
    before = linter().check_each(linter().open(data, name).document)
    for old, new in zip(before, fixed.results, strict=True):
        assert figures(new) == figures(old)
        assert claims(new) == claims(old)
        assert not Counter(each.code for each in new.findings) - Counter(each.code for each in old.findings)
    assert fixed.count
    assert fix_file(linter(), fixed.data, name).data is None
    if fixed.before is not None and fixed.after is not None:
        assert digits(fixed.after) == digits(fixed.before)
        assert numerals(fixed.after) == numerals(fixed.before)
    return fixed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    check_fixed(path.read_bytes(), path.name)


def test_the_corpus(corpus: Path) -> None:
    found = [path for path in sorted(corpus.rglob("*")) if path.suffix in (".txt", ".md", ".html", ".docx")]
    # The largest take a second each; benchmarks/fixed_reports.py takes them all.
    paths = [path for path in found if path.stat().st_size < 60_000]
    mended = 0
    for path in paths:
        try:
            mended += check_fixed(path.read_bytes(), path.name).count
        except ReadError:
            continue
    assert mended > 200


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_edits_stand_where_they_say_and_do_not_overlap(path: Path) -> None:
    document = linter().open(path.read_bytes(), path.name).document
    source = document.source or ""
    for result in linter().check_each(document):
        steps = without_overlaps(steps_of(result.findings))
        edits = [edit for step in steps for edit in step.edits]
        for edit in edits:
            assert source[edit.location.start : edit.location.end].lstrip("\\") == edit.printed
            assert edit.span is not None
        pairs = [(one, other) for one in edits for other in edits if one is not other]
        assert not [pair for pair in pairs if touch(*pair) and not any({*pair} <= {*step.edits} for step in steps)]


def test_a_later_edit_in_the_same_place_waits() -> None:
    result = lint_text(planted(GOOD, "，", ",，"), "markdown")
    steps = steps_of(result.findings)
    assert with_edits("甲,乙", []) == "甲,乙"
    assert len(without_overlaps([*steps, *steps])) == len(without_overlaps(steps))


def test_what_is_no_text_format_is_refused() -> None:
    with pytest.raises(ValueError, match="csv"):
        fix_text(GOOD, "csv")


def test_a_rule_that_is_not_asked_mends_nothing() -> None:
    bad = planted(GOOD, "，", ",")
    assert fix_text(bad, ignore=["L901"]) == bad
    assert fix_text(bad, select=["L901"]) == GOOD
