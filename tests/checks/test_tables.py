"""The rules about rows, columns, cells and zeros, on reports put together by hand."""

from __future__ import annotations

import pytest
from hand_built import SINGLE, build, judged, said, table_figures, table_reading
from msgspec.structs import replace

from govreport_lint import lint_text
from govreport_lint.document import Location
from govreport_lint.finding import Finding
from govreport_lint.language import Text
from govreport_lint.report import Misplaced, Printed, Report, TableReading, TableRow, UnitKind
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.pages import standard_report

TABLE_3 = load_form("2021").table("applications")
STANDARD = table_reading(TABLE_3, list(table_figures(TABLE_3, {})))
BLANKS = "||||||"


def read_as(**changes: object) -> Report:
    """A report whose 表三 was read with these changes."""
    return build(readings={"applications": replace(STANDARD, **changes)})


def only(report: Report, *codes: str, text: str = "") -> Finding:
    """The one finding that the rules have."""
    findings = judged(report, *codes, text=text).findings
    assert len(findings) == 1, findings
    return findings[0]


def test_a_sound_report_passes_every_rule_in_every_table() -> None:
    result = judged(build(), "T", "Z402", "Z403", "Z405")
    assert (result.findings, result.coverage.failed, result.coverage.not_assessable) == ((), 0, 0)


def test_missing_row() -> None:
    finding = only(read_as(missing_rows=("refused_inquiry",)), "T201")
    assert (finding.severity, finding.place.row) == ("error", "refused_inquiry")
    assert "8.属于行政查询事项" in finding.message.zh


def test_a_missing_row_is_shown_at_the_row_above() -> None:
    rows = tuple(
        replace(row, label=Printed(row.label.text, Location(start=index + 1)))
        for index, row in enumerate(STANDARD.rows)
        if row.key != "granted"
    )
    assert only(read_as(rows=rows, missing_rows=("granted",)), "T201").location.start == 2


def test_one_row_for_other_handling_is_a_hint() -> None:
    rows = [row for row in STANDARD.rows if row.key not in SINGLE]
    rows.append(TableRow("other_handling", Printed("（六）其他处理", Location(start=9)), True, ()))
    for missing in ((), SINGLE):
        finding = only(read_as(rows=tuple(rows), missing_rows=missing), "T201")
        assert (finding.severity, finding.place.row, finding.location.start) == ("info", "other_handling", 9)


def test_the_one_row_of_the_2019_form_is_no_fault() -> None:
    assert not said(build(form="2019"), "T201")


def test_extra_rows() -> None:
    rows = (*STANDARD.rows, TableRow(None, Printed("（八）合计", Location()), False, ()))
    finding = only(read_as(rows=rows), "T202")
    assert finding.severity == "warning"
    assert "“（八）合计”" in finding.message.zh
    local = (*STANDARD.rows, TableRow(None, Printed("其他主动公开文件", Location()), False, ()))
    assert "地方自行增加" in only(read_as(rows=local), "T202").message.zh


def test_a_row_printed_twice() -> None:
    finding = only(read_as(rows=(*STANDARD.rows, STANDARD.rows[0])), "T202")
    assert finding.place.row == "received"
    assert "印了两次" in finding.message.zh


def test_a_table_pasted_in_many_times_is_one_fault_a_kind() -> None:
    strange = tuple(TableRow(None, Printed(f"（八）合计{count}", Location()), False, ()) for count in range(20))
    finding = only(read_as(rows=(*STANDARD.rows, *strange)), "T202")
    assert "多出 20 行" in finding.message.zh and "“（八）合计2”" in finding.message.zh
    finding = only(read_as(rows=STANDARD.rows * 2), "T202")
    assert f"{len(STANDARD.rows)} 行印了不止一次" in finding.message.zh


def test_a_row_without_label_is_not_an_extra_row() -> None:
    rows = (*STANDARD.rows, TableRow(None, Printed(" ", Location()), False, ()))
    assert not said(read_as(rows=rows), "T202")


def test_misspelt_label() -> None:
    wrong = TableRow("received", Printed("一、本年新收政府信息申请数量", Location()), False, ())
    finding = only(read_as(rows=(wrong, *STANDARD.rows[1:])), "T203")
    assert finding.severity == "info"
    assert (finding.expected, finding.actual) == ("一、本年新收政府信息公开申请数量", wrong.label.text)


