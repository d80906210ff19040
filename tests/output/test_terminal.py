"""What people read: the office's words, 80 columns, no colour, and nothing that steers the terminal."""

from __future__ import annotations

import io

import pytest
from hand_made import (
    COLUMNS,
    TOTAL_PLACE,
    make_claim_finding,
    make_document,
    make_figures,
    make_finding,
    make_report,
    make_result,
)
from msgspec.structs import replace
from rich.cells import cell_len
from runs import run

from govreport_lint.document import Location
from govreport_lint.finding import Change, Coverage, Evidence, Finding, Place, Repair
from govreport_lint.language import Text, same
from govreport_lint.output.terminal.drawing.styled import styled, wrapped
from govreport_lint.output.terminal.extracted import ExtractedWriter
from govreport_lint.output.terminal.findings import TerminalWriter
from govreport_lint.output.words.places import place_words
from govreport_lint.output.words.printable import printable
from govreport_lint.output.words.problems import Problem, Totals
from govreport_lint.output.words.table_pieces import piece_of
from govreport_lint.result import Result
from govreport_lint.rulebook.forms import load_form
from govreport_lint.shipped import shipped_rulebook


def shown(*values: Result | Problem, language: str = "zh", remarks: tuple[str, ...] = ()) -> str:
    stream = io.StringIO()
    writer = TerminalWriter(stream, run(language))
    writer.start()
    totals = Totals()
    for value in values:
        totals = totals.plus(value)
        writer.problem(value) if isinstance(value, Problem) else writer.result(value)
    writer.close(totals, remarks)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def every_place() -> list[Place]:
    return [
        Place(table.section, table.key, row.key, column)
        for key in ("2019", "2021")
        for table in load_form(key).tables
        for row in table.rows
        for column in table.columns_of(row.key)
    ]


def test_a_finding_says_what_where_and_what_to_do() -> None:
    text = shown(replace(make_result(make_finding()), repairs=()))
    assert "错误 A303  表三 收到和处理政府信息公开申请情况 · （一）予以公开 · 总计" in text
    assert "report.md:3:" in text
    assert "总计(11)，各列之和＝12，相差 1。" in text
    assert "建议：请对照台账核实。" in text
    assert "依据：年报格式表三" in text


