"""The equations of tables 3 and 4: when they hold, fail, or cannot be told, and what is said."""

from __future__ import annotations

import itertools

import pytest
from hand_built import SINGLE, build, judged, said
from hypothesis import assume, given
from hypothesis import strategies as st

from govreport_lint.checks.arithmetic.equations import Instance, fillable
from govreport_lint.document import Location
from govreport_lint.finding import Place
from govreport_lint.language import Text
from govreport_lint.report import Figure, Printed, State, TableReading, TableRow
from govreport_lint.rulebook.expressions import holds, names, parse

BALANCED = {
    "received": "10|2|0|0|0|0|12",
    "carried_in": "1|0|0|0|0|0|1",
    "granted": "6|1|0|0|0|0|7",
    "refused_process": "2|1|0|0|0|0|3",
    "other_other": "2|0|0|0|0|0|2",
    "handled_total": "10|2|0|0|0|0|12",
    "carried_out": "1|0|0|0|0|0|1",
}
EQUATIONS = ("A301", "A302", "A303", "A304", "A305", "A306")


def test_a_balanced_report_passes_every_instance() -> None:
    result = judged(build(applications=BALANCED), *EQUATIONS)
    assert not result.findings
    assert result.coverage.passed == 7 + 7 + 25 + 3
    assert result.coverage.not_assessable == 0


@pytest.mark.parametrize(("code", "count"), [("A301", 7), ("A302", 7), ("A303", 25), ("A304", 1), ("A308", 1)])
def test_an_instance_counts_once(code: str, count: int) -> None:
    assert judged(build(applications=BALANCED), code).coverage.passed == count


def test_the_2019_form_has_23_rows() -> None:
    assert judged(build(form="2019"), "A303").coverage.passed == 23


def test_an_unbalanced_column_states_both_sides_and_the_difference() -> None:
    cells = BALANCED | {"received": "60|0|0|0|0|0|60", "carried_in": "0|0|0|0|0|0|0"}
    cells |= {"handled_total": "61|0|0|0|0|0|61", "carried_out": "0|0|0|0|0|0|0"}
    finding = judged(build(applications=cells), "A301").findings[0]
    assert "新收(60)＋上年结转(0)＝60，（七）总计(61)＋结转下年度(0)＝61，相差 1" in finding.message.zh
    assert (finding.place.row, finding.place.column) == (None, "natural_person")
    assert (finding.expected, finding.actual) == ("61", "60")
    assert [item.value for item in finding.evidence] == ["60", "0", "61", "0"]


def test_the_same_in_english() -> None:
    cells = BALANCED | {"received": "11|2|0|0|0|0|13"}
    message = judged(build(applications=cells), "A301").findings[0].message.en
    assert "1. received(11) + 2. carried in(1) = 12, 3(7) total(10) + 4. carried out(1) = 11" in message
    assert "＋" not in message


def test_a_wrong_sum_is_shown_at_the_total() -> None:
    cells = BALANCED | {"granted": "5|1|0|0|0|0|6"}
    finding = judged(build(applications=cells), "A302").findings[0]
    assert (finding.place.row, finding.place.column, finding.quote) == (
        "handled_total",
        "natural_person",
        "10",
    )
    assert "予以公开(5)＋属于四类过程性信息(2)＋（六）3.其他(2)＝9，相差 1" in finding.message.zh


def test_a_sum_of_nothing_is_said_in_words() -> None:
    cells = {"received": "0|3|0|0|0|0|3", "handled_total": "0|3|0|0|0|0|3"}
    message = judged(build(applications=cells), "A302").findings[0].message.zh
    assert "（七）总计(3)，各分项之和＝0，相差 3" in message


def test_a_wrong_row_total() -> None:
    cells = BALANCED | {"granted": "6|1|0|0|0|0|8"}
    assert said(build(applications=cells), "A303") == [("A303", "granted", "total")]


