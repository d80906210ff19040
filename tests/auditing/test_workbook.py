"""The workbook: its sheets say what the audit found, its sums are live, and no text in it is more than text."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from audits import FORM, Printed, applications, entry, item, made_audit, values
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from govreport_lint.auditing.audited import Audit, Decision, Progress, WorkbookCheck
from govreport_lint.auditing.papers.workbook.sheets import (
    alike_texts,
    county_sums,
    not_judged,
    problems,
    roll_up_table,
    unit_summary,
    years,
)
from govreport_lint.auditing.papers.workbook.workbook import workbook_bytes, write
from govreport_lint.checks.subject.cell_values import Cell, form_cells
from govreport_lint.finding import Severity
from govreport_lint.language import Text, same
from govreport_lint.likeness.alike import AlikePassage, Likeness
from govreport_lint.output.workbook.drawing.book import Book
from govreport_lint.output.workbook.drawing.safe_text import safe
from govreport_lint.output.workbook.drawing.values import Passage

ALL = ["封面", "单位汇总", "问题清单", "汇总核对", "单位数据", "年度衔接", "雷同比对", "汇总表核对", "口径与无法判定"]
LEADS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "－1",
    "＠A1",
    "|cmd",
    "%1",
    '=HYPERLINK("http://a.b","c")',
    "http://a.b",
)


def opened(audit: Audit, *, cached: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(audit)), data_only=cached, rich_text=not cached)


def texts(sheet: Any) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def table(sheet: Any, name: str) -> list[dict[str, Any]]:
    """The rows under the header in which a name stands."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next(at for at, row in enumerate(rows) if name in row)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


def test_the_sheets_stand_in_the_order_of_the_cycle() -> None:
    assert opened(made_audit()).sheetnames == ALL
    assert opened(made_audit(workbook=False)).sheetnames == [name for name in ALL if name != "汇总表核对"]
    assert all(len(name) <= 31 for name in ALL)


def test_the_cover_tells_the_county_and_the_conclusions() -> None:
    lines = {row[0]: row[1] for row in texts(opened(made_audit(round=2))["封面"])}
    assert lines["示范县2024年政府信息公开工作年度报告审核工作簿"] == ""
    assert lines["轮次"] == "第 2 轮" and lines["收到／应报"] == "5／6 个单位"
    assert lines["结论：退回修改"] == "1 个单位" and lines["结论：通过"] == "1 个单位"
    assert "未列名单 1" in lines["报送状态"] and "城关街道、教育局" in lines["汇总口径"]
    assert any("重新计算" in key for key in lines)


def test_every_unit_has_its_row() -> None:
    rows = {row["单位"]: row for row in table(opened(made_audit())["单位汇总"], "采用文件")}
    assert list(rows) == [
        "青山镇",
        "白水镇",
        "城关街道",
        "教育局",
        "水利局",
        "民政局",
        "示范县大数据中心",
        "示范县人民政府",
    ]
    green, white = rows["青山镇"], rows["白水镇"]
    assert (green["错误"], green["疑点"], green["提示"], green["结论"]) == (1, 1, 1, "退回修改")
    assert (green["通过项"], green["无法判定"], green["与上年重复率"]) == (247, 3, 0.18)
    assert white["其他版本"] == "乡镇/白水镇（初稿）.docx\n乡镇/白水镇（终稿）- 副本.docx"
    assert (white["最相似单位"], white["与他单位最高重复率"], white["是否逾期"]) == ("青山镇", 0.85, "是")
    assert green["报告年度"] == 2024 and rows["城关街道"]["报告年度"] is None
    assert rows["城关街道"]["状态"] == "缺报" and rows["城关街道"]["错误"] is None
    assert rows["水利局"]["上年年报"] == "免比" and rows["教育局"]["采用文件"] == "部门/教育局.pdf"


def test_each_cause_is_one_row_with_room_for_a_decision() -> None:
    sheet = opened(made_audit(round=2))["问题清单"]
    rows = {row["编号"]: row for row in table(sheet, "编号")}
    first = rows["01-001"]
    assert (first["级别"], first["章节/表"], first["行"], first["列"]) == ("错误", "表三", "（七）总计", "自然人")
    assert (first["整改情况"], rows["01-004"]["整改情况"], rows["01-003"]["整改情况"]) == (
        "未整改",
        "已改仍不符",
        "已整改",
    )
    decided = rows["01-002"]
    assert (decided["复核结论"], decided["复核人"], decided["相关方"]) == ("不属实", "李某", "上年年报")
    lists = [validation.formula1 for validation in sheet.data_validations.dataValidation]
    assert lists == ['"属实,不属实,待核"']
    assert sheet.freeze_panes == "C4" and sheet.auto_filter.ref == f"A3:Q{3 + len(rows)}"
    assert sheet.print_title_rows == "$3:$3" and sheet.page_setup.orientation == "landscape"


