"""The rules about the county's set: its report against its units, the 汇总表, the units that its prose names."""

from __future__ import annotations

import pytest
from counties import judged_beside, received, unit, values
from hand_built import build
from judging import subject_for
from msgspec.structs import replace

from govreport_lint import api
from govreport_lint.checks.sets.meant_cells import terms_of
from govreport_lint.checks.subject.beside import Beside, UnitValues
from govreport_lint.document import Document, Location
from govreport_lint.engine.judging import judge
from govreport_lint.finding import Coverage, Evidence, Finding, Severity
from govreport_lint.readers import formats
from govreport_lint.report import Figure, Report, State
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.selection import choose
from govreport_lint.shipped import shipped_rulebook


def beside(*units: UnitValues) -> Beside:
    return Beside(units=units)


def finding(report: Report, *units: UnitValues) -> Finding:
    (found,) = judged_beside(report, beside(*units), "R801").findings
    return found


def test_a_row_that_is_not_the_sum() -> None:
    found = finding(received(5, 3), unit("甲镇", received(2, 3)), unit("乙镇", received(4, 1)))
    assert (found.place.table, found.place.row, found.place.column) == ("applications", "received", "total")
    assert (
        found.message.zh
        == "县级年报表三“新收”总计 8，各单位合计 10，相差 2；自然人县级 5、合计 6；商业企业县级 3、合计 4。"
    )
    assert "is 8; its units come to 10, apart by 2" in found.message.en
    assert found.severity is Severity.ERROR and (found.expected, found.actual) == ("10", "8")
    assert found.evidence[1:] == (
        Evidence(found.place, "10", "各单位"),
        Evidence(found.place, "5", "甲镇"),
        Evidence(found.place, "5", "乙镇"),
    )


def test_a_row_is_found_where_only_its_parts_differ() -> None:
    found = finding(received(5, 3), unit("甲镇", received(4, 4)))
    assert found.place.column == "natural_person" and "商业企业县级 3、合计 4" in found.message.zh


def test_the_whole_report_is_counted_by_rows() -> None:
    coverage = judged_beside(received(5), beside(unit("甲镇", received(5))), "R801").coverage
    assert (coverage.passed, coverage.failed, coverage.not_assessable) == (34, 0, 0)


def test_with_a_report_missing_only_too_little_is_certain() -> None:
    units = unit("甲镇", received(5)), unit("乙镇", None)
    found = finding(received(4), *units)
    assert "已报单位合计已有 5，县级少 1（乙镇未报，未计入）" in found.message.zh
    coverage = judged_beside(received(9), beside(*units), "R801").coverage
    assert (coverage.failed, coverage.not_assessable) == (0, 34)
    reason = next(each.reason for each in coverage.unassessed if each.place.row == "received")
    assert reason.zh == "“新收”总计：县级 9，已报合计 5；乙镇未报"


def test_why_a_cell_cannot_be_added_is_told() -> None:
    units = unit("甲镇", received(5)), unit("乙镇", received("")), unit("丙镇", received(1, form="2019"))
    reasons = {u.place.row: u.reason for u in judged_beside(received(9), beside(*units), "R801").coverage.unassessed}
    assert reasons["received"].zh.endswith("乙镇填写为空白")
    assert reasons["regulations"].zh.endswith("丙镇用的是其他年度的格式，没有这一格")
    assert reasons["regulations"].en.endswith("丙镇: the form of other years, without this cell")


def test_a_blank_cell_of_the_county_is_told() -> None:
    coverage = judged_beside(received(""), beside(unit("甲镇", received(5))), "R801").coverage
    assert [each.reason.zh for each in coverage.unassessed] == ["县级年报“新收”总计填写为空白"]


def test_decimals_are_told_as_printed() -> None:
    units = [unit(name, build(disclosure={"fees": "0.50"})) for name in ("甲镇", "乙镇")]
    found = finding(build(disclosure={"fees": "1.2"}), *units)
    assert "“行政事业性收费”收费金额 1.2，各单位合计 1，相差 0.2" in found.message.zh


def test_rules_about_a_set_are_asked_only_of_the_report_that_has_one() -> None:
    """A unit's own report has no units beside it, and one that is not in the 汇总表 is told there."""
    assert judged_beside(received(5), Beside(), "R801", "R806", "R807").coverage == Coverage()


def of_workbook(report: Report, **changed: tuple[object, State]) -> Beside:
    """The row of the 汇总表 that has the report's figures, but for some of 新收."""
    found = {figure[:3]: figure for figure in report.figures}
    for column, (value, state) in changed.items():
        cell = ("applications", "received", column)
        at = Location(table=1, row=7, cell=4)
        number = value if isinstance(value, int) else None
        found[cell] = Figure(*cell, number, "" if value is None else str(value), state, at)
    return Beside(workbook=found)


