"""PDF: the same figures and findings as from the Markdown, by geometry; what cannot be read is refused."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import HANGS
from faulty_layouts import FAULTS, figures, report_with, said
from office_files import needs_libreoffice, of_reports
from pdf_files import REPORTS, made_pdf

from govreport_lint import ReadError, lint_bytes, lint_text
from govreport_lint.api import linter
from govreport_lint.children.asked import DiedError, TimeIsUpError, WaitedError
from govreport_lint.children.frames import DONE, LAST
from govreport_lint.document import Image, Table
from govreport_lint.pdf.page import Character, Rule
from govreport_lint.pdf.workers import Pool
from govreport_lint.readers.pdf.margins import without_margins
from govreport_lint.readers.pdf.page_words import PrintedLine, lines_of, words_of
from govreport_lint.readers.pdf.reader import read_pdf
from govreport_lint.readers.pdf.ruled_grid import grids_of
from govreport_lint.readers.pdf.script import Script
from govreport_lint.readers.pdf.tables import table_of


def standard_pdf() -> bytes:
    return of_reports(REPORTS, "pdf")["faultless"]


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "报告.pdf")
    assert caught.value.english != caught.value.reason
    return caught.value.reason


@needs_libreoffice
@pytest.mark.parametrize("fault", FAULTS)
def test_pdf_says_what_markdown_says(fault: str) -> None:
    pipes = lint_text(report_with(fault))
    other = lint_bytes(of_reports(REPORTS, "pdf")[fault], "报告.pdf")
    assert figures(other) == figures(pipes)
    assert said(other) == said(pipes)
    assert other.coverage.passed == pipes.coverage.passed
    assert all(finding.location.page for finding in other.findings)


@needs_libreoffice
def test_locations_are_page_and_box() -> None:
    result = lint_bytes(of_reports(REPORTS, "pdf")["review"], "报告.pdf")
    finding = next(finding for finding in result.findings if finding.code == "A304")
    assert finding.location.box is not None
    left, top, right, bottom = finding.location.box
    assert 0 < left < right < 600 and 0 < top < bottom < 850
    assert right - left < 20, "one digit"


@needs_libreoffice
def test_turned_page_reads_the_same() -> None:
    from pypdf import PdfReader, PdfWriter, Transformation
    from pypdf.generic import RectangleObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(standard_pdf())))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.add_transformation(Transformation().rotate(90).translate(height, 0))
        page.mediabox = RectangleObject((0, 0, height, width))
        page.rotate(90)
    turned = io.BytesIO()
    writer.write(turned)
    assert figures(lint_bytes(turned.getvalue(), "x")) == figures(lint_bytes(standard_pdf(), "x"))


def test_real_report(corpus: Path) -> None:
    document = linter().read(corpus / "hongze-2023.pdf")
    result = linter().check(document)
    expected = json.loads((corpus / "figures.json").read_text("utf-8"))["hongze-2023.pdf"]
    wanted = {
        (table, row, column): raw
        for table, rows in expected.items()
        for row, cells in rows.items()
        for column, raw in cells.items()
    }
    assert {(f.table, f.row, f.column): f.raw or None for f in result.report.figures} == wanted
    pages = {finding.code: finding.location.page for finding in result.findings}
    assert (pages["A304"], pages["A306"], pages["T203"]) == (4, 4, 3)
    assert {finding.code for finding in result.findings if finding.severity == "error"} == {"A304", "A306"}
    texts = [passage.text for passage in document.texts()]
    assert not any("- 3 -" in text for text in texts)
    assert any("从严从实把好政治关" in text and "严格执行“分级审核" in text for text in texts), "joined over pages"


def characters(text: str, left: float, baseline: float, size: float = 10) -> list[Character]:
    """Digits half as wide as high, others square, one behind the other."""
    found = []
    for character in text:
        wide = size / 2 if character.isascii() else size
        found.append(Character(character, left, baseline - size, left + wide, baseline + 2, baseline, size))
        left += wide
    return found


def ruled(lefts: list[float], tops: list[float]) -> list[Rule]:
    across = [Rule(False, top, lefts[0], lefts[-1]) for top in tops]
    return across + [Rule(True, left, tops[0], tops[-1]) for left in lefts]


def cells(rules: list[Rule], printed: list[Character]) -> list[list[str]]:
    grid = grids_of(rules)[0]
    table = table_of(grid, words_of(printed), 1, Script())
    return [[cell.text.text for cell in row] for row in table.rows]


def test_number_wider_than_its_cell_stays_whole() -> None:
    rules = ruled([100, 120, 140, 200], [100, 120])
    assert cells(rules, characters("12345", 98, 115) + characters("7", 128, 115)) == [["12345", "7", ""]]


def test_numbers_on_both_sides_of_a_rule_are_two() -> None:
    rules = ruled([100, 120, 140], [100, 120])
    assert cells(rules, characters("21", 108.5, 115) + characters("10", 121.5, 115)) == [["21", "10"]]


def test_number_broken_in_a_narrow_cell_is_put_together() -> None:
    rules = ruled([100, 124, 200], [100, 140])
    printed = characters("7730", 102, 115) + characters("28", 102, 130) + characters("5 6", 150, 115)
    assert cells(rules, printed) == [["773028", "5 6"]]


def test_merged_cells_follow_the_rules() -> None:
    rules = [
        Rule(False, 100, 0, 90),
        Rule(False, 120, 30, 90),
        Rule(False, 140, 0, 90),
        Rule(True, 0, 100, 140),
        Rule(True, 30, 100, 140),
        Rule(True, 60, 120, 140),
        Rule(True, 90, 100, 140),
    ]
    printed = characters("1", 10, 122) + characters("2", 55, 115) + characters("3", 40, 135) + characters("4", 70, 135)
    assert cells(rules, printed) == [["1", "2", "2"], ["1", "3", "4"]]


def test_table_without_its_last_rule() -> None:
    rules = [Rule(False, 100, 0, 60), Rule(False, 120, 0, 60), *(Rule(True, x, 100, 140) for x in (0, 30, 60))]
    assert cells(rules, characters("1", 10, 115) + characters("2", 40, 135)) == [["1", ""], ["", "2"]]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    def page(number: int) -> tuple[int, float, list[PrintedLine]]:
        printed = [
            *characters("示范镇年报", 100, 40),
            *characters(f"正文{number}", 100, 300),
            *characters(f"{number}", 300, 800),
        ]
        return number, 842.0, lines_of(words_of(printed))

    kept = without_margins([page(number) for number in (1, 2, 3)])
    assert [[line.text for line in lines] for lines in kept] == [["正文1"], ["正文2"], ["正文3"]]


def test_bold_type_drawn_twice_and_radicals() -> None:
    printed = characters("⾏政", 10, 20) + characters("⾏政", 10.3, 20)
    assert [word.text for word in words_of(printed)] == ["行政"]


def test_scan_is_refused() -> None:
    assert reason(made_pdf(b"q 595 0 0 842 0 0 cm Q")).startswith("扫描件，无法读取文字")


PICTURE = b"q 400 0 0 200 50 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q "


def test_picture_without_text_is_a_scan() -> None:
    assert reason(made_pdf(PICTURE)).startswith("扫描件")


def test_wide_picture_is_told_where_it_stands() -> None:
    text = b"BT /F 12 Tf 60 700 Td (Above) Tj 0 -600 Td (Below) Tj ET "
    above, picture, below = read_pdf(made_pdf(text + PICTURE), "x").blocks
    assert isinstance(picture, Image)
    assert picture.location.box == pytest.approx((50, 342, 450, 542))
    assert (above.text.text, below.text.text) == ("Above", "Below")  # type: ignore[union-attr]


def test_watermark_is_no_text() -> None:
    askew = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET BT /F 12 Tf 60 700 Td (Text) Tj ET"
    assert [text.text for text in read_pdf(made_pdf(askew), "x").texts()] == ["Text"]


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert 'pip install "govreport-lint[pdf]"' in reason(made_pdf(b""))


def test_password() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made_pdf(b"BT /F 12 Tf (a) Tj ET"))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert "密码" in reason(locked.getvalue())


@needs_libreoffice
@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_truncated_file_says_so(share: float) -> None:
    data = standard_pdf()
    try:
        document = read_pdf(data[: int(len(data) * share)], "x")
    except ReadError as error:
        assert "损坏" in error.reason
    else:
        assert any("不完整" in note.zh for note in document.notes if not isinstance(note, str))


BOMBS: dict[str, Callable[[], bytes]] = {
    "1 GB of blanks": lambda: made_pdf(b" " * (1 << 20), times=1 << 10),
    "32 million characters": lambda: made_pdf(b"BT /F 9 Tf " + b"(aaaaaaaa) Tj " * 40_000 + b"ET ", times=100),
    "4 million lines": lambda: made_pdf(b"0 0 m 9 9 l S " * 40_000, times=100),
    "brackets": lambda: b"%PDF-1.7\n" + b"[" * 5_000_000,
    "pages in themselves": lambda: b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj " * 50_000,
}
# A process of its own: what its children take is not mixed with what the tests take.
MEASURE = """
import json, resource, sys, time
from govreport_lint import ReadError, lint_bytes
from govreport_lint.pdf.workers import pool
start = time.perf_counter()
try:
    lint_bytes(sys.stdin.buffer.read(), "x")
    reason = None
