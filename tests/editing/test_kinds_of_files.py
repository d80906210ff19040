"""Files that cannot be written are judged as amended and say why; older ones come back as modern ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from amended_reports import TOTAL, amended, changes, figures, paragraph, read
from layouts import as_html
from office_files import needs_libreoffice, of_reports
from pdf_files import REPORTS
from test_several_reports import TWO
from word_layouts import as_docx
from workbook_files import workbook_of

from govreport_lint import api
from govreport_lint.editing.amending import amend
from govreport_lint.editing.amendments import Amendment
from govreport_lint.office.conversion import modern
from govreport_lint.rulebook.pages import standard_report

NINE = Amendment("99", *TOTAL)


@cache
def older(target: str) -> tuple[str, bytes]:
    return f"年报.{target}", of_reports(REPORTS, target)["faultless"]


@needs_libreoffice
def test_a_pdf_is_judged_as_amended_and_says_that_it_cannot_be_written() -> None:
    name, data = older("pdf")
    document = read(data, name)
    block = paragraph(document, "一、总体情况") + 1
    found = amended(data, name, NINE, Amendment("本机关全年没有新增事项。", block=block))
    assert (found.data, found.suffix, found.refused) == (None, "", ())
    assert found.reason and "PDF" in found.reason.zh and "PDF" in found.reason.en
    before = api.lint_bytes(data, name)
    assert figures(found.results[0].report) == {**figures(before.report), TOTAL: 99}
    assert [new for _, new in changes(document, found.document)] == ["本机关全年没有新增事项。", "99"]
    assert found.results[0].report != before.report, "it is judged anew"


def test_every_pdf_of_the_corpus_is_judged_as_amended(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.pdf")):
        data = path.read_bytes()
        found = amended(data, path.name, NINE)
        assert found.data is None and found.reason and not found.refused
        assert figures(found.results[0].report) == {**figures(api.lint_bytes(data, path.name).report), TOTAL: 99}


def test_a_workbook_is_judged_as_amended_and_says_that_it_cannot_be_written() -> None:
    data = workbook_of(standard_report())
    found = amended(data, "年报.xlsx", NINE)
    assert (found.data, found.suffix, found.refused) == (None, "", ())
    assert found.reason and "工作簿" in found.reason.zh
    assert figures(found.results[0].report) == {**figures(api.lint_bytes(data, "年报.xlsx").report), TOTAL: 99}


@needs_libreoffice
@pytest.mark.parametrize("target", ["doc", "odt"])
def test_an_older_file_comes_back_as_a_word_file_with_tracked_changes(target: str) -> None:
    name, data = older(target)
    linter, made = api.linter(), cache(modern)
    document = linter.open(data, name, made).document
    block = paragraph(document, "一、总体情况") + 1
    typed = [NINE, Amendment("本机关全年没有新增事项。", block=block)]
    found = amend(linter, data, name, typed, convert=made)
    assert found.reason is None and not found.refused and found.suffix == ".docx"
    assert found.data is not None and found.data.startswith(b"PK")
    again = read(found.data, "年报.docx")
    assert again.format == "docx" and found.document.format == document.format != "docx"
    assert [new for _, new in changes(document, again)] == ["本机关全年没有新增事项。", "99"]
    assert figures(found.results[0].report) == {**figures(linter.check(document).report), TOTAL: 99}


SEVERAL = {"两镇.md": TWO.encode(), "两镇.html": as_html(TWO).encode(), "两镇.docx": as_docx(TWO)}


@pytest.mark.parametrize("name", SEVERAL)
def test_of_several_reports_only_the_one_that_is_meant_is_amended(name: str) -> None:
    data, linter = SEVERAL[name], api.linter()
    whole = read(data, name)
    before = [figures(result.report) for result in linter.check_each(whole)]
    parts = linter.reports(whole)
    block = paragraph(parts[1], "一、总体情况") + 1
    second = Amendment("98", *TOTAL, part=2)
    found = amended(data, name, NINE, second, Amendment("第二份年报的总体情况。", block=block, part=2))
    assert not found.refused and found.data is not None
    now = [figures(result.report) for result in found.results]
    assert now == [{**before[0], TOTAL: 99}, {**before[1], TOTAL: 98}]
    assert [new for _, new in changes(whole, read(found.data, name))] == ["99", "第二份年报的总体情况。", "98"]
    one = amended(data, name, second)
    assert [figures(result.report)[TOTAL] for result in one.results] == [before[0][TOTAL], 98]


@pytest.mark.parametrize("part", [0, -1, 3, 10**9])
def test_a_report_that_the_file_does_not_hold_is_refused(part: int) -> None:
    wrong = Amendment("98", *TOTAL, part=part)
    found = amended(SEVERAL["两镇.md"], "两镇.md", wrong)
    assert [one.amendment for one in found.refused] == [wrong] and found.data is None
