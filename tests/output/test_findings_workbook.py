"""The workbook of results: three sheets, filters, a header that stays, and cells that are text."""

from __future__ import annotations

import importlib.util
import io

import openpyxl
import pytest
from hand_made import make_claim_finding, make_finding, make_report, make_result
from msgspec.structs import replace
from openpyxl.workbook import Workbook
from runs import run, written

from govreport_lint.errors import OutputError
from govreport_lint.finding import SettledBy, Suppressed
from govreport_lint.language import same
from govreport_lint.output.formats import output_format
from govreport_lint.output.words.problems import Problem
from govreport_lint.output.workbook import findings_book
from govreport_lint.result import Result


def opened(*values: Result | Problem, language: str = "zh", remarks: tuple[str, ...] = ()) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written("xlsx", *values, language=language, remarks=remarks)))


def rows(book: Workbook, sheet: str, first: int = 2) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows(min_row=first)]


def test_the_sheets_and_their_headers() -> None:
    book = opened(make_result(make_finding()))
    assert book.sheetnames == ["问题", "文件", "无法判定"]
    for sheet in book:
        assert sheet.freeze_panes == ("C3" if sheet.title == "问题" else "B3")
        assert sheet.auto_filter.ref.startswith("A2:")


def test_findings_files_and_what_could_not_be_assessed() -> None:
    book = opened(make_result(make_finding(), make_claim_finding()), Problem("坏.md", same("文件是空的")))
    head, first, second, unread = rows(book, "问题")
    named = dict(zip(head, first, strict=True))
    assert (named["级别"], named["代码"], named["文件中的位置"], named["指纹"]) == ("错误", "A303", "3:37", "f1")
    assert dict(zip(head, second, strict=True))["代码"] == "N501"
    assert dict(zip(head, unread, strict=True))["代码"] is None
    head, file, not_read = rows(book, "文件")
    assert dict(zip(head, file, strict=True)) == {
        "文件": "report.md", "机关": "米易县普威镇", "年度": 2024, "格式": "2021", "文件类型": "markdown",
        "错误": 1, "疑点": 1, "提示": 0, "检查通过": 57, "不通过": 2, "无法判定": 2, "说明": None,
    }  # fmt: skip
    assert not_read[-1] == "未能检查: 文件是空的"
    assert [row[2] for row in rows(book, "无法判定", 3)] == ["A303", "A303"]


def test_what_is_settled_has_a_sheet_of_its_own() -> None:
    result = replace(make_result(), suppressed=(Suppressed(make_finding(), "台账如此", "已说明.toml", SettledBy.LIST),))
    assert rows(opened(result), "已说明", 3)[0][-2:] == ("台账如此", "已说明.toml")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@a", "-1+2", '=HYPERLINK("http://a")', "http://a.example", "\x01\ud800<b>&"]
)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    finding = make_finding(message=same(text), suggestion=same(text), expected=text)
    book = opened(make_result(finding, report=make_report(organ=text), path=text), remarks=(text,))
    for sheet in book:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f" or cell.hyperlink]


def test_more_rows_than_a_sheet_holds_go_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_book, "MOST_ROWS", 2)
    book = opened(*[make_result(make_finding(fingerprint=f"f{number}")) for number in range(5)])
    names = [name for name in book.sheetnames if name.startswith("问题")]
    assert names == ["问题", "问题 2", "问题 3"]
    assert [row[-1] for name in names for row in rows(book, name, 3)] == ["f0", "f1", "f2", "f3", "f4"]


def test_english() -> None:
    assert opened(make_result(), language="en").sheetnames == ["Findings", "Files", "Not assessed"]


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_book, "find_spec", lambda _: None)
    with pytest.raises(OutputError, match=r"govreport-lint\[xlsx\]"):
        output_format("xlsx").open(io.TextIOWrapper(io.BytesIO()), run())
    assert importlib.util.find_spec("xlsxwriter")


def test_a_stream_that_takes_no_bytes_is_refused() -> None:
    with pytest.raises(OutputError, match="请写入文件"):
        output_format("xlsx").open(io.StringIO(), run())
