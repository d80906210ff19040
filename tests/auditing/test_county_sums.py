"""The county's report held against the sum of its units, cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from counties import received, unit, values
from hand_built import build
from planted_roll_ups import values_of

from govreport_lint.auditing.audited import SummedCell, Sums, Verdict
from govreport_lint.auditing.sums.county_sums import sums_of
from govreport_lint.checks.subject.beside import UnitValues
from govreport_lint.rulebook.forms import load_form

FORM = load_form("2021")


def cell(sums: Sums, row: str, column: str) -> SummedCell:
    return next(each for each in sums.cells if (each.row, each.column) == (row, column))


def test_a_county_that_is_the_sum_of_its_units() -> None:
    sums = sums_of(values(received(5, 3)), [unit("甲镇", received(2, 3)), unit("乙镇", received(3))], FORM)
    assert {each.verdict for each in sums.cells} == {Verdict.EQUAL}
    assert (sums.counted, sums.missing, sums.explanations) == (("甲镇", "乙镇"), (), ())
    assert not [each for each in sums.cells if each.row == "other_handling"]


@pytest.mark.parametrize(("own", "verdict"), [(4, Verdict.LESS), (6, Verdict.MORE), (5, Verdict.EQUAL)])
def test_verdicts_where_everything_is_there(own: int, verdict: Verdict) -> None:
    units = [unit("甲镇", received(2)), unit("乙镇", received(3)), unit("县税务局", received(7), counted=False)]
    found = cell(sums_of(values(received(own)), units, FORM), "received", "natural_person")
    assert (found.printed, found.total, found.verdict) == (own, 5, verdict)


@pytest.mark.parametrize(("own", "verdict"), [(1, Verdict.LESS), (2, Verdict.UNKNOWN), (9, Verdict.UNKNOWN)])
def test_an_incomplete_set_proves_only_that_the_county_has_too_little(own: int, verdict: Verdict) -> None:
    sums = sums_of(values(received(own)), [unit("甲镇", received(2)), unit("乙镇", None)], FORM)
    found = cell(sums, "received", "natural_person")
    assert (found.verdict, found.missing, found.total) == (verdict, ("乙镇",), 2)


def test_a_unit_that_need_not_report_is_not_missing() -> None:
    idle = unit("乙镇", None)
    sums = sums_of(
        values(received(2)), [unit("甲镇", received(2)), type(idle)("乙镇", "乡镇", True, None, due=False)], FORM
    )
    assert (sums.missing, {each.verdict for each in sums.cells}) == ((), {Verdict.EQUAL})


@pytest.mark.parametrize("printed", ["", "—", "3件"])
@pytest.mark.parametrize(("own", "verdict"), [(1, Verdict.LESS), (2, Verdict.UNKNOWN), (9, Verdict.UNKNOWN)])
def test_a_blank_cell_is_not_0(printed: str, own: int, verdict: Verdict) -> None:
    sums = sums_of(values(received(own)), [unit("甲镇", received(2)), unit("乙镇", received(printed))], FORM)
    found = cell(sums, "received", "natural_person")
    assert (found.verdict, found.unusable) == (verdict, ("乙镇",))
    assert cell(sums, "received", "business").verdict is Verdict.EQUAL


def test_a_blank_cell_of_the_county_says_nothing() -> None:
    assert cell(sums_of(values(received("")), [unit("甲镇", received(2))], FORM), "received", "total").printed is None
    assert sums_of(None, [unit("甲镇", received(2))], FORM).cells[0].verdict is Verdict.UNKNOWN


def test_fees_are_decimals() -> None:
    units = [unit("甲镇", build(disclosure={"fees": "0.1"})), unit("乙镇", build(disclosure={"fees": "0.2"}))]
    found = cell(sums_of(values(build(disclosure={"fees": "0.3"})), units, FORM), "fees", "amount")
    assert (found.total, found.verdict) == (Decimal("0.3"), Verdict.EQUAL)


PARTS = {"other_not_corrected": "1|0|0|0|0|0|1", "other_other": "2|0|0|0|0|0|2"}
ONE = {"other_handling": "3|0|0|0|0|0|3"}


def test_one_row_for_other_results_is_compared_as_a_sum() -> None:
    three = build(applications=PARTS)
    one = build(single=True, applications=ONE)
    county = values(build(single=True, applications={"other_handling": "6|0|0|0|0|0|6"}))
    sums = sums_of(county, [unit("甲镇", three), unit("乙镇", one)], FORM)
    assert cell(sums, "other_handling", "total").total == 6
    assert {each.verdict for each in sums.cells} == {Verdict.EQUAL}
    assert not [each for each in sums.cells if each.row == "other_other"]


def test_a_unit_with_one_row_leaves_the_three_of_the_county_open() -> None:
    county = values(build(applications={"other_not_corrected": "4|0|0|0|0|0|4", "other_other": "2|0|0|0|0|0|2"}))
    units = [unit("甲镇", build(applications=PARTS)), unit("乙镇", build(single=True, applications=ONE))]
    sums = sums_of(county, units, FORM)
    whole, part = cell(sums, "other_handling", "total"), cell(sums, "other_not_corrected", "total")
    assert (whole.printed, whole.total, whole.verdict) == (6, 6, Verdict.EQUAL)
    assert (part.verdict, part.unusable) == (Verdict.UNKNOWN, ("乙镇",))
    # One row of 0 says that each of the three is 0.
    assert cell(sums, "other_not_corrected", "business").verdict is Verdict.EQUAL


def test_a_unit_in_another_form_has_only_the_cells_of_both() -> None:
    units = [unit("甲镇", received(2)), unit("乙镇", received(3, form="2019"))]
    sums = sums_of(values(received(5)), units, FORM)
    assert cell(sums, "received", "total").verdict is Verdict.EQUAL
    issued = cell(sums, "normative_documents", "issued")
    assert (issued.verdict, issued.unusable) == (Verdict.UNKNOWN, ("乙镇",))
    assert cell(sums, "licences", "decisions").verdict is Verdict.EQUAL
    assert cell(sums, "other_handling", "total").verdict is Verdict.EQUAL


def test_three_rows_in_a_county_of_the_old_form() -> None:
    old = load_form("2019")
    units = [unit("甲镇", build(applications=PARTS))]
    sums = sums_of(values(build(form="2019", applications=ONE)), units, old)
    assert cell(sums, "other_handling", "total").verdict is Verdict.EQUAL


def test_changes_may_be_negative_and_bound_nothing() -> None:
    old = load_form("2019")
    county = values(build(form="2019", disclosure={"licences": "0|1|0"}))
    units = [unit("甲镇", build(form="2019", disclosure={"licences": "0|5|0"})), unit("乙镇", None)]
    assert cell(sums_of(county, units, old), "licences", "change").verdict is Verdict.UNKNOWN


def test_three_rows_count_where_a_unit_fills_in_the_single_row_too() -> None:
    """The single row is told from its parts; by itself it is taken only where none of them is there."""
    both = values_of({("applications", "other_handling", "total"): 9, ("applications", "other_other", "total"): 3})
    county = values(build(applications={"other_other": "0|0|0|0|0|0|3"}))
    sums = sums_of(county, [UnitValues("甲镇", "乡镇", True, both)], FORM)
    assert cell(sums, "other_other", "total").verdict is Verdict.EQUAL
    assert {each.verdict for each in sums.cells} == {Verdict.EQUAL}
    assert not [each for each in sums.cells if each.row == "other_handling"]