def test_missing_column() -> None:
    finding = only(read_as(missing_columns=("research",)), "T204")
    assert (finding.severity, finding.place.column) == ("error", "research")


def test_changed_header() -> None:
    header = Misplaced(Printed("科研院所", Location(start=5)), "科研机构")
    finding = only(read_as(headers=(header,)), "T209")
    assert (finding.severity, finding.place.column, finding.location.start) == ("info", "research", 5)


def test_blank_cells_are_told_once_for_a_table() -> None:
    report = build(applications={"granted": BLANKS, "carried_out": BLANKS})
    finding = only(report, "T205")
    assert (finding.severity, len(finding.evidence)) == ("info", 14)
    assert "14 个" in finding.message.zh
    assert "“予以公开”“结转下年度”行" in finding.message.zh


@pytest.mark.parametrize("mark", ["/", "—", "无", "N/A"])
def test_a_dash_is_a_blank(mark: str) -> None:
    assert said(build(disclosure={"licences": mark}), "T205") == [("T205", None, None)]


def test_a_mixed_row_is_told_by_itself() -> None:
    report = build(applications={"granted": "0||0|0|0|0|0", "carried_out": BLANKS}, remedies={"review": "0||0|0|0"})
    found = judged(report, "T205", "Z403").findings
    assert {(finding.code, finding.place.row) for finding in found} == {
        ("Z403", "granted"),
        ("Z403", "review"),
        ("T205", None),
    }
    blank = next(finding for finding in found if finding.code == "T205")
    assert {item.place.row for item in blank.evidence} == {"carried_out"}


def test_the_same_cells_blank_in_many_rows_are_told_once() -> None:
    rows = ["received", "carried_in", "granted", "partly_granted", "carried_out"]
    finding = only(build(applications=dict.fromkeys(rows, "0||||||0")), "T205", "Z403")
    assert (finding.place.row, len(finding.evidence)) == (None, 25)
    assert "“新收”“上年结转”“予以公开”等 5 行有的格填 0" in finding.message.zh
    assert len(said(build(applications=dict.fromkeys(rows[:3], "0||||||0")), "T205", "Z403")) == 3


def test_figures_and_blanks_without_0_are_not_mixed() -> None:
    assert not said(build(applications={"granted": "1|/|/|/|/|/|1"}), "Z403")


def test_a_row_of_table_2_is_never_mixed() -> None:
    report = build(disclosure={"regulations": "0||0"})
    assert said(report, "T205", "Z403") == [("T205", None, None)]


@pytest.mark.parametrize("text", ["3件", "约10", "十余", "见附件"])
def test_not_a_number(text: str) -> None:
    finding = only(build(disclosure={"licences": text}), "T")
    assert (finding.code, finding.severity, finding.place.column) == ("T206", "error", "decisions")
    assert f"“{text}”" in finding.message.zh


def test_a_number_with_a_note_and_an_amount_with_a_unit_are_numbers() -> None:
    assert not said(build(disclosure={"licences": "22（其中变更16件）", "fees": "3.5万元"}), "T")


@pytest.mark.parametrize(("text", "words"), [("-8", "不可能是负数"), ("2.5", "只能是整数")])
def test_negative_or_fraction(text: str, words: str) -> None:
    finding = only(build(disclosure={"licences": text}), "T")
    assert (finding.code, finding.severity) == ("T207", "error")
    assert words in finding.message.zh


def test_what_may_be_negative_or_a_fraction() -> None:
    report = build(form="2019", disclosure={"licences": "9|-8|0", "procurement": "2|477.35"})
    assert not said(report, "T206", "T207")
    assert said(build(form="2019", disclosure={"licences": "9|-1.5|0"}), "T207")
    assert said(build(disclosure={"fees": "-3"}), "T207")
    assert not said(build(disclosure={"fees": "3.26"}), "T207")


