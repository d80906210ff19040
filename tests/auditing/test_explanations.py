"""What explains the difference of a roll-up: the unit that did it, and never another."""

from __future__ import annotations

from collections import Counter

import pytest
from counties import received, unit, values
from hand_built import build
from planted_roll_ups import has_many_cells, outcome, plant

from govreport_lint.auditing.audited import Explanation, Move, MoveKind
from govreport_lint.auditing.sums.county_sums import sums_of
from govreport_lint.auditing.sums.explanations import FEWEST
from govreport_lint.checks.subject.beside import UnitValues
from govreport_lint.report import Report
from govreport_lint.rulebook.forms import load_form

FORM = load_form("2021")


def town(issued: int, licences: int, penalties: int, came: int = 0) -> Report:
    """A town with figures in both tables."""
    return build(
        disclosure={
            "normative_documents": f"{issued}|1|{issued + 5}",
            "licences": str(licences),
            "penalties": str(penalties),
        },
        applications={
            "received": f"{came}|0|0|0|0|0|{came}",
            "granted": f"{came}|0|0|0|0|0|{came}",
            "handled_total": f"{came}|0|0|0|0|0|{came}",
        },
    )


def county(*towns: Report) -> Report:
    """What these towns come to."""
    rows: dict[str, dict[str, str]] = {table.key: {} for table in FORM.tables}
    for table in FORM.tables:
        for row in (row for row in table.rows if not row.alone):
            columns = table.columns_of(row.key)
            sums = [sum(number(each, table.key, row.key, column) for each in towns) for column in columns]
            rows[table.key][row.key] = "|".join(map(str, sums))
    return build(disclosure=rows["disclosure"], applications=rows["applications"], remedies=rows["remedies"])


def number(report: Report, table: str, row: str, column: str) -> int:
    figure = report.figure(table, row, column)
    return int(figure.value or 0) if figure else 0


A, B, C = town(3, 312, 13, 7), town(2, 551, 25, 4), town(1, 168, 68, 2)


def explained(own: Report, *units: UnitValues) -> tuple[Explanation, ...]:
    return sums_of(values(own), units, FORM).explanations


def test_a_unit_left_out() -> None:
    (found,) = explained(county(A, C), unit("甲镇", A), unit("乙镇", B), unit("丙镇", C))
    assert (found.table, found.moves, found.ties) == (None, (Move(MoveKind.LEFT_OUT, "乙镇"),), ())
    assert found.cells == 11


def test_a_unit_twice_and_one_that_does_not_count() -> None:
    units = unit("甲镇", A), unit("乙镇", B), unit("县税务局", C, counted=False)
    (found,) = explained(county(A, A, B, C), *units)
    assert set(found.moves) == {Move(MoveKind.TWICE, "甲镇"), Move(MoveKind.NOT_COUNTED, "县税务局")}


def test_an_older_draft() -> None:
    draft = town(1, 300, 13, 6)
    (found,) = explained(county(draft, B), unit("甲镇", A, before=draft), unit("乙镇", B))
    assert found.moves == (Move(MoveKind.OLD_DRAFT, "甲镇"),)


def test_one_table_alone() -> None:
    whole = county(A, B)
    alone = build(
        disclosure={"normative_documents": "3|1|8", "licences": "312", "penalties": "13"},
        applications=dict.fromkeys(("received", "granted", "handled_total"), "11|0|0|0|0|0|11"),
    )
    assert whole.figure("applications", "received", "total") == alone.figure("applications", "received", "total")
    (found,) = explained(alone, unit("甲镇", A), unit("乙镇", B))
    assert (found.table, found.moves) == ("disclosure", (Move(MoveKind.LEFT_OUT, "乙镇"),))


def test_sums_that_the_county_added_up_anew() -> None:
    """A unit whose total is wrong is in the county's cells, but not in its totals."""
    wrong = {"received": "4|0|0|0|0|0|9", "granted": "4|0|0|0|0|0|4", "handled_total": "4|0|0|0|0|0|4"}
    busy = build(applications=dict.fromkeys(("received", "granted", "handled_total"), "3|2|1|0|0|0|6"))
    units = unit("甲镇", build(applications=wrong)), unit("乙镇", busy), unit("丙镇", A)
    own = county(town(0, 0, 0, 4), A)
    (found,) = explained(own, *units)
    assert found.moves == (Move(MoveKind.LEFT_OUT, "乙镇"),)


def test_ties_are_named() -> None:
    (found,) = explained(county(A, B), unit("甲镇", A), unit("乙镇", B), unit("丙镇", B))
    assert {found.moves, *found.ties} == {(Move(MoveKind.LEFT_OUT, "乙镇"),), (Move(MoveKind.LEFT_OUT, "丙镇"),)}


def test_few_cells_name_nobody() -> None:
    assert FEWEST > 2
    assert explained(received(2), unit("甲镇", received(2)), unit("乙镇", received(3))) == ()


def test_a_report_that_is_missing_is_in_neither_sum_or_nothing_fits() -> None:
    units = unit("甲镇", A), unit("乙镇", B), unit("丙镇", C), unit("丁镇", None)
    (found,) = explained(county(A, C), *units)
    assert found.moves == (Move(MoveKind.LEFT_OUT, "乙镇"),)
    assert explained(county(A, C, town(5, 77, 1, 9)), *units) == ()


@pytest.mark.parametrize("first", [0, 60])
def test_planted_roll_ups(first: int) -> None:
    """400 of them are tried by ``benchmarks/rollups.py``."""
    planted = [plant(seed, 30) for seed in range(first, first + 60)]
    found = Counter((has_many_cells(each), outcome(each)) for each in planted)
    assert not found[True, "not"] and not found[True, "wrong"] and not found[False, "wrong"]
    assert found[True, "explained"] and found[False, "explained"]