def test_the_sums_are_formulas_over_the_figures_with_their_values() -> None:
    audit = made_audit()
    live, cached = opened(audit)["汇总核对"], opened(audit, cached=True)["汇总核对"]
    formulas, found = table(live, "差额"), table(cached, "差额")
    assert len(found) == 200
    assert audit.sums is not None
    for formula, row, cell in zip(formulas, found, audit.sums.cells, strict=True):
        assert formula["各单位合计"].startswith("=SUMIF('单位数据'!$C$6:$C$12,\"是\",'单位数据'!")
        assert Decimal(str(row["各单位合计"])) == cell.total and row["判定"] == cell.verdict.value
        assert Decimal(str(row["差额"])) == (cell.printed or 0) - cell.total
    missed = next(row for row in found if row["行"].startswith("一、") and row["列"] == "自然人")
    assert (missed["县级报告"], missed["各单位合计"], missed["差额"]) == (54, 62, -8)
    assert missed["差额线索"] == "疑漏计水利局（该格 8）" and missed["未计入的缺报单位"] == "2 个：城关街道等"
    above = [row[0] for row in texts(cached)[:4]]
    assert any("差额与水利局全表数字一致（9 格）：疑漏计水利局，请核实" in line for line in above)


def test_without_a_countys_report_the_sums_stand_alone() -> None:
    rows = table(opened(made_audit(county=False), cached=True)["汇总核对"], "差额")
    assert all(row["县级报告"] is None and not row["差额"] and row["判定"] == "无法判定" for row in rows)
    assert next(row for row in rows if row["列"] == "自然人")["各单位合计"] == 62
    bare = table(opened(made_audit(county=False, sums=None), cached=True)["汇总核对"], "差额")
    assert [row["各单位合计"] for row in bare] == [row["各单位合计"] for row in rows]


def test_one_row_for_other_results_is_added_to_three() -> None:
    """A unit may print （六）其他处理 as the form of 2019 has it."""
    audit = made_audit()
    assert audit.sums is not None
    single: dict[Cell, Printed] = {
        ("applications", "other_handling", "total"): 4,
        ("applications", "other_other", "total"): "missing",
    }
    unit = replace(audit.units[5], entry=entry("a.docx", values({**applications(1, 0, 1), **single})))
    other = replace(audit.units[0], entry=entry("b.docx", values({("applications", "other_other", "total"): 3})))
    cell = replace(audit.sums.cells[0], table="applications", row="other_handling", column="total", total=7, printed=7)
    sums = replace(audit.sums, cells=(cell,))
    made = replace(audit, units=(other, *audit.units[1:5], unit), sums=sums)
    row = table(opened(made, cached=True)["汇总核对"], "差额")[0]
    assert (row["各单位合计"], row["差额"]) == (7, 0)


def test_blank_stays_blank_and_what_is_no_number_is_shown_as_it_is() -> None:
    sheet = opened(made_audit())["单位数据"]
    cells = [cell for cell in form_cells(FORM) if cell[1] != "other_handling"]
    start = 6
    row = {sheet.cell(at, 1).value: at for at in range(6, 13)}

    def cell(unit: str, *key: str) -> Any:
        return sheet.cell(row[unit], start + cells.index((key[0], key[1], key[2])))

    assert len(cells) == 200 and sheet.max_column == 205
    assert cell("民政局", "applications", "received", "business").value is None
    assert cell("民政局", "remedies", "review", "other").value == "—"
    text = cell("青山镇", "remedies", "review", "upheld")
    assert text.value == "无法提供" and text.font.color.rgb == "FFC00000"
    assert cell("青山镇", "disclosure", "fees", "amount").value == 1.25
    assert all(sheet.cell(row["城关街道"], column).value is None for column in range(start, 206))
    assert sheet.cell(3, 6).value == "表二 主动公开政府信息情况" and sheet.cell(4, 6).value == "第二十条第（一）项 规章"
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists == {"C6:C12": '"是,否"', "E6:E12": '"已核,待核"'}


def test_what_was_chosen_beside_the_figures_is_kept() -> None:
    sheet = opened(made_audit(reviewed={"水利局": "已核"}))["单位数据"]
    assert [sheet.cell(row, 5).value for row in range(6, 13)].count("已核") == 1