@pytest.mark.parametrize(
    ("kind", "organ", "amount"),
    [
        (UnitKind.TOWNSHIP, "示例县示范镇人民政府", "320"),
        (UnitKind.COUNTY, "示例区", "7730.28"),
        (UnitKind.OTHER, "示例实验区", "24252"),
        (UnitKind.CITY, "示例市", "59237"),
        (UnitKind.CITY, "示例市", "316441"),
        (UnitKind.PROVINCE, "示例省", "2585000"),
        (UnitKind.DEPARTMENT, "示例县自然资源局", "18000"),
        (UnitKind.DEPARTMENT, "示例省交通运输厅", "1580000"),
    ],
)
def test_amounts_that_are_right(kind: UnitKind, organ: str, amount: str) -> None:
    assert not said(build(kind=kind, organ=organ, disclosure={"fees": amount}), "T208")


@pytest.mark.parametrize(
    ("kind", "organ", "amount"),
    [
        (UnitKind.TOWNSHIP, "示例县示范镇人民政府", "32600"),
        (UnitKind.SUBDISTRICT, "示例区示范街道办事处", "5000000"),
        (UnitKind.COUNTY, "示例县", "77302800"),
        (UnitKind.DEPARTMENT, "示例县自然资源局", "180000000"),
    ],
)
def test_amounts_that_are_yuan(kind: UnitKind, organ: str, amount: str) -> None:
    assert said(build(kind=kind, organ=organ, disclosure={"fees": amount}), "T208") == [("T208", "fees", "amount")]


def test_the_same_amount_in_yuan_in_the_text() -> None:
    text = "全年收取行政事业性收费3,260元，全部上缴国库。"
    report = build(disclosure={"fees": "3260"})
    assert "收取行政事业性收费3,260元" in only(report, "T208", text=text).message.zh
    assert not said(build(disclosure={"fees": "0.326"}), "T208", text=text)
    assert not said(build(disclosure={"fees": "3260"}), "T208", text="收取行政事业性收费3260万元。")
    assert not said(build(disclosure={"fees": "0"}), "T208", text="收取信息处理费0元。")


@pytest.mark.parametrize(
    ("kind", "organ", "expected"),
    [
        (UnitKind.TOWNSHIP, "示例县示范镇人民政府", True),
        (UnitKind.SUBDISTRICT, "示例区示范街道办事处", True),
        (UnitKind.COUNTY, "示例县人民政府", True),
        (UnitKind.DEPARTMENT, "示例县农业农村局", True),
        (UnitKind.DEPARTMENT, "示例省司法厅", False),
        (UnitKind.DEPARTMENT, "示例自治区司法厅", False),
        (UnitKind.DEPARTMENT, "某部", False),
        (UnitKind.CITY, "示例市人民政府", False),
        (UnitKind.PROVINCE, "示例省人民政府", False),
        (UnitKind.OTHER, "示例实验区", False),
    ],
)
def test_regulations_need_a_power(kind: UnitKind, organ: str, expected: bool) -> None:
    report = build(kind=kind, organ=organ, disclosure={"regulations": "0|0|6"})
    found = judged(report, "T210").findings
    assert bool(found) is expected
    assert all(finding.severity == "warning" for finding in found)


def test_no_regulations_is_no_fault_of_anyone() -> None:
    assert judged(build(kind=UnitKind.OTHER), "T210").coverage.passed == 1


def test_an_unreadable_table_is_said_and_nothing_of_it_is_judged() -> None:
    reason = Text("各格数字连在一起", "the figures are glued together")
    report = read_as(unreadable=reason, missing_rows=("granted", "carried_out"))
    result = judged(report, "T", "A", "Z402", "Z403", "Z405")
    assert [(f.code, f.place.table) for f in result.findings] == [("T213", "applications")]
    assert "各格数字连在一起" in result.findings[0].message.zh
    unassessed = [item.rule for item in result.coverage.unassessed]
    assert unassessed.count("A303") == 25
    assert unassessed.count("A301") == 7


def test_an_unreadable_row_is_said_and_the_rest_is_judged() -> None:
    reason = Text("本行印有 8 个数，应为 7 个", "8 figures where 7 belong")
    rows = (STANDARD.rows[0], replace(STANDARD.rows[1], reason=reason), *STANDARD.rows[2:])
    report = read_as(rows=rows, missing_rows=("granted",))
    result = judged(report, "T201", "T213")
    assert {(f.code, f.place.row) for f in result.findings} == {("T213", "carried_in"), ("T201", "granted")}
    assert "本行印有 8 个数" in next(f.message.zh for f in result.findings if f.code == "T213")


