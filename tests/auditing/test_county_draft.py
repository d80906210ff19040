"""The draft of the county's report: read back with the same figures, weak and differing cells marked."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import docx
from counties import received, unit, values
from hand_built import build
from planted_roll_ups import FORM, plant

from govreport_lint import api
from govreport_lint.auditing.audited import Sums
from govreport_lint.auditing.papers.county_draft import county_draft
from govreport_lint.auditing.sums.county_sums import sums_of
from govreport_lint.checks.subject.beside import UnitValues
from govreport_lint.report import Report, State
from govreport_lint.rulebook.forms import load_form


def draft(units: list[UnitValues], county: Report | None = None) -> tuple[bytes, Sums]:
    sums = sums_of(values(county) if county else None, units, FORM)
    return county_draft(sums, "示范县", 2024, units), sums


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def comments(data: bytes) -> list[str]:
    """The text of every comment."""
    found = re.findall(r"<w:comment .*?</w:comment>", part(data, "word/comments.xml"))
    return ["｜".join(re.findall(r"<w:t [^>]*>(.*?)</w:t>", each)) for each in found]


def test_it_is_read_back_with_the_same_figures() -> None:
    planted = plant(3)
    units = list(planted.units)
    data, sums = draft(units)
    report = api.extract(api.read_bytes(data, "a.docx"))
    assert (report.organ, report.year, report.form) == ("示范县人民政府", 2024, "2021")
    read = {figure[:3]: figure.value for figure in report.figures if figure.state is not State.MISSING}
    assert read == {(each.table, each.row, each.column): each.total for each in sums.cells}
    assert any(isinstance(value, Decimal) for value in read.values())
    assert not {"arithmetic", "tables"} & {finding.family for finding in api.lint_bytes(data, "a.docx").findings}


def test_without_gaps_nothing_is_marked() -> None:
    data, _ = draft([unit("甲镇", received(5))])
    assert len(comments(data)) == 1 and "1 个单位年报" in comments(data)[0]
    assert "<w:shd" not in part(data, "word/document.xml")


def test_weak_cells_are_marked_and_their_units_named() -> None:
    units = [
        unit("甲镇", received(5)),
        unit("乙镇", received("")),
        unit("丙镇", build(applications={"received": "1|3件|0|0|0|0|4"})),
    ]
    data, _ = draft(units)
    told = comments(data)[1:]
    assert told == [
        "“新收”自然人未计入：｜乙镇（空白）",
        "“新收”商业企业未计入：｜丙镇（不是数字）",
        "“新收”总计未计入：｜乙镇（空白）",
    ]
    assert part(data, "word/document.xml").count("<w:shd") == 3


def test_a_missing_report_is_told_once_a_table_and_marks_every_cell() -> None:
    data, _ = draft([unit("甲镇", received(5)), unit("乙镇", None)])
    assert comments(data)[1:] == [f"表{name}各格均未计入缺报单位：乙镇" for name in "二三四"]
    assert part(data, "word/document.xml").count("<w:shd") == 200


def test_with_the_countys_report_the_cells_that_differ_are_marked_instead() -> None:
    data, _ = draft([unit("甲镇", received(5)), unit("乙镇", None)], received(4))
    assert comments(data)[1:] == [
        "县级年报“新收”自然人 4，已报单位合计 5，相差 1｜未计入：乙镇",
        "县级年报“新收”总计 4，已报单位合计 5，相差 1｜未计入：乙镇",
    ]
    assert part(data, "word/document.xml").count("<w:shd") == 2
    assert comments(data)[0].endswith("缺报、未计入的单位：乙镇")


def test_one_row_of_other_results_is_told_at_the_first_of_three() -> None:
    one = {"other_handling": "2|0|0|0|0|0|2"}
    data, _ = draft([unit("甲镇", build(single=True, applications=one))], build(single=True))
    assert comments(data)[1] == "县级年报“其他处理合计”自然人 0，各单位合计 2，相差 2"


def test_names_are_no_markup_and_the_same_call_gives_the_same_bytes() -> None:
    units = [unit("<甲>&镇", received("")), unit("乙镇", received(1))]
    data, _ = draft(units)
    assert data == draft(units)[0]
    assert any("&lt;甲&gt;&amp;镇" in each for each in comments(data))
    assert docx.Document(io.BytesIO(data)).tables


def test_a_county_of_the_old_form() -> None:
    old = load_form("2019")
    units = [unit("甲镇", build(form="2019", disclosure={"licences": "3|-1|2"}))]
    sums = sums_of(None, units, old)
    report = api.extract(api.read_bytes(county_draft(sums, "示范县", 2020, units), "a.docx"))
    figure = report.figure("disclosure", "licences", "change")
    assert report.form == "2019" and figure and figure.value == -1
