"""A unit left out of the county's sums is one cause, however many rows it puts wrong."""

from __future__ import annotations

from msgspec.structs import replace
from test_rounds import item

from govreport_lint import Severity
from govreport_lint.auditing.audited import Explanation, Item, Move, MoveKind, Sums
from govreport_lint.auditing.judging.one_cause import with_one_cause
from govreport_lint.finding import Place
from govreport_lint.language import same
from govreport_lint.rulebook.forms import load_form

FORM = load_form("2021")
LEFT_OUT = Move(MoveKind.LEFT_OUT, "示范县水利局")


def row(table: str, key: str) -> Item:
    made = item("R801", "total", "12")
    return replace(made, place=Place(3, table, key, "total"), message=same(f"{key} 相差 3"), fingerprint=key)


def sums(table: str | None) -> Sums:
    return Sums(form="2021", cells=(), explanations=(Explanation(table, (LEFT_OUT,), 9),))


def test_what_one_unit_explains_is_one_item_that_tells_every_row() -> None:
    rows = [row("applications", "received"), row("applications", "granted"), row("disclosure", "licences")]
    other = replace(item("A303", "total", "5"), severity=Severity.WARNING)
    one, rest, last = with_one_cause([*rows, other], sums("applications"), FORM)
    assert {one.place, rest.place} == {Place(3, "applications"), Place(3, "disclosure", "licences", "total")}
    grouped = one if one.place.row is None else rest
    assert "疑漏计示范县水利局" in grouped.message.zh
    assert [each.zh for each in grouped.also] == ["R801 received 相差 3", "R801 granted 相差 3"]
    assert last == other


def test_the_difference_of_all_tables_is_one_item() -> None:
    rows = [row("applications", "received"), row("disclosure", "licences")]
    (one,) = with_one_cause(rows, sums(None), FORM)
    assert one.place == Place()
    assert one.where.zh == "三张表"


def test_without_an_explanation_every_row_stays() -> None:
    rows = [row("applications", "received"), row("applications", "granted")]
    assert with_one_cause(rows, None, FORM) == tuple(rows)
    assert with_one_cause(rows[:1], sums("applications"), FORM) == tuple(rows[:1])