def test_the_printed_text_is_shown() -> None:
    cells = BALANCED | {"granted": "1,095|1|0|0|0|0|1,095"}
    finding = judged(build(applications=cells), "A303").findings[0]
    assert "总计(1,095)" in finding.message.zh
    assert (finding.quote, finding.expected, finding.actual) == ("1,095", "1096", "1095")


@pytest.mark.parametrize("blank", ["", "/", "—", "无"])
def test_blanks_that_are_0_pass(blank: str) -> None:
    cells = BALANCED | {"granted": f"6|1|{blank}|{blank}|0|0|7"}
    result = judged(build(applications=cells), *EQUATIONS)
    assert (result.findings, result.coverage.not_assessable) == ((), 0)


@pytest.mark.parametrize("blank", ["", "-"])
def test_a_blank_that_could_make_it_hold_is_not_told(blank: str) -> None:
    cells = BALANCED | {"granted": f"6|{blank}|0|0|0|0|7"}
    result = judged(build(applications=cells), "A303", "A302")
    assert not result.findings
    places = {(item.rule, item.place.row, item.place.column) for item in result.coverage.unassessed}
    assert places == {("A303", "granted", "total"), ("A302", "handled_total", "business")}


def test_a_blank_total_could_hold_any_sum() -> None:
    cells = BALANCED | {"granted": "6|1|0|0|0|0|"}
    result = judged(build(applications=cells), "A303")
    assert not result.findings
    assert result.coverage.unassessed[0].reason.zh == "有 1 个空白单元格，填齐后才能判断"


def test_a_blank_that_could_only_make_it_worse_fails() -> None:
    cells = BALANCED | {"granted": "6||0|0|0|0|5"}
    assert said(build(applications=cells), "A303") == [("A303", "granted", "total")]
    message = judged(build(applications=cells), "A303").findings[0].message.zh
    assert "商业企业(空)" in message


@pytest.mark.parametrize(("cell", "reason"), [("3件", "不是数字"), ("1.5", "不是整数"), ("missing", "无法与各列对应")])
def test_an_unreadable_cell_is_not_judged(cell: str, reason: str) -> None:
    cells = BALANCED | {"granted": f"6|{cell}|0|0|0|0|99"}
    result = judged(build(applications=cells), "A302", "A303")
    assert "A303" not in {finding.code for finding in result.findings}
    unassessed = [item for item in result.coverage.unassessed if item.rule == "A303"]
    assert [item.place.row for item in unassessed] == ["granted"]
    assert reason in unassessed[0].reason.zh
    assert "“予以公开”行" in unassessed[0].reason.zh


def test_a_missing_row_is_named_and_nothing_else_is_said() -> None:
    missing = "|".join(["missing"] * 7)
    report = build(applications=BALANCED | {"granted": missing})
    result = judged(report, "A301", "A302", "A303")
    assert not result.findings
    assert {item.reason.zh for item in result.coverage.unassessed} == {"缺少“予以公开”行"}
    assert len(result.coverage.unassessed) == 7 + 1


def test_a_row_that_could_not_be_assigned_says_why() -> None:
    row = TableRow("granted", Printed("（一）予以公开", Location()), True, (), Text("本行有空格", "the row has gaps"))
    reading = TableReading(key="applications", location=Location(), found=True, section=3, rows=(row,))
    report = build(applications=BALANCED | {"granted": "|".join(["missing"] * 7)}, readings={"applications": reading})
    assert judged(report, "A303").coverage.unassessed[0].reason.zh == "“予以公开”行：本行有空格"


def test_a_table_that_is_not_there_is_not_assessable() -> None:
    absent = TableReading(key="applications", location=Location(), found=False)
    result = judged(build(readings={"applications": absent}), "A301", "A302", "A303")
    assert (result.coverage.passed, result.coverage.not_assessable) == (0, 7 + 7 + 25)
    assert {item.reason.zh for item in result.coverage.unassessed} == {"没有找到表三"}


