"""What is answered to the units, and 公布情况: read back with Word's own library."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from audits import entry, item, made_audit, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from govreport_lint.auditing.audited import Audit, Audited
from govreport_lint.auditing.papers.letters import publication
from govreport_lint.auditing.papers.letters.file_names import file_name, unlike_names
from govreport_lint.auditing.papers.letters.letters import kept_words, letter, remarks, write
from govreport_lint.auditing.unit import UnitCategory
from govreport_lint.checks.subject.filing import Filing
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.finding import Severity
from govreport_lint.language import Text, same


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def read(data: bytes) -> str:
    """Every paragraph and cell of a letter, in lines."""
    document = opened(data)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def said(audit: Audit, at: int = 0) -> str:
    return read(letter(audit.units[at], audit))


def answered(
    *items: Any, category: UnitCategory = UnitCategory.TOWNSHIP, audit: Audit | None = None, **given: Any
) -> str:
    audit = audit or made_audit()
    to = replace(audit.units[0], unit=unit(1, "青山镇", category), items=items, **given)
    return read(letter(to, audit))


def test_a_letter_says_to_whom_what_was_read_and_what_is_answered() -> None:
    lines = said(made_audit()).split("\n")
    assert lines[:4] == [
        "关于《青山镇2024年政府信息公开工作年度报告》的审核意见",
        "青山镇：",
        "你单位报送的《青山镇2024年政府信息公开工作年度报告》收悉。经审核，结论为：退回修改。",
        "核验 253 项：通过 247，不符 3，无法判定 3。",
    ]
    assert "审核所用文件：乡镇/青山镇2024年报.docx（正文 1800 字，文件时间 2025-01-10，SHA-256 前 8 位 " in lines[4]
    assert "请对照上述意见修改，并于2025年1月24日前报送修改稿。" in "\n".join(lines)
    assert "联系人：王某　　电话：0555-1234567" in lines and "2025年1月21日" in lines


@pytest.mark.parametrize(("at", "words"), [(0, "退回修改。"), (1, "请核实后报。"), (5, "通过。")])
def test_the_conclusion_follows_the_gravest_item(at: int, words: str) -> None:
    assert f"结论为：{words}" in said(made_audit(), at)


def test_errors_come_before_doubts_and_hints_are_folded() -> None:
    audit = made_audit()
    document = opened(letter(audit.units[0], audit))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["序号", "位置", "原文", "问题", "修改建议", "依据"]
    assert rows[1][0] == "错误（须更正）" and rows[3][0].startswith("疑点（请核实")
    assert rows[2][0] == "1\n01-001" and rows[4][0] == "2\n01-002" and rows[4][3].endswith("（对照：上年年报）")
    assert len(rows) == 5
    assert "另建议：1.一、总体情况：中文之间用了半角逗号，请改为全角逗号。" in said(audit)
    header = document.tables[0].rows[0]._tr.trPr
    assert header is not None and "tblHeader" in header.xml and 'w:val="Figures"' in document.tables[0]._tbl.tblPr.xml


def test_a_piece_of_the_table_is_shown_with_words_for_its_marks() -> None:
    audit = made_audit()
    document = opened(letter(audit.units[0], audit))
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows == [
        ["", "自然人", "总计"],
        ["（三）不予公开 1.属于国家秘密", "3\n对照", "3"],
        ["（七）总计", "41\n建议 38", "41"],
    ]


def test_the_second_round_begins_with_what_was_mended() -> None:
    words = said(made_audit(round=2))
    assert (
        "一、上轮问题整改情况\n上轮问题 3 个：已整改 1 个，未整改 1 个，已改仍不符 1 个。另有 1 个经复核不作为问题。"
        in words
    )
    assert "未整改：01-001 表三 · （七）总计 · 自然人。" in words
    assert "二、需要更正和核实的问题" in words and "01-002" not in words
    assert "上轮问题" not in said(made_audit(round=2), 5)


def test_other_versions_and_checks_that_could_not_be_made_are_told() -> None:
    white = said(made_audit(), 1)
    assert "同时收到的其他版本未采用（依据：文件名有“终稿”）：乡镇/白水镇（初稿）.docx。" in white
    assert "无法判定的事项请自行核对：单元格不是数字（3 项）。" in said(made_audit())
    assert "以上轮报送的文件为准" in answered(kept=True)


def test_no_town_is_told_that_it_broke_article_49() -> None:
    late = item("青山镇", "01-001", basis=Text("《政府信息公开条例》第四十九条", "article 49"))
    assert "四十九" not in answered(late)
    assert "四十九" not in answered(late, category=UnitCategory.SUBDISTRICT)
    assert "第四十九条" in answered(late, category=UnitCategory.DEPARTMENT)
    two = item("青山镇", "01-001", basis=Text("《政府信息公开条例》第四十九条、第五十四条；本县报送通知", "article 49"))
    words = answered(two)
    assert "四十九" not in words and "本县报送通知" in words


def test_what_is_not_set_is_left_blank_and_told_once() -> None:
    bare = made_audit(settings=AuditSettings())
    words = said(bare)
    assert "联系人：　　　　　　　　电话：" in words and "并于　　年　　月　　日前报送修改稿" in words
    told = remarks(bare)
    assert len(told) == 1 and "联系人、电话、报送修改稿的期限" in told[0].zh and "return_by" in told[0].zh
    assert remarks(made_audit()) == () and remarks(made_audit(settings=AuditSettings(), units=())) == ()


def test_no_person_is_named_but_those_that_the_county_names() -> None:
    assert "李某" not in said(made_audit(round=2)) and "govreport" not in said(made_audit())


def test_text_of_a_report_is_no_markup() -> None:
    ugly = "</w:t><w:br/>&amp;\x00\x01\ud800\ufffe\u202e=1+1 <a href='http://a.b'>"
    words = answered(item("青山镇", "01-001", quote=ugly, message=same(ugly), suggestion=same(ugly)))
    assert "</w:t><w:br/>&amp;" in words and "=1+1 <a href='http://a.b'>" in words
    assert not any(char in words for char in "\x00\x01\u202e\ufffe")
    audit = made_audit()
    named = replace(audit.units[0], unit=unit(1, "甲<&>镇", UnitCategory.TOWNSHIP))
    assert "甲<&>镇：" in read(letter(named, audit))


def test_the_same_audit_gives_the_same_bytes() -> None:
    audit, again = made_audit(round=2), made_audit(round=2)
    data = letter(audit.units[0], audit)
    assert data == letter(again.units[0], again)
    assert publication.publication(audit) == publication.publication(again)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert 'altName w:val="仿宋"' in archive.read("word/fontTable.xml").decode()


def test_each_unit_with_a_report_gets_its_letter(tmp_path: Path) -> None:
    paths = write(made_audit(), tmp_path)
    names = ["01 青山镇.docx", "02 白水镇.docx", "05 水利局.docx", "06 民政局.docx"]
    assert [path.name for path in paths] == names
    assert sorted(path.name for path in (tmp_path / "letters").iterdir()) == names


def test_a_letter_that_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    audit = made_audit()
    first = write(audit, tmp_path)[0]
    first.write_bytes(b"changed by hand")
    paths = write(audit, tmp_path)
    assert first.read_bytes() == b"changed by hand" and paths[0].name == "01 青山镇-2.docx"
    told = kept_words(audit, tmp_path, paths)
    assert len(told) == 1 and "01 青山镇.docx" in told[0].zh and "01 青山镇-2.docx" in told[0].zh


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('07 a<b>:"/\\|?*c', "07 a_b________c"),
        ("青山镇. . ", "青山镇"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("nul .docx", "_nul .docx"),
        ("Com1", "_Com1"),
        ("console", "console"),
        ("..", "_"),
        ("", "_"),
        ("a\x00\n\u202eb", "a_ _b"),
    ],
)
def test_names_of_files_are_fit_for_windows(text: str, name: str) -> None:
    assert file_name(text) == name


def test_names_of_files_are_short_and_unlike() -> None:
    assert len(file_name("县" * 300).encode()) <= 180
    assert list(unlike_names(["A镇", "a镇", "A镇", "乙镇"])) == ["A镇", "a镇（2）", "A镇（3）", "乙镇"]


def test_the_publication_is_reported_with_its_dates() -> None:
    audit = made_audit()
    document = opened(publication.publication(audit))
    words = "\n".join(each.text for each in document.paragraphs)
    assert "应公布年度报告的单位 6 个，按时公布（2025年1月31日前） 3 个，按时公布率 50.0%。" in words
    assert (
        "另有 2 个单位的公布日期不明，未计入按时公布" in words
        and "其中 2 个单位没有网页公布日期，以年报落款日期代替" in words
    )
    assert "未报送年度报告、公布情况不明的单位 1 个：城关街道。" in words
    assert "计入汇总的单位 4 个；应计入而没有可用年报的 2 个：城关街道、教育局。" in words
    assert "核对 200 格：县级少于已报合计 9 格，无法判定 191 格。" in words
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[1] == ["1", "青山镇", "乡镇", "2025年1月25日", "网页", "按时"]
    assert rows[3][5] == "未报送" and rows[4][5] == "日期不明" and rows[5][5] == "日期不明"


def test_a_late_publication_is_named_without_an_article() -> None:
    audit = made_audit()
    late = replace(audit.units[0], entry=entry("a.docx", published="2025-02-03"))
    words = read(publication.publication(replace(audit, units=(late, *audit.units[1:]))))
    assert "未按时公布的单位 1 个：青山镇（网页 2025年2月3日）。" in words and "四十九" not in words


def test_units_that_need_not_report_are_not_in_it(tmp_path: Path) -> None:
    audit = made_audit(county=False, sums=None)
    free = Audited(unit=unit(7, "气象局", UnitCategory.VERTICAL, due=False), filing=Filing(unit="气象局", due=False))
    words = read(publication.publication(replace(audit, units=(*audit.units, free))))
    assert "气象局" not in words and "本次没有核对逐级汇总。" in words
    assert publication.write(audit, tmp_path) == (tmp_path / "公布情况.docx",)


def test_an_audit_of_nothing_has_no_letters(tmp_path: Path) -> None:
    empty = made_audit(units=(), sums=None, county=False, year=None, place="")
    assert write(empty, tmp_path) == ()
    assert "应公布年度报告的单位 0 个" in read(publication.publication(empty))


def test_only_hints_need_no_table() -> None:
    words = answered(item("青山镇", "01-001", Severity.INFO, piece=None))
    many = answered(*(item("青山镇", f"01-{at:03d}", Severity.INFO, piece=None) for at in range(1, 15)))
    assert "另有 2 处从略，见问题清单" in many
    assert "需要更正和核实的问题" not in words and "请按规定时间公布。" in words


@given(st.text(max_size=120))
@settings(max_examples=25)
def test_any_text_leaves_the_letter_whole(text: str) -> None:
    words = answered(
        item("青山镇", "01-001", quote=text, message=same(text), where=same(text)), audit=made_audit(place=text)
    )
    assert "结论为：退回修改。" in words
    assert file_name(text).encode() and "/" not in file_name(text)
