"""重复率: what of a report's text stands in another one, and how that is shown."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from prose_reports import FIFTH, FIRST, OTHER, changed, prose_report, reordered, texts_of, with_paragraphs

from govreport_lint.likeness.comparison import compare
from govreport_lint.likeness.text.counted_text import counted_text
from govreport_lint.likeness.text.phrases import load_phrases
from govreport_lint.likeness.text.prints import print_of
from govreport_lint.report import Report

REPORT = prose_report()
FOREIGN = prose_report(OTHER, (), organ="临水县教育局")
SENTENCES = st.lists(st.sampled_from(FIRST + FIFTH + OTHER), max_size=6)


def share(own: Report, other: Report) -> float:
    return compare(own, other, (), label="previous").share


def test_a_text_is_all_of_itself_and_nothing_of_another() -> None:
    assert share(REPORT, REPORT) == 1
    assert share(REPORT, FOREIGN) == 0
    assert share(REPORT, prose_report((), ())) == 0


def test_a_report_without_prose_shares_nothing() -> None:
    empty = prose_report((), ())
    found = compare(empty, REPORT, (), label="previous")
    assert (found.letters, found.shared, found.share, found.passages) == (0, 0, 0, ())


@pytest.mark.parametrize("seed", range(5))
def test_paragraphs_in_another_order_are_a_copy(seed: int) -> None:
    assert share(reordered(REPORT, seed), REPORT) >= 0.85


def test_copies_with_characters_changed_are_told() -> None:
    assert all(share(changed(REPORT, 0.05, seed), REPORT) >= 0.85 for seed in range(40))
    assert sum(share(changed(REPORT, 0.1, seed), REPORT) >= 0.5 for seed in range(100)) >= 95


def test_numbers_years_and_names_do_not_hide_a_copy() -> None:
    text = [[one.replace("86条", "1203条").replace("镇里", "白石镇") for one in part] for part in texts_of(REPORT)]
    found = compare(with_paragraphs(REPORT, text), REPORT, ("青山县白石镇人民政府",), label="previous")
    assert found.share > 0.97
    assert not found.numbers_too


def test_the_same_figures_are_told() -> None:
    first = ("全年通过镇务公开栏发布惠农补贴发放明细86条、低保对象调整结果37条，村民反映的数据错漏当月更正。",)
    found = compare(prose_report(first), prose_report(first), (), label="previous")
    assert found.numbers_too


def test_official_phrases_and_obligatory_sentences_do_not_count() -> None:
    official = (
        "根据《中华人民共和国政府信息公开条例》的规定，编制本报告，报告由总体情况、主动公开政府信息情况等六部分组成。",
        "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
        "（一）主动公开情况。（二）依申请公开情况。",
    )
    assert compare(prose_report(official, ()), prose_report(official, ()), (), label="previous").letters == 0


def test_section_six_counts_from_a_hundred_letters_on_without_the_fees() -> None:
    fees = "2024年，我镇没有收取政府信息公开信息处理费，也没有减免情形。" * 8
    assert compare(prose_report((), (), (fees,)), REPORT, (), label="previous").letters == 0
    assert compare(prose_report((), (), OTHER[:1]), REPORT, (), label="previous").letters == 0
    assert compare(prose_report((), (), OTHER[:3]), REPORT, (), label="previous").letters > 100


def test_passages_stand_side_by_side_with_what_is_equal() -> None:
    own = prose_report((FIRST[0].replace("当月更正", "当场更正"), OTHER[0]), ())
    (found,) = compare(own, REPORT, (), label="青山县白石镇").passages
    assert found.section == 1
    assert found.own.endswith("当场更正。") and found.other.endswith("当月更正。")
    assert "场" not in "".join(found.own[start:end] for start, end in found.runs)
    assert all(found.own[start:end] in found.other for start, end in found.runs)


def test_a_long_text_without_punctuation_is_compared_in_pieces() -> None:
    chance = random.Random(1)
    text = "".join(chance.choice("".join(OTHER)) for _ in range(100_000)).translate(dict.fromkeys(map(ord, "，。、")))
    other = "".join(one if number % 20 else "甲" for number, one in enumerate(text))
    found = compare(prose_report((text,), ()), prose_report((other,), ()), (), label="x")
    assert found.share > 0.9
    assert all(len(passage.own) < 1000 and len(passage.other) < 1000 for passage in found.passages)


def test_the_other_passage_is_shown_in_whole_clauses() -> None:
    own = prose_report(("老旧档案已经扫描入库，涉及宅基地审批的卷宗按照片编号。",), ())
    (found,) = compare(own, REPORT, (), label="x").passages
    assert found.other == "老旧档案已经扫描入库，涉及宅基地审批的卷宗按村编号，"


def test_what_is_a_template_does_not_count_and_is_told() -> None:
    text = counted_text(prose_report(FIRST[:1], ()), (), load_phrases())
    templates = {print_of(text.words(clause)): 12 for clause in text.clauses}
    found = compare(REPORT, prose_report(FIRST[:1], ()), (), label="青山县白石镇", templates=templates)
    assert found.shared == 0 and found.letters < compare(REPORT, REPORT, (), label="").letters
    assert [passage.units for passage in found.passages] == [12]
    assert found.passages[0].own == FIRST[0]


@settings(max_examples=60)
@given(SENTENCES, SENTENCES)
def test_a_share_is_one_and_grows_with_the_other_text(first: list[str], second: list[str]) -> None:
    own, other = prose_report(first, ()), prose_report(second, ())
    found = compare(own, other, (), label="previous")
    assert 0 <= found.shared <= found.letters
    assert share(own, own) == (1 if found.letters else 0)
    assert compare(own, prose_report([*second, *first], ()), (), label="previous").shared == found.letters
    assert all(
        passage.own in "\n".join(first) and 0 <= start < end <= len(passage.own)
        for passage in found.passages
        for start, end in passage.runs
    )


def test_signs_that_are_no_letters_are_not_shared_ones_either() -> None:
    text = "甲乙丙丁¼戊己庚辛①壬癸子丑²寅卯"
    found = compare(prose_report((text,), ()), prose_report((text,), ()), (), label="x")
    assert found.share == 1


@settings(max_examples=30)
@given(st.text(max_size=200), st.text(max_size=200))
@example("0 0AA¼0A", "0:0AA¼0A")
def test_any_text_can_be_compared(first: str, second: str) -> None:
    found = compare(prose_report((first,), (second,)), prose_report((second, first), ()), (first[:9], ""), label="x")
    assert 0 <= found.share <= 1


@pytest.mark.parametrize(
    "text",
    [
        "政" * 100_000,
        "加强镇村两级信息员培训，" * 9_000,
        "\ud800公开\udfff，" * 20_000,
        "1," * 50_000,
        "《" * 100_000,
        "编制本报告" * 20_000,
        "".join(f"第{number}村会计{number % 97}人，" for number in range(12_000)),
        "\x00\x01\x05\x06" * 25_000,
        "".join(f"{one}{' ' * 5_000}" for one in FIRST[0]),
    ],
    ids=[
        "one character",
        "equal clauses",
        "lone surrogates",
        "figures",
        "brackets",
        "obligatory",
        "clauses",
        "marks",
        "gaps",
    ],
)
def test_hostile_texts_take_no_longer_than_long_ones(text: str) -> None:
    own = prose_report((text,), ())
    assert compare(own, own, ("青山县",), label="x").share in (0, 1)
    assert 0 <= compare(own, REPORT, (), label="x").share <= 1