def test_years_are_laid_side_by_side() -> None:
    rows = table(opened(made_audit(), cached=True)["年度衔接"], "申请人类型")
    total = rows[0]
    assert (total["上年结转下年度"], total["本年上年结转"], total["差额"]) == (5, 2, -3)
    assert (total["文件现行有效：上年＋制发－废止"], total["文件现行有效：本年"], total["文件差额"]) == (12, 12, 0)
    assert next(row for row in rows if row["单位"] == "水利局")["说明"] == "免比上年：机构改革新设"
    assert next(row for row in rows if row["单位"] == "白水镇")["说明"] == "没有上年年报"


def test_passages_stand_side_by_side_with_equal_runs_bold() -> None:
    sheet = opened(made_audit())["雷同比对"]
    rows = table(sheet, "比对对象")
    alike = next(row for row in rows if row["单位"] == "白水镇")
    runs = [(str(part), getattr(part, "font", None) is not None and bool(part.font.b)) for part in alike["本报告段落"]]
    assert runs == [("本年度加强组织领导，健全工作机制，主动公开各类政府信息，", True), ("及时回应群众关切。", False)]
    assert next(row for row in rows if row["单位"] == "青山镇")["本报告段落"] is None
    audit = made_audit()
    spaced = Likeness("previous", 9, 9, (AlikePassage(1, "甲 乙\n丙", "甲 丁", ((0, 2),)),))
    unit = replace(audit.units[0], alike=(spaced,))
    parts = table(opened(replace(audit, units=(unit,)))["雷同比对"], "比对对象")[0]["本报告段落"]
    assert str(parts) == "甲 乙\n丙"
    whole = replace(spaced, passages=(AlikePassage(1, "全同", "全同", ((0, 2),)),))
    cell = next(
        cell
        for row in opened(replace(audit, units=(replace(unit, alike=(whole,)),)))["雷同比对"].iter_rows()
        for cell in row
        if cell.value == "全同"
    )
    assert cell.font.b
    assert rows[-1]["单位"] == "（共用模板）" and rows[-1]["共用模板（家数）"] == 3


def test_the_roll_up_table_is_compared_or_refused() -> None:
    row = table(opened(made_audit())["汇总表核对"], "汇总表中的位置")[0]
    assert (row["单位"], row["汇总表"], row["年报"], row["差额"]) == ("青山镇", "39", "40", -1)
    refused = WorkbookCheck(path="汇总表.xlsx", refused=Text("表三!B2 的表头认不准", "header unknown"))
    lines = texts(opened(replace(made_audit(), workbook=refused))["汇总表核对"])
    assert "汇总表无法读取，未比对：表三!B2 的表头认不准" in lines[2]


def test_what_could_not_be_judged_is_listed() -> None:
    sheet = opened(made_audit())["口径与无法判定"]
    rows = table(sheet, "项数")
    assert [row["位置"] for row in rows if row["单位"] == "（未读取的文件）"] == ["部门/教育局.pdf"]
    assert next(row for row in rows if row["单位"] == "青山镇")["项数"] == 3
    above = "\n".join(row[0] for row in texts(sheet)[:8])
    for words in ("共 6 项", ".jpg 3 个", "未列名单的年报 1 份：示范县大数据中心", "2 个文件没有标题"):
        assert words in above


def test_nothing_that_a_report_says_becomes_a_formula_or_a_link() -> None:
    data = workbook_bytes(_spoken(LEADS))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not any("hyperlink" in text.lower() for name, text in parts.items() if "sheet" in name or "rels" in name)
    formulas = [formula for text in parts.values() for formula in re.findall(r"<f>(.*?)</f>", text)]
    assert formulas and all(re.match(r"SUMIF\(|IF\(G|IF\(E|ROUND\(", formula) for formula in formulas)
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value in LEADS]
    assert {cell.value for cell in found} == set(LEADS)
    assert all(cell.data_type == "s" or cell.value == "http://a.b" for cell in found)
    # Where somebody edits the cell, it stays text.
    assert all(cell.quotePrefix for cell in found if cell.value[0] in "=+-@＝＋－＠|%")