@pytest.mark.parametrize("image", [True, False])
def test_a_table_that_is_not_there_is_not_unreadable(image: bool) -> None:
    absent = TableReading(key="applications", location=Location(), found=False, image=image)
    result = judged(build(readings={"applications": absent}), "T")
    assert not result.findings
    assert result.coverage.not_assessable


SHIFT = {
    "received": "10|2|3|0|0|0|15",
    "granted": "9|2|3|0|0|0|14",
    "handled_total": "9|2|3|0|0|0|14",
    "carried_out": "1|0|0|0|0|0|1",
}
EXCHANGED = {"handled_total": SHIFT["carried_out"], "carried_out": SHIFT["handled_total"]}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (EXCHANGED, "“（七）总计”与“结转下年度”两行的数字对调后全部都平"),
        ({"received": "2|3|0|0|0|15|0"}, ""),
        ({"received": "0|10|2|3|0|0|15"}, ""),
        ({"granted": "0|9|2|3|0|0|0"}, ""),
    ],
)
def test_shifted_rows_are_told_only_when_one_move_explains_all(changes: dict[str, str], words: str) -> None:
    found = judged(build(applications=SHIFT | changes), "T212").findings
    assert [words in finding.message.zh for finding in found] == [True] * bool(words)


def test_a_row_one_cell_to_the_left() -> None:
    cells = {"received": "0|2|3|0|0|0|5", "granted": "0|2|3|0|0|0|5", "handled_total": "0|2|3|0|0|0|5"}
    assert not said(build(applications=cells), "T212")
    finding = only(build(applications=cells | {"received": "2|3|0|0|0|5|"}), "T212")
    assert (finding.place.row, finding.severity) == ("received", "error")
    assert "右移一格" in finding.message.zh


def test_two_columns_exchanged() -> None:
    cells = {"received": "10|2|0|0|0|12|0", "granted": "10|2|0|0|0|12|0", "handled_total": "10|2|0|0|0|12|0"}
    finding = only(build(applications=cells), "T212")
    assert (finding.place.row, finding.place.column) == (None, "other")
    assert "“其他”与“总计”两列" in finding.message.zh


def test_rows_that_are_no_neighbours_exchanged() -> None:
    cells = {"received": "9|2|3|0|0|0|14", "handled_total": "10|2|3|0|0|0|15"}
    finding = only(build(applications=SHIFT | cells), "T212")
    assert "“新收”与“（七）总计”两行" in finding.message.zh


def test_figures_in_the_wrong_columns_are_one_fault() -> None:
    cells = {"received": "10|2|0|0|0|12|0", "granted": "10|2|0|0|0|12|0", "handled_total": "10|2|0|0|0|12|0"}
    found = judged(build(applications=cells), "A", "T", "Z").findings
    assert [finding.code for finding in found] == ["T212"]
    assert "有 3 项勾稽关系不平" in found[0].message.zh


def test_rows_that_stand_one_row_too_low() -> None:
    cells = {
        "received": "10|2|3|0|0|0|15",
        "partly_granted": "8|2|2|0|0|0|12",
        "refused_law": "2|0|1|0|0|0|3",
        "carried_out": "10|2|3|0|0|0|15",
    }
    finding = only(build(applications=cells), "T212")
    assert finding.place.table == "applications"


def test_rows_that_stand_one_row_too_high() -> None:
    cells = {
        "received": "10|2|3|0|0|0|15",
        "granted": "8|2|2|0|0|0|12",
        "partly_granted": "1|0|0|0|0|0|1",
        "other_other": "9|2|2|0|0|0|13",
        "handled_total": "1|0|1|0|0|0|2",
    }
    finding = only(build(applications=cells), "T212")
    assert "“（六）3.其他”及以下各行（可能从更上面的行开始）的数字下移一行" in finding.message.zh


def test_table_4_one_cell_to_the_left() -> None:
    cells = {"review": "0|0|0|0|1", "litigation_direct": "0|0|0|1|0"}
    finding = only(build(remedies=cells), "T212")
    assert finding.place.table == "remedies"
    assert "右移一格" in finding.message.zh