def test_a_row_of_the_workbook_that_differs() -> None:
    report = received(5, 3)
    changed = of_workbook(report, total=(9, State.NUMBER), business=(4, State.NUMBER))
    (found,) = judged_beside(report, changed, "R806").findings
    assert found.message.zh == "汇总表表三“新收”总计（D7）为 9，年报为 8，相差 1；商业企业汇总表 4、年报 3。"
    assert (found.place.row, found.expected, found.actual) == ("received", "9", "8")
    assert found.evidence[1] == Evidence(found.place, "9", "workbook")


def test_the_workbook_has_the_same_figures() -> None:
    coverage = judged_beside(received(5), of_workbook(received(5)), "R806").coverage
    assert (coverage.passed, coverage.failed, coverage.not_assessable) == (34, 0, 0)


def test_a_blank_cell_of_the_workbook_says_nothing_against_0() -> None:
    blank = of_workbook(received(5), natural_person=(None, State.BLANK), business=(None, State.BLANK))
    (found,) = judged_beside(received(5), blank, "R806").findings
    assert found.place.column == "natural_person" and "为 空白，年报为 5。" in found.message.zh


def test_one_row_of_other_results_against_three_of_the_report() -> None:
    report = build(applications={"other_other": "2|0|0|0|0|0|2"})
    cell = ("applications", "other_handling", "total")
    for value, count in ((2, 0), (3, 1)):
        row = {cell: Figure(*cell, value, str(value), State.NUMBER, Location(table=1, row=3, cell=2))}
        assert len(judged_beside(report, Beside(workbook=row), "R806").findings) == count


def test_what_the_report_leaves_blank_is_not_compared() -> None:
    coverage = judged_beside(received(""), of_workbook(received(5)), "R806").coverage
    assert (coverage.failed, [each.reason.zh for each in coverage.unassessed]) == (0, ["年报“新收”总计填写为空白"])


def county_of(*lines: str) -> tuple[Report, Document]:
    """A county's report that says these things in section six."""
    text = standard_report().replace("示例县示范镇人民政府", "示例县人民政府")
    head = "## 六、其他需要报告的事项\n"
    document = formats.read_as(text.replace(head, head + "\n" + "\n\n".join(lines) + "\n"), "a.md", "markdown")
    return api.extract(document), document


SET = (
    UnitValues("示例县民政局", "县直部门", True, values(received(5)), names=("民政局",)),
    UnitValues("示例县公安局", "县直部门", True, values(received(12)), names=("公安局", "警方")),
    UnitValues("示例县青山镇人民政府", "乡镇", True, values(received(3)), names=("青山镇人民政府",)),
    UnitValues("示例县水利局", "县直部门", True, None, names=("水利局",)),
)


def named(line: str) -> list[str]:
    """What is said of a line of the county's prose."""
    report, document = county_of(line)
    subject = replace(subject_for(report, document), beside=Beside(units=SET))
    return [found.message.zh for found in judge(subject, choose(shipped_rulebook().rules, ("R807",), ())).findings]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("全县收到政府信息公开申请20件，其中，民政局6件，公安局12件、青山镇2件。", ["示例县民政局“6件”，该单位年报表三“新收”为 5", "示例县青山镇人民政府“2件”"]),
        ("县公安局收到政府信息公开申请13件。", ["示例县公安局“13件”，该单位年报表三“新收”为 12"]),
        ("我县民政局办结政府信息公开申请3件。", ["示例县民政局“3件”，该单位年报表三“（七）总计”为 0"]),
        ("2024年，青山镇政府共收到政府信息公开申请4件。", ["示例县青山镇人民政府“4件”"]),
        ("全县收取信息处理费2件1660元，其中，民政局1件880元，公安局1件790元。", ["相加：880＋790＝1670，比写的总数“1660元”还多"]),
        ("全县收到政府信息公开申请20件，其中民政局5件、公安局16件。", ["示例县公安局“16件”", "5＋16＝21，比写的总数“20件”还多"]),
    ],
)  # fmt: skip
def test_a_named_unit_with_another_figure(line: str, said: list[str]) -> None:
    found = named(line)
    assert len(found) == len(said), found
    assert all(any(part in message for message in found) for part in said), found


@pytest.mark.parametrize(
    "line",
    [
        "全县收到政府信息公开申请20件，其中，民政局5件，公安局12件、青山镇3件。",
        "县公安局收到政府信息公开申请12件。",
        "民政局、公安局收到政府信息公开申请99件。",
        "民政局等5个部门收到政府信息公开申请99件。",
        "公安局网上收到政府信息公开申请2件。",
        "向公安局转办政府信息公开申请2件。",
        "市公安局收到政府信息公开申请99件。",
        "上半年，公安局收到政府信息公开申请2件。",
        "公安局收到政府信息公开申请较上年同期增加2件。",
        "2023年，公安局收到政府信息公开申请2件。",
        "以公安局为被告的行政诉讼2件。",
        "公安局村级服务站收到政府信息公开申请2件。",
        "民政局窗口收到政府信息公开申请1件。",
        "民政局培训2次，公安局检查99件。",
        "全县收到政府信息公开申请20件，其中民政局5件、其他部门16件。",
    ],
)
def test_a_named_unit_that_is_right_or_not_certain(line: str) -> None:
    assert named(line) == []