def test_control_characters_and_endless_texts_do_not_break_the_file() -> None:
    ugly = (
        "a\x00\x01\x1b[31mb",
        "\u202ec\ud800d\ufffe\uffff",
        "x" * 40_000,
        "𠮷" * 20_000,
        "_x0041_ &<>\"'",
        "甲\r\n乙",
    )
    audit = _spoken(ugly)
    sheet = opened(audit)["问题清单"]
    quotes = [str(row["原文"]) for row in table(sheet, "编号")[: len(ugly)]]
    assert all(len(quote.encode("utf-16-le")) // 2 <= 32_767 for quote in quotes)
    assert quotes[2].endswith("余下从略，全文见年报）") and quotes[3].startswith("𠮷𠮷")
    assert quotes[4] == "_x0041_ &<>\"'" and quotes[5] == "甲\n乙"
    assert not any(char in quote for quote in quotes for char in "\x00\x01\x1b\u202e")
    alike = Likeness("=1", 10, 9, (AlikePassage(1, "=a\x01" + "长" * 40_000, "\x02", ((0, 3), (2, 90_000))),))
    unit = replace(audit.units[0], alike=(alike, Likeness("previous", 0, 0)))
    opened(replace(audit, units=(unit, *audit.units[1:])))


def _spoken(said: tuple[str, ...]) -> Audit:
    """An audit in which each text stands wherever a report can put one."""
    audit = made_audit()
    items = tuple(
        item(
            "青山镇",
            f"01-{at:03d}",
            quote=text,
            message=same(text),
            suggestion=same(text),
            decision=Decision("", text, text),
        )
        for at, text in enumerate(said, 1)
    )
    unit = replace(audit.units[0], items=items)
    named = replace(audit.unlisted[0], filing=replace(audit.unlisted[0].filing, printed=said[:1]))
    remarks = tuple(same(text) for text in said)
    return replace(audit, units=(unit, *audit.units[1:]), unlisted=(named,), remarks=remarks, place=said[0])


def test_the_same_audit_gives_the_same_bytes_without_a_clock() -> None:
    data = workbook_bytes(made_audit())
    assert data == workbook_bytes(made_audit())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-01-21T00:00:00Z" in archive.read("docProps/core.xml")


def test_numbers_too_long_for_a_workbook_are_kept_as_texts() -> None:
    audit = made_audit(sums=None)
    huge = entry("a.docx", values({("applications", "received", "total"): 10**20 + 1}))
    made = replace(audit, units=(replace(audit.units[0], entry=huge), *audit.units[1:]))
    found = [cell.value for row in opened(made)["单位数据"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert str(10**20 + 1) in found


def test_no_town_is_told_of_article_49_in_the_list_of_problems() -> None:
    """The list goes to all units in many a county."""
    audit = made_audit()
    late = item("青山镇", "01-001", basis=Text("条例第四十九条；本县报送通知", "article 49"))
    made = replace(audit, units=(replace(audit.units[0], items=(late,)), *audit.units[1:]))
    assert table(opened(made)["问题清单"], "编号")[0]["依据"] == "本县报送通知"


def test_an_audit_of_nothing_is_a_workbook_too() -> None:
    empty = made_audit(
        units=(), unlisted=(), county=False, workbook=False, sums=None, templates=(), unread=(), year=None
    )
    assert opened(empty).sheetnames == [name for name in ALL if name != "汇总表核对"]


def test_mended_and_quiet_items_are_not_counted() -> None:
    audit = made_audit()
    quiet = item("青山镇", "01-009", decision=Decision("不属实", "说明"))
    mended = item("青山镇", "01-010", Severity.ERROR, progress=Progress.MENDED)
    unit = replace(audit.units[0], items=(quiet, mended))
    rows = table(opened(replace(audit, units=(unit, *audit.units[1:])))["单位汇总"], "采用文件")
    assert (rows[0]["错误"], rows[0]["结论"]) == (0, "通过")


def test_the_workbook_is_written_beside_one_that_is_not_its_own(tmp_path: Path) -> None:
    path = tmp_path / "audit.xlsx"
    path.write_bytes(b"mine")
    assert write(made_audit(), path) == tmp_path / "audit-2.xlsx"
    assert path.read_bytes() == b"mine"


def test_the_page_about_the_workbook_names_its_columns() -> None:
    page = (ROOT / "docs" / "audit-workbook.md").read_text("utf-8")
    lines = {line.split("|")[1].strip(): line for line in page.splitlines() if line.startswith("| ")}
    sheets = (unit_summary, problems, county_sums, years, alike_texts, roll_up_table, not_judged)
    assert list(lines)[1:] == ALL
    for sheet in sheets:
        assert [column.name for column in sheet.COLUMNS if column.name not in lines[sheet.NAME]] == []


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_is_a_text_that_a_cell_can_hold(text: str) -> None:
    book = Book("=" + text, "2025-01-21")
    sheet = book.add("a")
    book.put(sheet, 0, 0, text)
    book.put(sheet, 1, 0, Passage(text, ((0, 3), (2, 9), (50, 10))))
    found = openpyxl.load_workbook(io.BytesIO(book.data()))["a"]["A1"]
    assert (found.value or "") == safe(text) and found.data_type in "sn"
