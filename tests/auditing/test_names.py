"""Whose name it is: usual forms are recognised, everything else is nobody's; never by likeness."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from usual_names import COUNTIES, County, forms_of_units, strange_names

from govreport_lint.auditing.listing.cleaning import cleaned
from govreport_lint.auditing.listing.places import place_of
from govreport_lint.auditing.listing.unit_names import UnitNames
from govreport_lint.auditing.unit import Unit, UnitList


def names_of(units: Sequence[str], **more: Sequence[str]) -> UnitNames:
    """A list of units of these names; ``more``: other names by the unit's own."""
    made = [Unit(number=at, name=name, aliases=tuple(more.get(name, ()))) for at, name in enumerate(units, 1)]
    return UnitNames(UnitList(tuple(made)))


def examples() -> Iterator[tuple[str, str]]:
    """The printed names of the shared material and what they mean; empty for none of the units."""
    cases = os.environ.get("GOVREPORT_CASES")
    path = Path(cases).parent / "audit" / "names.tsv" if cases else None
    if path is None or not path.is_file():
        pytest.skip("beside GOVREPORT_CASES lies no audit/names.tsv")
    for line in path.read_text("utf-8").splitlines()[1:]:
        printed, _, unit = line.partition("\t")
        yield printed, unit


def test_printed_names_are_recognised_and_none_is_wrong() -> None:
    every = list(examples())
    units = (Path(os.environ["GOVREPORT_CASES"]).parent / "audit" / "units.txt").read_text("utf-8").split()
    names = names_of(units)
    found = [(printed, unit, names.match(printed).unit or "") for printed, unit in every]
    assert [one for one in found if one[2] not in ("", one[1])] == []
    assert len([one for one in found if one[1] == one[2]]) >= 68


@pytest.mark.parametrize("county", COUNTIES, ids=lambda county: county.name)
def test_usual_forms_mean_their_unit(county: County) -> None:
    names = names_of(county.units)
    found = [(form, unit, names.match(form).unit) for unit, form in forms_of_units(county)]
    assert len(found) > 2000
    assert [one for one in found if one[1] != one[2]] == []


@pytest.mark.parametrize("county", COUNTIES, ids=lambda county: county.name)
def test_names_of_others_mean_nobody(county: County) -> None:
    names = names_of(county.units)
    found = [(printed, names.match(printed).unit) for printed in strange_names(county)]
    assert [one for one in found if one[1] is not None] == []


@pytest.mark.parametrize("county", COUNTIES, ids=lambda county: county.name)
def test_the_forms_of_a_unit_that_is_not_on_the_list_mean_nobody(county: County) -> None:
    forms = list(forms_of_units(county))
    for part in range(3):
        listed = [unit for at, unit in enumerate(county.units) if at % 3 != part]
        names = UnitNames(
            UnitList(tuple(Unit(number=at, name=name) for at, name in enumerate(listed, 1)), county.name, county.above)
        )
        left = [(form, unit) for unit, form in forms[part::5] if unit not in listed]
        assert [(form, names.match(form).unit) for form, _ in left if names.match(form).unit] == []


def test_the_county_of_each_list_is_read_from_its_names() -> None:
    for county in COUNTIES:
        names = names_of(county.units)
        for unit in (unit for unit in county.units if unit.startswith(county.name)):
            assert names.match(f"{county.above}{unit}").unit == unit


def bodies(place: str) -> tuple[str, ...]:
    return tuple(f"{place}{body}" for body in ("民政局", "财政局", "水利局", "人民政府"))


@pytest.mark.parametrize(
    ("units", "place", "above"),
    [
        (bodies("示范县"), "示范县", ""),
        (bodies("临江市示范县"), "示范县", "临江市"),
        ((*bodies("示范县"), "临江市示范县生态环境局"), "示范县", "临江市"),
        (bodies("临江市"), "临江市", ""),
        (bodies("沙市区"), "沙市区", ""),
        (bodies("荆州市沙市区"), "沙市区", "荆州市"),
        (bodies("市中区"), "市中区", ""),
        (bodies("南县"), "南县", ""),
        (bodies("福建省石狮市"), "石狮市", ""),
        (bodies("巴林左旗"), "巴林左旗", ""),
        (bodies("上海市浦东新区"), "浦东新区", "上海市"),
        (bodies("长阳土家族自治县"), "长阳土家族自治县", ""),
        (bodies("恩施土家族苗族自治州来凤县"), "来凤县", "恩施土家族苗族自治州"),
        (bodies(""), "", ""),
        (("城市管理局", "市场监督管理局"), "", ""),
        ((), "", ""),
    ],
)
def test_the_place_is_what_most_names_begin_with(units: Sequence[str], place: str, above: str) -> None:
    assert place_of(units) == (place, above)


