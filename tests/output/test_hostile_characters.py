"""What nobody sees and what steers a terminal, in a report and in the name of its file: no output hands it on."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import TextIO

import pytest
from msgspec.structs import replace
from reviews import review
from runs import written
from word_files import part
from word_layouts import as_docx

from govreport_lint import Document, Report, Result, api
from govreport_lint.language import Text
from govreport_lint.output.annotated.annotated_html import html_bytes
from govreport_lint.output.annotated.docx_comments import annotate_docx
from govreport_lint.output.data.csv import CsvWriter
from govreport_lint.output.data.extracted_json import ExtractWriter
from govreport_lint.output.formats import OutputFormat, output_formats
from govreport_lint.output.terminal.extracted import ExtractedWriter
from govreport_lint.output.words.problems import Problem
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.shipped import shipped_rulebook

UNSEEN = "\u00ad\u061c\u180e\u200b\u200f\u202e\u2061\u2062\u2063\u2064\u2066\ufeff\U000e0001\U000e0041"
STEERING = "\x07\x1b[31m\x1b]0;a\x07\x7f\x9b2J"
# XML and JSON cannot hold some of them, or write them as what they are called.
SEEN = re.compile(f"[{re.escape(UNSEEN)}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NAME = f"年报{UNSEEN}{STEERING}.md"
BROKEN = Text(f"坏{UNSEEN}{STEERING}", f"broken{UNSEEN}{STEERING}")
REPLACED = (
    ("# ", "# 示例{}县"), ("## 一、总体", "## 一、总{}体"), ("（一）", "（一）全年收到政府信息公开申请99件{}，的的{}，"),
    ("| 12 |", "| 1{}7 |"), ("1.本机关不掌握", "1.本机{}关不掌握"),
)  # fmt: skip


def hostile(characters: str) -> str:
    """A report with faults, and with the characters wherever an output may quote it."""
    text = standard_report()
    for old, new in REPLACED:
        assert old in text
        text = text.replace(old, new.replace("{}", characters), 1)
    return text


@cache
def result() -> Result:
    found = api.lint_text(hostile(UNSEEN + STEERING), name=NAME)
    assert len(found.findings) > 2
    return found


@cache
def extracted() -> tuple[Document, Report]:
    document = api.read_bytes(hostile(UNSEEN + STEERING).encode(), NAME)
    return document, api.extract(document)


@pytest.mark.parametrize("known", output_formats(), ids=lambda known: known.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_registered_output_steers_a_terminal(known: OutputFormat, language: str) -> None:
    problem = Problem(NAME, BROKEN, "unreadable")
    data = written(known.name, result(), problem, language=language, remarks=(f"略过{UNSEEN}{STEERING}",))
    texts = parts(data) if known.binary else [data.decode("utf-8").removeprefix("\ufeff")]
    assert all(any(finding.code in text for text in texts) for finding in result().findings)
    assert not [found for text in texts for found in SEEN.findall(text)]


def parts(data: bytes) -> list[str]:
    """The texts of the parts of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name).decode("utf-8") for name in archive.namelist()]


Writers = Callable[[TextIO], CsvWriter | ExtractWriter | ExtractedWriter]
UNDERSTOOD: dict[str, Writers] = {
    "text": lambda stream: ExtractedWriter(stream, "zh", shipped_rulebook()),
    "json": lambda stream: ExtractWriter(stream, "zh", several=True),
    "csv": CsvWriter,
}


@pytest.mark.parametrize("form", UNDERSTOOD)
def test_nor_does_what_was_understood(form: str) -> None:
    stream = io.StringIO()
    writer = UNDERSTOOD[form](stream)
    writer.report(*extracted())
    writer.problem(Problem(NAME, BROKEN, "unreadable"))
    writer.close()
    assert "17" in stream.getvalue()
    assert not SEEN.findall(stream.getvalue().removeprefix("\ufeff"))


def test_nor_the_comments_of_a_word_file() -> None:
    opened = api.linter().open(as_docx(hostile(UNSEEN)), f"{UNSEEN}.docx")
    comments = part(annotate_docx(review(opened)), "word/comments.xml").decode()
    assert "99" in comments
    assert not SEEN.findall(comments)


def test_nor_the_copy_for_the_browser() -> None:
    opened = api.linter().open(hostile(UNSEEN + STEERING).encode(), NAME)
    page = html_bytes(review(opened)).decode("utf-8-sig")
    assert "99" in page
    assert not SEEN.findall(page)


def cells_of_csv(raw: str) -> list[str]:
    document, report = extracted()
    figures = (report.figures[0]._replace(raw=raw),)
    stream = io.StringIO()
    writer = CsvWriter(stream)
    writer.report(replace(document, name=raw), replace(report, organ=raw, figures=figures))
    return list(csv.reader(io.StringIO(stream.getvalue().removeprefix("\ufeff"))))[1]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|"])
@pytest.mark.parametrize("before", ["", " ", "\u200b", "\u3000", "\x07"])
def test_no_cell_of_a_csv_file_begins_a_formula(begin: str, before: str) -> None:
    for cell in cells_of_csv(f"{before}{begin}cmd|'/c calc'!A0"):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("number", ["-8", "+3", "-1,200.5", "—", "--", "3%"])
def test_numbers_stay_numbers(number: str) -> None:
    assert number in cells_of_csv(number)
