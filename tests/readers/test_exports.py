"""One Word report, exported as offices do: every export says the same, or says what it cannot tell."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from faulty_layouts import figures, report_with, said
from office_files import needs_libreoffice
from printed_reports import exported, report_in_word

from govreport_lint import Result, lint_bytes, lint_text

SHAPES = tuple((lines, wide) for wide in (False, True) for lines in (0, 6, 11, 17, 23, 29))
REVIEW = report_with("review")
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed: apt-get install poppler-utils"
)


def values(result: Result) -> list[tuple[object, ...]]:
    """The figures without how they are printed: marks and struck digits may stand beside them."""
    return [(f.table, f.row, f.column, f.value, f.state) for f in result.report.figures]


def errors(result: Result) -> list[tuple[object, ...]]:
    return [(f.code, f.place) for f in result.findings if f.severity == "error"]


@needs_libreoffice
@pytest.mark.parametrize(("lines", "wide"), SHAPES)
def test_pdf_says_the_same_wherever_its_pages_end(lines: int, wide: bool) -> None:
    expected = lint_text(REVIEW)
    found = lint_bytes(exported(REVIEW, "pdf", *SHAPES)[f"{lines} {wide}"], "报告.pdf")
    assert figures(found) == figures(expected)
    assert said(found) == said(expected)


@needs_libreoffice
@pytest.mark.parametrize("target", ["doc", "odt", "docx", "html", "word 2003"])
def test_other_files_say_the_same(target: str) -> None:
    expected = lint_text(REVIEW)
    found = lint_bytes(exported(REVIEW, target, (0, True))["0 True"], f"报告.{target}")
    assert values(found) == values(expected)
    assert errors(found) == errors(expected)


def test_the_word_report_says_the_same() -> None:
    expected = lint_text(REVIEW)
    found = lint_bytes(report_in_word(REVIEW, landscape=True), "报告.docx")
    assert values(found) == values(expected)
    assert errors(found) == errors(expected)


@needs_libreoffice
@needs_pdftotext
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("options", [[], ["-raw"], ["-layout"], ["-layout", "-nopgbrk"]], ids=" ".join)
def test_text_out_of_the_pdf_says_nothing_that_is_not_so(options: list[str], wide: bool) -> None:
    expected = lint_text(REVIEW)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(exported(REVIEW, "pdf", *SHAPES)[f"0 {wide}"])
        command = ["pdftotext", *options, str(path), "-"]
        text = subprocess.run(command, capture_output=True, check=True).stdout
    found = lint_bytes(text, "报告.txt")
    assert set(errors(found)) <= set(errors(expected))
    right = {(f.table, f.row, f.column): f.value for f in expected.report.figures}
    wrong = [f for f in found.report.figures if f.value is not None and f.value != right[f.table, f.row, f.column]]
    assert wrong == []
    if any(f.value is None and right[f.table, f.row, f.column] is not None for f in found.report.figures):
        assert "T213" in {finding.code for finding in found.findings}
        assert found.coverage.not_assessable
