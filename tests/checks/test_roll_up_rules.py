"""The rules about the county's set: its report against its units, the 汇总表, the units that its prose names."""

from __future__ import annotations

from counties import judged_beside, received, unit
from hand_built import build

from govreport_lint.checks.subject.beside import Beside, UnitValues
from govreport_lint.finding import Evidence, Finding, Severity
from govreport_lint.report import Report


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


def test_without_units_nothing_is_said_and_why() -> None:
    judged = judged_beside(received(5), Beside(), "R801")
    assert not judged.findings and judged.coverage.not_assessable == 1
    assert "其他单位" in judged.coverage.unassessed[0].reason.zh