def test_an_exchange_hides_missing_and_extra_rows() -> None:
    rows = (*STANDARD.rows, TableRow(None, Printed("小计", Location()), False, ()))
    reading = replace(STANDARD, rows=rows, missing_rows=("refused_law",))
    report = build(applications=SHIFT | EXCHANGED, readings={"applications": reading})
    assert {code for code, _, _ in said(report, "T")} == {"T212"}


def test_results_without_applications() -> None:
    cells = {"granted": "0|3|0|0|0|0|3", "handled_total": "0|3|0|0|0|0|3", "received": "0|0|0|0|0|0|3"}
    assert said(build(applications=cells), "A301", "Z402") == [("Z402", None, "business")]
    carried = {"carried_out": "0|3|0|0|0|0|3"}
    assert {code for code, _, _ in said(build(applications=carried), "A301", "Z402")} == {"Z402"}


def test_results_without_a_printed_total() -> None:
    cells = {"granted": "0|3|0|0|0|0|3", "handled_total": BLANKS}
    assert ("Z402", None, "business") in said(build(applications=cells), "Z402")


def test_blank_input_is_not_zero_input() -> None:
    cells = {"granted": "0|3|0|0|0|0|3", "handled_total": "0|3|0|0|0|0|3", "received": BLANKS}
    result = judged(build(applications=cells), "Z402", "A301")
    assert not result.findings
    assert result.coverage.not_assessable


def test_a_total_of_0_and_parts_that_are_not() -> None:
    finding = only(build(applications={"granted": "2|1|0|0|0|0|0"}), "A303", "Z405")
    assert (finding.code, finding.place.row, finding.expected) == ("Z405", "granted", "3")
    assert "自然人(2)、商业企业(1)" in finding.message.zh


def test_parts_of_0_and_a_total_that_is_not() -> None:
    finding = only(build(applications={"granted": "0|0|0|0|0|0|4"}), "A303", "Z405")
    assert "总计填 4" in finding.message.zh
    blank = judged(build(applications={"granted": "0|0||0|0|0|4"}), "A303", "Z405")
    assert not blank.findings


def test_half_a_table_is_one_fault() -> None:
    whole = standard_report()
    start, end = whole.index("| | | 2.重复申请 |"), whole.index("\n## 四、")
    result = lint_text(whole[:start] + whole[end:], select=["T201"])
    assert [(f.code, f.place.row, len(f.evidence)) for f in result.findings] == [("T201", "declined_repeat", 9)]
    assert "连续缺少 9 行" in result.findings[0].message.zh


def test_two_missing_rows_are_told_one_by_one_in_the_order_of_the_form() -> None:
    text = "\n".join(
        line
        for line in standard_report().splitlines()
        if "1.属于国家秘密" not in line and "2.其他法律行政法规禁止公开" not in line
    )
    result = lint_text(text.replace("| | | 3.危及", "| | （三）不予公开 | 3.危及"), select=["T201"])
    assert [f.place.row for f in result.findings] == ["refused_state_secret", "refused_law"]


@pytest.mark.parametrize(
    ("form", "row", "cells", "expected"),
    [
        ("2019", "licences", "21|19|40", ["items"]),
        ("2019", "licences", "21|0|21", []),
        ("2019", "licences", "21|19|41", []),
        ("2019", "licences", "2|1|3", []),
    ],
)
def test_items_entered_as_decisions(form: str, row: str, cells: str, expected: list[str]) -> None:
    found = judged(build(form=form, disclosure={row: cells}), "T214").findings
    assert [finding.severity.value for finding in found] == ["info"] * len(expected)
    assert all("＋" in finding.message.zh and "事项数" in finding.message.zh for finding in found)


def test_a_whole_number_with_decimals_is_told_unless_the_whole_table_is_printed_so() -> None:
    assert only(build(applications={"received": "1.0|0|0|0|0|0|1"}), "T207").quote == "1.0"
    rows = dict.fromkeys(("received", "granted", "handled_total"), "1.0|0|0|0|0|0|1.0")
    assert said(build(applications=rows), "T207") == []
    assert said(build(disclosure={"fees": "3.0"}), "T207") == []