def test_one_row_of_other_handling_stands_for_its_group() -> None:
    cells = {key: value for key, value in BALANCED.items() if key not in SINGLE}
    report = build(applications=cells | {"other_handling": "2|0|0|0|0|0|2"}, single=True)
    result = judged(report, *EQUATIONS)
    assert not result.findings
    assert result.coverage.passed == 7 + 7 + 23 + 3
    wrong = build(applications=cells | {"other_handling": "3|0|0|0|0|0|3"}, single=True)
    assert said(wrong, "A302", "A303") == [
        ("A302", "handled_total", "natural_person"),
        ("A302", "handled_total", "total"),
    ]


def test_the_single_row_of_the_2019_form() -> None:
    cells = {key: value for key, value in BALANCED.items() if key not in SINGLE}
    report = build(form="2019", applications=cells | {"other_handling": "2|0|0|0|0|0|2"})
    assert judged(report, "A302").coverage.passed == 7


@pytest.mark.parametrize(
    ("row", "code"), [("review", "A304"), ("litigation_direct", "A305"), ("litigation_after_review", "A306")]
)
def test_a_wrong_total_of_table_4(row: str, code: str) -> None:
    assert said(build(remedies={row: "1|0|1|1|2"}), *EQUATIONS) == [(code, row, "total")]
    assert not said(build(remedies={row: "1|0|1|1|3"}), *EQUATIONS)


def test_more_cases_after_review_than_reviews() -> None:
    cells = {"review": "0|0|0|2|2", "litigation_after_review": "1|0|0|0|1"}
    finding = judged(build(remedies=cells), "A307").findings[0]
    assert finding.severity == "info"
    assert "复议后起诉总计(1)" in finding.message.zh
    assert not said(build(remedies=cells | {"review": "1|0|0|0|1"}), "A307")


def test_more_carried_out_than_received() -> None:
    cells = {"received": "1|0|0|0|0|0|1", "carried_in": "5|0|0|0|0|0|5", "carried_out": "6|0|0|0|0|0|6"}
    assert said(build(applications=cells), "A308") == [("A308", "carried_out", "total")]
    assert not said(build(applications=BALANCED), "A308")


def test_issued_against_stock_in_both_forms() -> None:
    assert said(build(disclosure={"normative_documents": "7|1|5"}), "T211")
    assert not said(build(disclosure={"normative_documents": "6|1|5"}), "T211")
    assert said(build(form="2019", disclosure={"normative_documents": "6|6|5"}), "T211")
    assert not said(build(form="2019", disclosure={"normative_documents": "9|5|5"}), "T211")


_EXPRESSIONS = st.sampled_from(
    ["a == b + c", "a + b == c + d", "a == b + c + d", "a <= b + c", "a - b >= c", "a < b", "a + b > c"]
)


@given(_EXPRESSIONS, st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=4, max_size=4))
def test_fillable_is_what_trying_every_number_says(expression: str, numbers: list[int | None]) -> None:
    condition = parse(expression)
    cells = {name: value for name, value in zip("abcd", numbers, strict=True) if name in names(condition)}
    blank = [name for name, value in cells.items() if value is None]
    assume(len(blank) <= 2)
    with_zeros = {name: value or 0 for name, value in cells.items()}
    assume(not holds(condition, with_zeros.__getitem__))
    figures: dict[str, tuple[Figure, ...]] = {
        name: (Figure("t", name, "c", value, "", State.BLANK if value is None else State.NUMBER, Location()),)
        for name, value in cells.items()
    }
    tries = (dict(zip(blank, guess, strict=True)) for guess in itertools.product(range(30), repeat=len(blank)))
    found = any(holds(condition, (with_zeros | guess).__getitem__) for guess in tries)
    assert fillable(Instance(condition, Place(), figures, None, True)) is found