def test_the_piece_of_the_table_has_its_cell_marked_without_colour() -> None:
    text = shown(make_result(make_finding()))
    row = next(line for line in text.splitlines() if "【" in line)
    assert row.split() == ["（一）予以公开", "9", "3", "0", "0", "0", "0", "【11→12】"]
    assert text.count("【") == 1
    assert "\x1b" not in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_too_wide(language: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    long = "很长的说明（见台账）2024-01-01 long words，" * 12
    findings = [
        make_finding(place=place, message=same(long), suggestion=same(long), basis=same(long))
        for place in every_place()[::5]
        if place.table == "applications"
    ]
    text = shown(make_result(*findings, make_claim_finding()), Problem("a.md", same(long)), language=language)
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_a_column_equation_shows_its_rows_in_that_column() -> None:
    rows = ("received", "carried_in", "handled_total", "carried_out")
    evidence = tuple(Evidence(Place(3, "applications", row, "total"), "0") for row in rows)
    finding = make_finding(place=Place(3, "applications", None, "total"), evidence=evidence)
    piece = piece_of(make_report(), load_form("2021").table("applications"), finding)
    assert piece is not None
    assert piece.rows == rows
    assert piece.columns == ("total",)
    assert piece.marked == {(row, "total") for row in rows}


def test_a_long_column_equation_leaves_out_zeros() -> None:
    table = load_form("2021").table("applications")
    rows = [row.key for row in table.rows[2:-1] if row.key != "other_handling"]
    evidence = tuple(Evidence(Place(3, "applications", row, "total"), "0") for row in rows)
    finding = make_finding(place=Place(3, "applications", "handled_total", "total"), evidence=evidence)
    piece = piece_of(make_report(), table, finding)
    assert piece is not None
    assert piece.rows == ("granted", "handled_total")
    assert piece.marked == {("handled_total", "total")}
    assert (piece.hidden, piece.only_zeros) == (len(rows) - 2, True)


def test_a_missing_table_has_no_piece() -> None:
    finding = make_finding(place=Place(4, "remedies", "review", "total"), evidence=())
    figures = tuple(figure for figure in make_figures() if figure.table == "applications")
    assert piece_of(make_report(figures=figures), load_form("2021").table("remedies"), finding) is None


def test_a_row_piece_has_all_columns_of_the_row() -> None:
    finding = make_finding(place=Place(3, "applications", "granted"), evidence=())
    piece = piece_of(make_report(), load_form("2021").table("applications"), finding)
    assert piece is not None
    assert piece.columns == COLUMNS


def test_a_prose_finding_shows_its_sentence_with_the_number_marked() -> None:
    text = shown(make_result(make_claim_finding()))
    assert "疑点 N501  一、总体情况" in text
    assert "全年共收到政府信息公开申请【7】件。" in text
    assert "前言" not in text
    assert "对照：表三 · 一、本年新收政府信息公开申请数量 · 总计：0" in text


def test_without_a_sentence_the_quote_stands_alone() -> None:
    finding = make_claim_finding(location=Location(), context=None, quote="不在报告里的文字")
    assert "【不在报告里的文字】" in shown(make_result(finding))


def test_both_sides_are_said_where_the_message_has_not() -> None:
    assert "应为：12  现为：11" in shown(replace(make_result(make_finding(message=same("不平。"))), repairs=()))
    assert "应为" not in shown(make_result(make_finding()))


def test_the_summary_counts_and_gives_the_reasons() -> None:
    text = shown(make_result(make_finding()))
    assert "检查 60 项：通过 57，不通过 1，无法判定 2" in text
    flat = text.replace("\n", "").replace("  ", "")
    assert "无法判定 2 项：有 2 个空白单元格（A30" in flat and "；表三" in flat
    assert "问题 1 个：错误 1，疑点 0，提示 0" in text


def test_silence_is_said_to_be_fine() -> None:
    text = shown(replace(make_result(), coverage=Coverage(57)))
    assert "\n未发现问题\n" in text
    assert "检查 57 项：通过 57，不通过 0，无法判定 0" in text


def test_silence_is_not_said_to_be_fine_where_checks_could_not_be_made() -> None:
    assert "已检查的部分未发现问题，另有 2 项无法判定" in shown(make_result())
    nothing = replace(make_result(), coverage=Coverage(0, 0, 7))
    assert "没有一项检查能够作出判断" in shown(nothing)
    assert "未发现问题" not in shown(nothing)


def with_repair(*findings: Finding, **changes: object) -> Result:
    """The findings with one repair of the total from 11 to 12, changed by ``changes``."""
    repair = Repair("applications", (Change("granted", "total", "11", "12", TOTAL_PLACE),), True, explains=("f1", "f3"))
    return replace(make_result(*findings), repairs=(replace(repair, **changes),))


def test_a_cause_is_told_once_with_its_equations_and_its_answer() -> None:
    second = make_finding(code="A302", fingerprint="f3", message=same("（七）总计与各项之和不平。"))
    text = shown(with_repair(make_finding(), make_claim_finding(), second))
    assert text.count("表三 收到和处理政府信息公开申请情况 · （一）予以公开 · 总计") == 1
    assert text.index("下列 2 个问题出于一处原因：") < text.index("A302 （七）总计") < text.index("改法（只有这一种）")
    assert "表三 · （一）予以公开 · 总计：现为 11，改为 12 即平" in text
    assert text.count("改为 12") == 1
    assert "疑点 N501" in text
    assert "问题 3 个" in text


def test_ties_are_told_and_nothing_is_marked_as_certain() -> None:
    other = (Change("granted", "business", "3", "2"),)
    text = shown(with_repair(make_finding(), unique=False, alternatives=(other,)))
    assert "下列 2 种改法之一，请对照台账核实：" in text
    assert "1. 表三 · （一）予以公开 · 总计：现为 11，改为 12 即平" in text
    assert "2. 表三 · （一）予以公开 · 商业企业：现为 3，改为 2 即平" in text
    assert "【11】" in text
    assert "【3】" in text
    many = shown(with_repair(make_finding(), unique=False, alternatives=(other,) * 20, more=True))
    assert "改法很多，下列是其中 21 种：" in many
    assert "……另有 15 种" in many


def test_what_could_not_be_located_is_said() -> None:
    lost = with_repair(make_finding(), cells=(), unique=False, more=True, reasons=(Text("未能定位", "not located"),))
    assert "提示：未能定位" in shown(lost)
    assert "Note: not located" in shown(lost, language="en")
    assert "改法" not in shown(lost)


def test_blank_cells_that_follow_from_the_equations() -> None:
    text = shown(with_repair(cells=(Change("granted", "total", "", "12"),), explains=()))
    assert "（一）予以公开 · 总计：空，填 12 即平" in text


def test_totals_of_several_files_and_what_was_passed_over() -> None:
    bad = Problem("坏.md", same("文件是空的"))
    text = shown(make_result(make_finding()), bad, remarks=("另有 3 个文件未检查",))
    assert "未能检查：文件是空的" in text
    assert "共 2 个文件：错误 1，疑点 0，提示 0，1 个文件未能检查" in text
    assert text.rstrip().endswith("另有 3 个文件未检查")


def test_english() -> None:
    text = shown(make_result(make_finding()), language="en")
    assert "error A303  Table 3 · 3(1) granted · total" in text
    assert "60 checks: 57 passed, 1 failed, 2 could not be assessed" in text
    assert "To do: " in text


def test_the_report_cannot_steer_the_terminal() -> None:
    message = "\x1b[31m[red]坏[/red]\x07\u202e"
    finding = make_claim_finding(message=same(message), quote="\x9b2J", context=None, location=Location())
    text = shown(make_result(finding, path="\x1b]0;x\x07.md"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
    assert "␛[31m[red]坏[/red]␇" in text


def test_printable_keeps_text_on_one_line() -> None:
    assert printable("一\r\n二\u2028三\x00\x7f") == "一 二 三␀␡"


def test_every_place_fits_and_is_in_the_words_of_the_form() -> None:
    for place in every_place():
        form = load_form("2021" if place.column not in ("produced",) else "2019")
        for language in ("zh", "en"):
            for width in (30, 70):
                if place.table != "disclosure":
                    assert 0 < cell_len(place_words(form, place, language, width)) <= width


def test_lines_break_between_chinese_characters_but_not_before_closing_marks() -> None:
    lines = [line.plain for line in wrapped(styled("一二三四五，六七（八九）10"), 10)]
    assert lines == ["一二三四", "五，六七", "（八九）10"]


def test_words_wider_than_a_line_are_folded() -> None:
    lines = [line.plain for line in wrapped(styled("a" * 25), 10)]
    assert lines == ["a" * 10, "a" * 10, "a" * 5]


def test_extract_shows_every_state() -> None:
    stream = io.StringIO()
    ExtractedWriter(stream, "zh", shipped_rulebook()).report(make_document(), make_report())
    text = stream.getvalue()
    cells = {tuple(line.split()) for line in text.splitlines()}
    assert ("行政许可", "‹=1+1›") in cells
    assert ("行政处罚", "缺") in cells
    assert ("行政事业性收费", "空") in cells
    assert ("（一）予以公开", "9", "3", "0", "0", "0", "0", "11") in cells
    assert "‹/›" in text
    assert "（没有这一天）" in text
    assert max(cell_len(line) for line in text.splitlines()) <= 80