def test_a_named_unit_without_a_report_is_not_judged() -> None:
    report, document = county_of("水利局收到政府信息公开申请2件。")
    subject = replace(subject_for(report, document), beside=Beside(units=SET))
    coverage = judge(subject, choose(shipped_rulebook().rules, ("R807",), ())).coverage
    assert [each.reason.zh for each in coverage.unassessed] == [
        "正文写到示例县水利局的“2件”，该单位的年报没有可以比对的数"
    ]


def test_a_name_of_two_units_means_neither() -> None:
    two = (SET[0], UnitValues("示例县别样局", "县直部门", True, values(received(9)), names=("民政局",)))
    report, document = county_of("民政局收到政府信息公开申请7件。")
    subject = replace(subject_for(report, document), beside=Beside(units=two))
    assert not judge(subject, choose(shipped_rulebook().rules, ("R807",), ())).findings


def coverage_of(line: str, *units: UnitValues) -> Coverage:
    report, document = county_of(line)
    subject = replace(subject_for(report, document), beside=Beside(units=units))
    return judge(subject, choose(shipped_rulebook().rules, ("R807",), ())).coverage


@pytest.mark.parametrize(("count", "failed"), [(5, 0), (7, 0), (6, 1), (2, 1)])
def test_a_number_may_include_what_was_carried_in(count: int, failed: int) -> None:
    both = build(applications={"received": "5|0|0|0|0|0|5", "carried_in": "2|0|0|0|0|0|2"})
    coverage = coverage_of(f"民政局收到政府信息公开申请{count}件。", replace(SET[0], values=values(both)))
    assert (coverage.passed, coverage.failed, coverage.not_assessable) == (1 - failed, failed, 0)


def test_a_cell_of_the_unit_that_is_no_number_leaves_it_open() -> None:
    half = build(applications={"received": "5|0|0|0|0|0|5", "carried_in": "2|0|0|0|0|0|2件"})
    coverage = coverage_of("民政局收到政府信息公开申请7件。", replace(SET[0], values=values(half)))
    assert (coverage.passed, coverage.failed, coverage.not_assessable) == (0, 0, 1)


def test_a_list_of_units_is_judged_by_each_and_as_a_whole() -> None:
    line = "全县收到政府信息公开申请20件，其中，民政局5件，公安局12件、青山镇3件。"
    assert coverage_of(line, *SET).passed == 4
    assert coverage_of(line.replace("、青山镇3件", "、公安局3件"), *SET).failed == 1
    # Parts without a unit may be anything.
    assert coverage_of(line.replace("青山镇3件", "其他3件"), *SET).passed == 2


def test_of_many_units_that_are_missing_the_first_are_named() -> None:
    missing = [unit(f"{name}镇", None) for name in "甲乙丙丁戊"]
    coverage = judged_beside(received(9), beside(unit("己镇", received(5)), *missing), "R801").coverage
    reason = next(each.reason for each in coverage.unassessed if each.place.row == "received")
    assert reason.zh.endswith("；甲镇、乙镇、丙镇、丁镇等 5 个单位未报")
    assert reason.en.endswith("no report of 甲镇, 乙镇, 丙镇, 丁镇 and 1 more")


def test_of_many_units_the_sum_alone_is_evidence() -> None:
    six = [unit(f"{name}镇", received(1)) for name in "甲乙丙丁戊己"]
    assert len(finding(received(1), *six).evidence) == 8
    assert len(finding(received(1), *six, unit("庚镇", received(1))).evidence) == 2


@pytest.mark.parametrize(
    ("table", "sum_", "count"),
    [
        ("applications", "新收", 1),
        ("applications", "新收 + 上年结转", 2),
        ("applications", "不予公开", 8),
        ("applications", "其他处理", 3),
        ("applications", "其他处理合计", 1),
        ("applications", "新收.法人或其他组织", 5),
        ("disclosure", "行政规范性文件.本年制发", 1),
        ("disclosure", "行政许可", 1),
        ("remedies", "行政复议", 1),
        ("disclosure", "政府集中采购", 0),
        ("applications", "新收 + 没有这一行", 0),
    ],
)
def test_the_cells_that_a_sum_means(table: str, sum_: str, count: int) -> None:
    """A group is its rows, without the single row that may stand for them; a sum with an unknown row means nothing."""
    terms = terms_of(load_form("2021"), table, sum_)
    assert len(set(terms)) == len(terms) == count
    assert all(cell[0] == table for _, cell in terms)