@pytest.mark.parametrize(
    ("place", "printed", "own"),
    [
        ("长阳土家族自治县", "长阳县民政局", True),
        ("长阳土家族自治县", "长阳民政局", True),
        ("长阳土家族自治县", "湖北省宜昌市长阳土家族自治县民政局", True),
        ("浦东新区", "浦东民政局", True),
        ("巴林左旗", "内蒙古自治区赤峰市巴林左旗民政局", True),
        ("巴林左旗", "巴林右旗民政局", False),
        ("南县", "益阳市南县民政局", True),
        ("南县", "南民政局", False),
        ("沙市区", "荆州市民政局", False),
        ("临江市", "示范县民政局", False),
        ("示范县", "福建省民政局", False),
        ("示范县", "市民政局", False),
    ],
)
def test_a_place_is_known_by_its_usual_names_alone(place: str, printed: str, own: bool) -> None:
    assert names_of(bodies(place)).match(printed).unit == (f"{place}民政局" if own else None)


LIST = (
    "示范县人民政府", "示范县人民政府办公室", "示范县民政局", "示范县市场监督管理局", "示范县教育体育局", "示范县白石镇人民政府",
    "示范县红旗乡人民政府", "示范县城关街道办事处", "示范县农业农村和水利局", "国家税务总局示范县税务局", "临江市示范县生态环境局",
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("示范县人民政府", "示范县人民政府"),
        ("示范县2024年政府信息公开工作年度报告", "示范县人民政府"),
        ("县府办", "示范县人民政府办公室"),
        ("示范县政府办公室2024年政府信息公开年报", "示范县人民政府办公室"),
        ("白石镇人民政府信息公开年报", "示范县白石镇人民政府"),
        ("县农水局", "示范县农业农村和水利局"),
        ("教体局", "示范县教育体育局"),
        ("示范生态环境分局", "临江市示范县生态环境局"),
        ("（示范县）民政局 年报 v2.docx", "示范县民政局"),
        ("乡镇/白石镇/年报（1）.pdf", "示范县白石镇人民政府"),
        ("2024年政府信息公开工作年度报告－民政局", "示范县民政局"),
        ("示范县民政局（示范县老龄办）2024年年报", "示范县民政局"),
        ("示范县民政局b.docx", "示范县民政局"),
        ("示范县民政局二〇二四年度政府信息公开工作年度报告", "示范县民政局"),
    ],
)
def test_what_stands_around_a_name_is_taken_off(printed: str, unit: str) -> None:
    assert names_of(LIST).match(printed).unit == unit


@pytest.mark.parametrize(
    "printed",
    [
        "白石乡", "红旗镇", "城关镇", "白石街道办事处", "示范县体育局", "示范县水利局", "示范县民政局婚姻登记处", "市生态环境局",
        "临江市生态环境局", "临江市民政局", "晋江-民政局", "邻县白石镇", "民政局水利局", "年报", "", "办公室", "人民政府",
        "示范县工商局", "XX县民政局", "××局", "民政局（邻县）", "（邻县民政局）", "示范县民政局（市场监督管理局）", "🙂", "示范县委办公室", "白石镇派出所", "龙江市示范县民政局",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_nobody(printed: str) -> None:
    assert names_of(LIST).match(printed).unit is None


def test_the_nearest_are_told_the_most_alike_first() -> None:
    found = names_of(LIST).match("示范县白石乡人民政府")
    assert found.unit is None and found.nearest[0] == "示范县白石镇人民政府"


def test_other_names_are_those_of_the_list_and_two_units_with_one_leave_it_open() -> None:
    names = names_of(LIST, 示范县民政局=["老龄办"], 示范县教育体育局=["示范县文教局"])
    assert names.match("示范县老龄办").unit == "示范县民政局"
    assert names.match("县文教局").unit == "示范县教育体育局"
    both = names_of(LIST, 示范县民政局=["老龄办"], 示范县教育体育局=["老龄办"]).match("老龄办")
    assert both.unit is None and set(both.nearest) == {"示范县民政局", "示范县教育体育局"}


def test_a_list_may_write_its_names_short_or_with_a_second_one_in_brackets() -> None:
    units = ("市政府办", "市发改局（市粮食局）", "市民政局", "灵秀镇", "市市场监管局", "市 教育局")
    listed = UnitList(tuple(Unit(number=at, name=name) for at, name in enumerate(units, 1)), "石狮市")
    printed = (
        "石狮市人民政府办公室", "石狮市发展和改革局", "石狮市民政局", "石狮市灵秀镇人民政府", "市场监督管理局", "石狮市教育局",
    )  # fmt: skip
    assert [UnitNames(listed).match(name).unit for name in printed] == list(units)
    assert UnitNames(listed).match("石狮市粮食局").unit is None


@given(st.lists(st.text(st.sampled_from("示范县民政局镇（）() 市a"), max_size=6), max_size=4), st.text(max_size=12))
def test_whatever_a_list_calls_its_units_it_can_be_asked(units: list[str], printed: str) -> None:
    found = names_of(units).match(printed).unit
    assert found is None or found in units


@given(st.text(max_size=60))
def test_any_text_is_cleaned_and_matched(text: str) -> None:
    found = names_of(LIST).match(text)
    assert found.unit is None or (found.unit in LIST and cleaned(text))
    assert set(found.nearest) <= set(LIST)


@given(
    st.sampled_from(LIST),
    st.sampled_from(("年报", "2024年年度报告", "（终稿）", " (2).docx", "2024年度政府信息公开工作年度报告")),
)
def test_what_means_a_unit_still_does_behind_what_is_no_name(unit: str, tail: str) -> None:
    assert names_of(LIST).match(unit + tail).unit == unit