except ReadError as error:
    reason = error.reason
seconds = time.perf_counter() - start
pool().end()
print(json.dumps([reason, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


@pytest.mark.skipif(os.name != "posix", reason="memory is measured by POSIX means")
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_in_time_and_memory(name: str) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], input=BOMBS[name](), capture_output=True, check=True)
    reason, seconds, memory = json.loads(done.stdout)
    assert reason
    assert seconds < HANGS
    assert memory < 500 * 1024


BUSY = "while True: pass"


@needs_libreoffice
def test_many_at_once_beside_busy_programs_are_all_read() -> None:
    """The limit is processor time: what else the machine does uses none of it up."""
    data = of_reports(REPORTS, "pdf")["review"]
    wanted = lint_bytes(data, "x").findings
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(2 * (os.cpu_count() or 1))]
    try:
        with ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda _: lint_bytes(data, "x").findings, range(16)))
    finally:
        for each in busy:
            each.kill()
            each.wait()
    assert found == [wanted] * 16


def test_a_process_is_kept_for_the_next_file_and_replaced_after_a_fault() -> None:
    workers = Pool()
    try:
        good = made_pdf(b"BT /F 12 Tf 60 700 Td (Text) Tj ET")
        assert workers.ask("read", good)[0] == workers.ask("read", good)[0] == DONE
        assert len(workers._idle) == 1 and workers._idle[0].asked == 2
        assert workers.ask("read", b"%PDF-1.7\nnothing")[0] == LAST
        assert workers._idle == []
        with pytest.raises((TimeIsUpError, WaitedError, DiedError)):
            workers.ask("read", BOMBS["4 million lines"]())
        assert workers._idle == []
    finally:
        workers.end()


@pytest.mark.skipif(os.name != "posix", reason="ends a process as POSIX does")
def test_the_process_ends_with_the_program() -> None:
    code = (
        "import os, signal, sys; from govreport_lint.pdf.workers import pool;"
        "pool().ask('read', sys.stdin.buffer.read());"
        "print(pool()._idle[0]._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    given = made_pdf(b"BT /F 12 Tf 60 700 Td (Text) Tj ET")
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, check=False)
    child, patience = int(done.stdout), 50
    while (
        patience
        and Path(f"/proc/{child}/stat").exists()
        and "Z" not in Path(f"/proc/{child}/stat").read_text().split()[2]
    ):
        time.sleep(0.1)
        patience -= 1
    assert patience, "the process is still there"


def test_table_without_rules_is_told_by_its_gaps() -> None:
    content = b"BT /F 12 Tf 60 700 Td (A) Tj 200 0 Td (1) Tj 100 0 Td (2) Tj ET"
    (table,) = read_pdf(made_pdf(content), "x").blocks
    assert isinstance(table, Table)
    assert [[cell.text.text for cell in row] for row in table.rows] == [["A", "1", "2"]]
    assert table.rows[0][1].text.location.page == 1
