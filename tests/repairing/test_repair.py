"""Which cell is wrong: the only answer, every tie, independent causes, blanks, evidence, slips, and the truth of it."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from balanced_tables import (
    WRECKS,
    balanced,
    random_values,
    real_values,
    report_of,
    system_of,
    with_values,
    wreck,
    wrong_values,
)
from hand_built import build, judged
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import rules, subject_for
from msgspec.structs import replace

from govreport_lint import lint, lint_text
from govreport_lint.document import Location
from govreport_lint.finding import Repair
from govreport_lint.repairing.repairs import Limits, repairs
from govreport_lint.repairing.supports import Answer, Found, search
from govreport_lint.repairing.systems import System
from govreport_lint.report import Report, State
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.told import Claim, Words

LIMITS = Limits()
Cells = list[tuple[str, str, str, str]]


def solved(system: System) -> Found:
    return search(system, LIMITS.cost, LIMITS.steps, LIMITS.answers)


def mended(report: Report, **options: object) -> tuple[Repair, ...]:
    """The repairs of a report that was put together by hand."""
    return repairs(subject_for(report), rules(), judged(report).findings, **options)  # type: ignore[arg-type]


def cells(repair: Repair) -> Cells:
    return [(c.row, c.column, c.printed, c.suggested) for c in repair.cells]


def others(repair: Repair) -> list[Cells]:
    return [[(c.row, c.column, c.printed, c.suggested) for c in answer] for answer in repair.alternatives]


def holds(system: System, answer: Answer) -> bool:
    """Whether an answer leaves whole numbers ≥ 0 that satisfy every equation."""
    changes = dict(answer)
    values = [value + changes.get(cell, 0) for cell, value in enumerate(system.values)]
    return min(values) >= 0 and not any(equation.residual for equation in with_values(system, values).equations)


def truth(right: System, wrong: System) -> Answer:
    pairs = enumerate(zip(right.values, wrong.values, strict=True))
    return tuple((cell, old - new) for cell, (old, new) in pairs if old != new)


def spoken(subject: str, value: int, text: str) -> Claim:
    """An exact number that the prose tells of the whole report."""
    at = text.index(str(value))
    words = (at, at + len(str(value)))
    return Claim(subject=subject, value=value, unit="件", section=1, words=Words(text, *words, Location()))


SYSTEMS = [system_of(report_of("2021", random_values(random.Random(seed)))) for seed in range(8)]


# ---------------------------------------------------------------- one cell


@pytest.mark.parametrize("system", [system_of(lint_text(standard_report()).report), *SYSTEMS[:3]])
def test_any_one_wrong_cell_is_named_with_its_old_value(system: System) -> None:
    assert len(system.values) == 175
    for cell, value in enumerate(system.values):
        beside = (system.values[cell - 1], system.values[(cell + 1) % 175])
        for wrong in {0, value + 1, value * 10 + 3, value // 2, *beside} - {value}:
            values = list(system.values)
            values[cell] = wrong
            assert solved(with_values(system, values)) == Found((((cell, value - wrong),),), True)


def test_the_same_through_the_text() -> None:
    text = standard_report()
    row = "| | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    assert text.count(row) == 1
    result = lint_text(text.replace(row, row.replace("| 1 | 0 |", "| 1 | 4 |", 1)))
    (repair,) = result.repairs
    assert (cells(repair), repair.unique) == ([("partly_granted", "business", "4", "0")], True)
    assert (repair.alternatives, repair.more) == ((), False)
    explained = [finding.code for finding in result.findings if finding.fingerprint in repair.explains]
    assert sorted(explained) == ["A302", "A303"]


def test_findings_that_stand_for_an_equation_are_explained_too() -> None:
    report = build(applications={"granted": "0|0|0|0|0|0|3"})
    findings = judged(report).findings
    (repair,) = mended(report)
    assert cells(repair) == [("granted", "total", "3", "0")]
    codes = {finding.code for finding in findings if finding.fingerprint in repair.explains}
    assert codes == {"Z405", "A302"}


# ---------------------------------------------------------------- ties and causes


def test_only_one_answer_where_the_others_would_be_negative() -> None:
    report = build(remedies={"review": "10|1|0|0|0", "litigation_after_review": "5|0|0|0|0"})
    review, litigation = mended(report)
    assert (cells(review), review.unique) == ([("review", "total", "0", "11")], True)
    both = [cells(litigation), *others(litigation)]
    row = "litigation_after_review"
    assert sorted(both) == [[(row, "total", "0", "5")], [(row, "upheld", "5", "0")]]
    assert not litigation.unique
    assert not litigation.more


def test_two_cells_in_one_row() -> None:
    report = build(
        form="2019",
        applications={
            "received": "20|1|0|0|0|0|21",
            "granted": "6|1|0|0|0|0|7",
            "partly_granted": "6|0|0|0|0|0|6",
            "unavailable_not_held": "4|0|0|0|0|0|4",
            "unavailable_unclear": "3|0|0|0|0|0|3",
            "declined_repeat": "3|0|0|0|0|0|3",
            "other_handling": "4|0|0|0|0|0|4",
            "handled_total": "20|1|0|0|0|0|21",
        },
    )
    (repair,) = mended(report)
    assert sorted([cells(repair), *others(repair)]) == [
        [("granted", "natural_person", "6", "0"), ("granted", "total", "7", "1")],
        [("partly_granted", "natural_person", "6", "0"), ("partly_granted", "total", "6", "0")],
    ]
    assert not repair.unique
    assert len(repair.explains) == 2


@pytest.mark.parametrize("name", ["hongze-2023.derived.tab.txt", "pingtan-2020.derived.html"])
def test_real_reports(corpus: Path, name: str) -> None:
    found = lint(corpus / name).repairs
    assert sorted(1 + len(repair.alternatives) for repair in found) == ([1, 2] if "hongze" in name else [2])


def test_opposite_corners_of_a_rectangle_look_like_the_other_two() -> None:
    values = random_values(random.Random(3))
    corners = [(row, part) for row in ("granted", "partly_granted") for part in ("natural_person", "business")]
    right = balanced(
        values | dict.fromkeys(corners, 20),
        [
            row
            for row in dict.fromkeys(r for r, _ in values)
            if row not in ("received", "carried_in", "handled_total", "carried_out")
        ],
    )
    wrong = right | {corners[0]: 25, corners[3]: 25}
    found = solved(system_of(report_of("2021", wrong)))
    assert len(found.answers) == 2
    three = solved(system_of(report_of("2021", right | {corners[0]: 25, corners[1]: 15, corners[2]: 15})))
    assert [len(answer) for answer in three.answers] == [1]


def test_independent_causes_are_told_apart() -> None:
    text = standard_report()
    for row, wrong in (
        (
            "| | （四）无法提供 | 1.本机关不掌握相关政府信息 | 2 | 1 |",
            "| | （四）无法提供 | 1.本机关不掌握相关政府信息 | 2 | 7 |",
        ),
        ("| | （五）不予处理 | 1.信访举报投诉类申请 | 1 |", "| | （五）不予处理 | 1.信访举报投诉类申请 | 4 |"),
        ("| 1 | 0 | 0 | 1 | 2 | 1 |", "| 1 | 0 | 0 | 1 | 0 | 1 |"),
    ):
        assert text.count(row) == 1
        text = text.replace(row, wrong)
    result = lint_text(text)
    found = {(change.row, change.suggested) for repair in result.repairs for change in repair.cells}
    assert len(result.repairs) == 3
    assert found == {("unavailable_not_held", "1"), ("declined_petition", "1"), ("review", "2")}
    explained = [fingerprint for repair in result.repairs for fingerprint in repair.explains]
    assert len(explained) == len(set(explained)) == sum(f.family == "arithmetic" for f in result.findings)


def test_alternatives_are_told_up_to_sixty_four() -> None:
    row = "60|60|60|60|60|60|360"
    every = [key.key for key in load_form("2021").table("applications").rows[2:-3]]
    total = f"{60 * len(every)}|" * 6
    wrong = dict.fromkeys(every, row) | {
        "received": total + str(360 * len(every)),
        "handled_total": total + str(360 * len(every)),
    }
    wrong["granted"] = "61|59|60|60|60|60|360"
    (repair,) = mended(build(applications=wrong))
    assert len(others(repair)) + 1 == len(every)
    assert not repair.more
    few = mended(build(applications=wrong), limits=Limits(told=5))[0]
    assert (len(few.alternatives), few.more, few.unique) == (5, True, False)


# ---------------------------------------------------------------- blank and unreadable cells


def test_a_blank_total_column_is_filled_from_the_rows() -> None:
    report = build(
        applications={
            "received": "5|2|0|0|0|0|7",
            "granted": "4|1|0|0|0|0|",
            "refused_law": "1|1|0|0|0|0|",
            "handled_total": "5|2|0|0|0|0|7",
        }
    )
    (repair,) = mended(report)
    assert cells(repair) == [("granted", "total", "", "5"), ("refused_law", "total", "", "2")]
    assert (repair.unique, repair.explains) == (True, ())
    assert "“总计”整列没有填" in [reason.zh for reason in repair.reasons]


def test_filling_costs_less_than_changing() -> None:
    report = build(
        applications={
            "received": "5|2|0|0|0|0|7",
            "granted": "4|1|0|0|0|0|5",
            "refused_law": "约1|1|0|0|0|0|2",
            "handled_total": "5|2|0|0|0|0|7",
        }
    )
    (repair,) = mended(report)
    assert cells(repair) == [("refused_law", "natural_person", "约1", "1")]


def test_a_negative_figure_must_change() -> None:
    report = build(
        applications={
            "received": "5|2|0|0|0|0|7",
            "granted": "-5|2|0|0|0|0|7",
            "handled_total": "5|2|0|0|0|0|7",
        }
    )
    (repair,) = mended(report)
    assert cells(repair) == [("granted", "natural_person", "-5", "5")]


def test_what_is_only_missing_is_not_guessed() -> None:
    report = build(
        applications={"received": "5|0|0|0|0|0|5", "handled_total": "5|0|0|0|0|0|5", "granted": "missing|0|0|0|0|0|5"}
    )
    assert not mended(report)


def test_a_table_that_was_not_read_has_no_repair() -> None:
    report = build(applications={"granted": "1|0|0|0|0|0|3"})
    unread = tuple(replace(table, found=table.key != "applications") for table in report.tables)
    assert not mended(replace(report, tables=unread))


def test_only_chosen_equations_are_solved() -> None:
    text = standard_report().replace("| 1 | 0 | 0 | 1 | 2 | 1 |", "| 1 | 0 | 0 | 1 | 0 | 1 |")
    assert lint_text(text, select=("A",)).repairs
    assert not lint_text(text, select=("D", "S")).repairs


# ---------------------------------------------------------------- what else is known


def tied() -> Report:
    """复议后起诉 5|0|0|0|0: the total or the first of the parts is wrong."""
    return build(remedies={"litigation_after_review": "5|0|0|0|0"})


def test_an_exact_number_in_the_prose_breaks_a_tie() -> None:
    five = spoken("litigation_after_review", 5, "复议后被提起行政诉讼5件。")
    (repair,) = mended(replace(tied(), claims=(five,)))
    assert (cells(repair), repair.unique) == ([("litigation_after_review", "total", "0", "5")], True)
    assert any("已排除" in reason.zh for reason in repair.reasons)
    none = spoken("litigation_after_review", 0, "复议后被提起行政诉讼0件。")
    (repair,) = mended(replace(tied(), claims=(none,)))
    assert cells(repair) == [("litigation_after_review", "upheld", "5", "0")]


def test_numbers_that_contradict_each_other_or_fit_no_answer_break_none() -> None:
    seven = spoken("litigation_after_review", 7, "复议后被提起行政诉讼7件。")
    part = replace(spoken("litigation_after_review", 5, "其中复议后起诉5件。"), scope="part")
    for claims in ((seven,), (part,)):
        (repair,) = mended(replace(tied(), claims=claims))
        assert (repair.unique, len(repair.alternatives)) == (False, 1)


def test_figures_of_another_report_break_a_tie() -> None:
    report = build(
        applications={
            "received": "5|0|0|0|0|0|5",
            "carried_in": "1|0|0|0|0|0|1",
            "granted": "5|0|0|0|0|0|5",
            "handled_total": "5|0|0|0|0|0|5",
        }
    )
    (repair,) = mended(report)
    assert not repair.unique
    (repair,) = mended(report, known={("applications", "carried_in", "total"): 0})
    assert (cells(repair), repair.unique) == (
        [("carried_in", "natural_person", "1", "0"), ("carried_in", "total", "1", "0")],
        True,
    )


# ---------------------------------------------------------------- slips


@pytest.mark.parametrize(
    ("table", "row", "right", "wrong", "words"),
    [
        ("applications", "granted", "21|0|0|0|0|0|21", "12|0|0|0|0|0|21", "颠倒"),
        ("applications", "granted", "21|0|0|0|0|0|21", "2|0|0|0|0|0|21", "漏写了一位"),
        ("applications", "granted", "21|0|0|0|0|0|21", "221|0|0|0|0|0|21", "重复写了一位"),
        ("applications", "granted", "21|0|0|0|0|0|21", "210000|0|0|0|0|0|21", "万元"),
        ("applications", "granted", "21|3|0|0|0|0|24", "21|3|0|0|0|0|19", "总计没有随分项更新"),
        ("applications", "granted", "21|3|0|0|0|0|24", "3|21|0|0|0|0|24", "两个相邻单元格"),
        ("applications", "granted", "21|3|5|0|0|0|29", "0|21|3|5|0|0|29", "横向错了一格"),
        ("applications", "handled_total", "21|0|0|0|0|0|21", "17|0|0|0|0|0|17", "漏加了上年结转"),
    ],
)
def test_typical_slips_are_told(table: str, row: str, right: str, wrong: str, words: str) -> None:
    parts = [int(cell) for cell in right.split("|")]
    inputs = "|".join(str(part - 4 if at in (0, 6) else part) for at, part in enumerate(parts))
    printed = {"received": inputs, "carried_in": "4|0|0|0|0|0|4", "granted": right, "handled_total": right}
    cells: dict[str, Any] = {table: printed | {row: wrong}}
    (repair,) = mended(build(**cells))
    assert any(words in reason.zh for reason in repair.reasons), (repair.cells, repair.reasons)


def test_an_answer_with_a_slip_is_told_first_but_stays_one_of_several() -> None:
    total = {"received": "7|3|0|0|0|0|10", "handled_total": "7|3|0|0|0|0|10"}
    (repair,) = mended(build(applications=total | {"granted": "7|0|0|0|0|0|10", "partly_granted": "0|3|0|0|0|0|0"}))
    assert repair.reasons[0].zh == "第 1 种：两个相邻单元格的数可能填颠倒了"
    assert cells(repair) == [("granted", "business", "0", "3"), ("partly_granted", "business", "3", "0")]
    assert others(repair) == [[("granted", "total", "10", "7"), ("partly_granted", "total", "0", "3")]]
    assert not repair.unique


@pytest.mark.parametrize(("right", "wrong"), [("3|4|0|0|0|0|7", "0|3|4|0|0|0|7"), ("0|3|4|0|0|0|7", "3|4|0|0|0|0|7")])
def test_figures_one_column_further(right: str, wrong: str) -> None:
    totals = {"received": right, "handled_total": right}
    (repair,) = mended(build(applications=totals | {"granted": wrong}))
    assert [reason.zh for reason in repair.reasons] == ["各数可能横向错了一格"]
    assert {change.row for change in repair.cells} == {"granted"}


def test_figures_one_row_down() -> None:
    total = {"received": "15|0|0|0|0|0|15", "handled_total": "15|0|0|0|0|0|15"}
    rows = {
        "granted": "0|0|0|0|0|0|7",
        "partly_granted": "7|0|0|0|0|0|5",
        "refused_state_secret": "5|0|0|0|0|0|3",
        "refused_law": "3|0|0|0|0|0|0",
    }
    (repair,) = mended(build(applications=total | rows))
    assert repair.reasons[0].zh == "第 1 种：各数可能上下错了一行"
    assert [cell[3] for cell in cells(repair)] == ["7", "5", "3", "0"]


# ---------------------------------------------------------------- what always holds


@given(st.integers(0, 2**32), st.integers(1, 5), st.sampled_from(SYSTEMS))
@settings(max_examples=150)
def test_every_answer_balances_and_none_is_larger_than_the_damage(seed: int, count: int, system: System) -> None:
    wrong = with_values(system, wrong_values(system, random.Random(seed), count))
    found = solved(wrong)
    right = truth(system, wrong)
    assert all(holds(wrong, answer) for answer in found.answers)
    assert len(set(found.answers)) == len(found.answers)
    if found.complete:
        assert len(found.answers[0]) <= len(right)
        assert (right in found.answers) == (len(found.answers[0]) == len(right))


@given(st.integers(0, 2**32))
@settings(max_examples=10)
def test_a_balanced_table_has_no_repair(seed: int) -> None:
    assert not mended(report_of("2021", random_values(random.Random(seed))))


@given(st.integers(0, 2**32), st.integers(1, 3))
@settings(max_examples=10)
def test_the_order_of_rows_does_not_matter(seed: int, count: int) -> None:
    draw = random.Random(seed)
    report = report_of("2021", random_values(draw))
    system = system_of(report)
    wrong = {f[:3]: v for f, v in zip(system.figures, wrong_values(system, draw, count), strict=True)}
    figures = [
        f._replace(value=wrong.get(f[:3], f.value), raw=str(wrong.get(f[:3], f.value)), state=State.NUMBER)
        for f in report.figures
    ]
    once = mended(replace(report, figures=tuple(figures)))
    draw.shuffle(figures)
    assert mended(replace(report, figures=tuple(figures))) == once
    assert once


def test_a_search_without_end_is_given_up_and_said() -> None:
    report = build(
        applications={"granted": "1|2|3|0|0|0|9", "refused_law": "5|0|0|0|0|0|1", "received": "0|0|0|0|4|0|1"}
    )
    (repair,) = mended(report, limits=Limits(steps=2))
    assert (repair.cells, repair.unique, repair.more, repair.alternatives) == ((), False, True, ())
    assert repair.reasons[0].zh.startswith("未能定位")
    assert repair.explains


@pytest.mark.parametrize("kind", WRECKS)
def test_nothing_that_the_search_does_is_left_out_of_its_steps(kind: str) -> None:
    steps, calls = 100_000, 0

    def count(_frame: object, event: str, _value: object) -> None:
        nonlocal calls
        calls += event == "call"

    for seed in range(4):
        system, calls = system_of(wreck(kind, random.Random(seed))), 0
        before = sys.getprofile()
        sys.setprofile(count)
        try:
            search(system, LIMITS.cost, steps, LIMITS.answers)
        finally:
            sys.setprofile(before)
        assert calls < steps / 2


@pytest.mark.parametrize("kind", WRECKS)
def test_a_wreck_has_the_same_repairs_every_time(kind: str) -> None:
    report = wreck(kind, random.Random(1))
    few = Limits(steps=100_000)
    assert mended(report, limits=few) == mended(report, limits=few)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_an_integer_programme_finds_the_same_answers(count: int) -> None:
    pytest.importorskip("highspy")
    from integer_programme import integer_programme

    for seed in range(3):
        system = SYSTEMS[seed]
        wrong = with_values(system, wrong_values(system, random.Random(100 * count + seed), count))
        assert integer_programme(wrong) == set(solved(wrong).answers)


def hits(systems: Sequence[System], count: int, trials: int) -> float:
    """How often the true cells with their true values are the answer or among the equally small ones."""
    draw = random.Random(count)
    found = 0
    for _ in range(trials):
        system = draw.choice(systems)
        wrong = with_values(system, wrong_values(system, draw, count))
        answers = solved(wrong).answers
        assert all(holds(wrong, answer) for answer in answers)
        found += truth(system, wrong) in answers
    return found / trials


@pytest.mark.parametrize(("count", "target"), [(1, 1), (2, 1), (3, 0.995), (4, 0.97)])
def test_random_damage_is_found(count: int, target: float) -> None:
    assert hits(SYSTEMS, count, 200) >= target


@pytest.mark.parametrize(("count", "target"), [(1, 1), (2, 1), (3, 0.995), (4, 0.97)])
def test_random_damage_to_real_tables_is_found(corpus: Path, count: int, target: float) -> None:
    systems = [system_of(report_of(form, values)) for form, values in real_values(corpus / "figures.json")]
    assert hits(systems, count, 200) >= target
