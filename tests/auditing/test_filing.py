"""What every unit has handed in: whose a report is, which of its files counts, what is told of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from govreport_lint import api
from govreport_lint.auditing.entry import Entry, NameSource, PrintedName, Role
from govreport_lint.auditing.listing.filed import Filed, file_reports
from govreport_lint.auditing.unit import Unit, UnitCategory, UnitList
from govreport_lint.checks.subject.filing import Filing, FilingStatus
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.language import Text
from govreport_lint.output.words.problems import Problem

TITLE, SIGNATURE, METADATA = NameSource.TITLE, NameSource.SIGNATURE, NameSource.METADATA
NAMES = (
    "示范县人民政府",
    "示范县人民政府办公室",
    "示范县民政局",
    "示范县水利局",
    "示范县青山镇人民政府",
    "国家税务总局示范县税务局",
)
UNITS = UnitList(
    tuple(
        Unit(
            number=at,
            name=name,
            category=UnitCategory.GOVERNMENT if name.endswith("县人民政府") else UnitCategory.OTHER,
            due="税务" not in name and not name.endswith("县人民政府"),
        )
        for at, name in enumerate(NAMES, 1)
    ),
    "示范县",
)


def entry(path: str, title: str = "", /, *, content: str = "", **more: object) -> Entry:
    """A report of 2024 in a file; ``content`` tells files with other bytes apart, names come as intake gives them."""
    role = Role(str(more.pop("role", Role.CURRENT)))
    signed_by, page = str(more.pop("signed_by", "")), str(more.pop("page", ""))
    parts = path.partition("#")[0].split("/")
    names = [PrintedName(TITLE, title)] if title else []
    names += [PrintedName(SIGNATURE, signed_by)] if signed_by else []
    names += [PrintedName(METADATA, page)] if page else []
    names += [PrintedName(NameSource.FILE, parts[-1].rpartition(".")[0])]
    names += [PrintedName(NameSource.FOLDER, folder) for folder in reversed(parts[:-1])]
    made = Entry(role=role, path=path, sha256=content or path, size=1, names=tuple(names), year=2024)
    return replace(made, **more)


def filed(*entries: Entry, units: UnitList = UNITS, versions: str = "newest") -> Filed:
    return file_reports(units, entries, AuditSettings(versions=versions), 2024)


def listing(file: str) -> UnitList:
    """The list with a file chosen by hand for 民政局."""
    units = (replace(unit, file=file if unit.name == "示范县民政局" else "") for unit in UNITS.units)
    return replace(UNITS, units=tuple(units))


def civil(*entries: Entry, **more: str) -> Filing:
    """What 民政局 has handed in."""
    return filed(*entries, **more).filings["示范县民政局"]  # type: ignore[arg-type]


def owner(one: Entry) -> str | None:
    """The unit to which a report is put."""
    return next((name for name, chosen in filed(one).chosen.items() if chosen is one), None)


@pytest.mark.parametrize(
    ("one", "unit"),
    [
        (entry("1.docx", "示范县民政局"), "示范县民政局"),
        (entry("水利局.docx", "示范县民政局"), "示范县民政局"),
        (entry("1.docx", signed_by="示范县民政局"), "示范县民政局"),
        (entry("水利局.docx", signed_by="示范县民政局"), "示范县民政局"),
        (entry("县直/民政局2024年年报.docx"), "示范县民政局"),
        (entry("青山镇/年报.docx"), "示范县青山镇人民政府"),
        (entry("1.html", page="示范县民政局"), "示范县民政局"),
        # The page names who publishes it.
        (entry("民政局.html", page="示范县人民政府办公室"), "示范县民政局"),
        (entry("1.html", page="示范县人民政府办公室"), "示范县人民政府办公室"),
        # The county alone is its government, unless the report is called by a unit's name.
        (entry("1.docx", "示范县"), "示范县人民政府"),
        (entry("1.docx", "示范县", signed_by="示范县人民政府办公室"), "示范县人民政府"),
        (entry("民政局.docx", "示范县"), "示范县民政局"),
        (entry("1.docx", "示范县", signed_by="示范县民政局"), "示范县民政局"),
        # A stranger's title: only who signed it can be meant.
        (entry("民政局.docx", "邻县民政局"), None),
        (entry("1.docx", "邻县民政局", signed_by="示范县民政局"), "示范县民政局"),
        (entry("青山镇.docx", "示范县青山乡人民政府"), None),
        (entry("民政局.docx", "政府信息公开工作年度报告"), "示范县民政局"),
        (entry("年报.docx"), None),
    ],
)
def test_the_first_certain_name_decides(one: Entry, unit: str | None) -> None:
    assert owner(one) == unit


def test_a_report_of_no_unit_is_told_with_the_units_that_look_like_it() -> None:
    found = filed(entry("a/青山.docx", "示范县青山乡人民政府"))
    ((filing, one),) = found.unlisted
    assert one.path == "a/青山.docx" and filing.status is FilingStatus.UNLISTED
    assert filing.printed == ("示范县青山乡人民政府", "青山") and filing.nearest[0] == "示范县青山镇人民政府"
    assert [finding.code for finding in api.linter().check_filing(filing).findings] == ["R804"]


def test_a_name_that_says_the_same_is_told_once() -> None:
    ((filing, _),) = filed(entry("邻县民政局2024年年报.docx", "邻县民政局")).unlisted
    assert filing.printed == ("邻县民政局",)


def test_a_file_called_by_another_units_name_is_told() -> None:
    found = filed(entry("水利局.docx", "示范县民政局"))
    (clash,) = found.clashes["示范县民政局"]
    assert (clash.source, clash.printed, clash.other) == ("文件名", "水利局", "示范县水利局")
    assert found.filings["示范县水利局"].status is FilingStatus.MISSING


def test_folders_publishers_and_the_names_of_a_bound_volume_contradict_nothing() -> None:
    found = filed(
        entry("水利局/民政局.docx", "示范县民政局", page="示范县人民政府办公室"),
        entry("水利局、青山镇合订.docx#1", "示范县水利局", content="b"),
        entry("水利局.docx#1", "示范县水利局", content="c"),
        entry("水利局.docx#2", "示范县青山镇人民政府", content="c"),
    )
    assert found.clashes == {} and found.unlisted == ()


def test_every_report_of_a_bound_volume_is_its_units() -> None:
    both = entry("合订本.docx#1", "示范县民政局", content="x"), entry("合订本.docx#2", "示范县水利局", content="x")
    found = filed(*both)
    assert found.chosen == {"示范县民政局": both[0], "示范县水利局": both[1]}


def test_copies_are_one_report_and_told() -> None:
    found = civil(entry("民政局.docx", content="a"), entry("重复/民政局.docx", content="a"))
    assert found.status is FilingStatus.SUBMITTED and found.copies == ("重复/民政局.docx",)
    assert [finding.code for finding in api.linter().check_filing(found).findings] == []


@pytest.mark.parametrize(
    ("chosen", "other", "by"),
    [
        (entry("民政局终稿.docx"), entry("民政局修改稿.docx", signed="2025-02-01"), "注明“终稿”"),
        (entry("民政局（定稿）.docx"), entry("民政局.docx", signed="2025-02-01"), "注明“定稿”"),
        (entry("终稿/民政局.docx"), entry("初稿/民政局.docx"), "注明“终稿”"),
        (entry("民政局修改稿.docx"), entry("民政局初稿.docx"), "注明“修改稿”"),
        (entry("民政局三稿.docx"), entry("民政局二稿.docx"), "注明“三稿”"),
        (entry("民政局.docx"), entry("民政局（初稿）.docx"), "另外的注明是初稿"),
        (entry("民政局2.docx", signed="2025-01-20"), entry("民政局1.docx", signed="2025-01-10"), "落款日期最晚"),
        (entry("民政局（修改）.docx", signed="2025-01-20"), entry("民政局.docx", signed="2025-01-10"), "落款日期最晚"),
        (entry("民政局b.docx", modified="2025-01-20T10:00:00"), entry("民政局a.docx", modified="2025-01-18T10:00:00"), "文件时间最晚"),
        (entry("民政局.docx", "示范县民政局"), entry("水利局终稿.docx", "示范县民政局"), "另外的文件名是其他单位的"),
    ],
)  # fmt: skip
def test_the_newest_counts_and_the_reason_is_told(chosen: Entry, other: Entry, by: str) -> None:
    for pair in ((chosen, other), (other, chosen)):
        found = civil(*pair)
        assert found.chosen is not None and found.chosen.path == chosen.path
        assert found.by == by
        assert found.status is FilingStatus.TWICE and not found.undecided
        (told,) = api.linter().check_filing(found).findings
        assert told.code == "R803" and chosen.path in told.message.zh and other.path in told.message.zh


@pytest.mark.parametrize(
    "pair",
    [
        (entry("a/民政局.docx"), entry("b/民政局.docx")),
        (entry("a/民政局终稿.docx"), entry("b/民政局定稿.docx")),
        (entry("民政局1.docx", modified="2025-01-20T10:00:01"), entry("民政局2.docx", modified="2025-01-20T10:00:09")),
        (entry("民政局1.docx", signed="2025-01-20"), entry("民政局2.docx", signed="2025-01-20")),
        # The folder that both lie in says nothing; what was given back for revision is no revised draft.
        (entry("修改稿/民政局1.docx"), entry("修改稿/民政局2.docx")),
        (entry("退回修改/民政局1.docx"), entry("初次/民政局2.docx")),
    ],
)
def test_without_an_order_neither_counts_and_both_are_named(pair: tuple[Entry, Entry]) -> None:
    found = civil(*pair)
    assert found.undecided and found.chosen is None and "示范县民政局" not in filed(*pair).chosen
    (told,) = api.linter().check_filing(found).findings
    assert told.code == "R803" and all(one.path in told.message.zh for one in pair)


def test_the_list_overrules_the_order_and_a_county_may_ask() -> None:
    pair = entry("民政局终稿.docx"), entry("b/民政局初稿.docx")
    units = listing("b\\民政局初稿.docx")
    found = filed(*pair, units=units).filings["示范县民政局"]
    assert found.chosen is not None and found.chosen.path == pair[1].path and found.by == "名单中注明采用"
    assert civil(*pair, versions="ask").undecided
    assert not filed(*pair, units=units, versions="ask").filings["示范县民政局"].undecided


def test_a_file_chosen_by_hand_is_its_units_whatever_stands_on_it() -> None:
    strange, bound = entry("a/扫描1.docx", "邻县民政局"), entry("合订.docx#2", "示范县民政局")
    found = filed(strange, units=listing("扫描1.docx"))
    assert found.chosen["示范县民政局"] is strange and found.unlisted == () and found.remarks == ()
    assert filed(bound, entry("合订.docx#1", "示范县水利局"), units=listing("合订.docx")).remarks == ()
    (told,) = filed(entry("民政局.docx"), units=listing("没有.docx")).remarks
    assert "“没有.docx”，收到的文件中有 0 个" in told.zh


def test_the_countys_own_report_is_known_where_the_list_has_no_line_for_it() -> None:
    units = replace(UNITS, units=UNITS.units[1:])
    own, office = entry("1.docx", "示范县"), entry("政府办.docx", "示范县人民政府办公室")
    last = entry("2023/县.docx", "示范县", role=Role.PREVIOUS, year=2023)
    found = filed(own, office, last, units=units)
    assert found.county is own and found.unlisted == () and "示范县人民政府" not in found.filings
    assert found.chosen == {"示范县人民政府办公室": office} and found.previous == {"示范县人民政府": last}
    assert filed(own, office).county is None and filed(own, office).chosen["示范县人民政府"] is own
    given = entry("county.docx", role=Role.COUNTY)
    assert "1.docx 是县级年报，没有采用" in filed(own, given, units=units).remarks[0].zh
    assert filed(own, replace(given, sha256=own.sha256), units=units).remarks == ()
    assert "1.docx、2.docx 是县级年报" in filed(own, entry("2.docx", "示范县"), units=units).remarks[0].zh


def test_a_report_of_another_year_is_no_version() -> None:
    this, last = entry("民政局.docx"), entry("民政局旧.docx", year=2023)
    found = filed(this, last)
    assert found.chosen["示范县民政局"] is this and found.filings["示范县民政局"].status is FilingStatus.SUBMITTED
    assert "民政局旧.docx 年度不是2024" in found.remarks[0].zh
    alone = civil(last)
    assert alone.status is FilingStatus.MISSING and alone.versions[0].reason == "年度不是2024"
    (told,) = api.linter().check_filing(alone).findings
    assert told.code == "R802" and "民政局旧.docx" in told.message.zh


def test_what_is_missing_or_unreadable_is_told_of_those_who_have_to_report() -> None:
    problem = Problem("民政局.docx", Text("文件已损坏", "damaged"))
    found = filed(entry("民政局.docx", problem=problem))
    codes = {
        name: [finding.code for finding in api.linter().check_filing(filing).findings]
        for name, filing in found.filings.items()
    }
    assert found.filings["示范县民政局"].status is FilingStatus.UNREADABLE
    assert codes == {name: ["R802"] if unit.due else [] for name in NAMES if (unit := UNITS.unit(name))}
    assert found.chosen == {} and found.unlisted == ()


def test_last_years_reports_are_put_to_their_units() -> None:
    last = entry("2023/民政局.docx", role=Role.PREVIOUS, year=2023)
    older = entry("2023/水利局.docx", role=Role.PREVIOUS, year=2022)
    two = [entry(f"2023/{at}/青山镇.docx", role=Role.PREVIOUS, year=2023) for at in "ab"]
    found = filed(last, older, *two)
    assert found.previous == {"示范县民政局": last} and found.chosen == {}
    told = "\n".join(remark.zh for remark in found.remarks)
    assert "2023/水利局.docx 年度不是2023" in told and "2023/a/青山镇.docx、2023/b/青山镇.docx" in told


def test_a_list_without_places_is_of_the_place_in_the_titles() -> None:
    units = UnitList(tuple(Unit(number=at, name=name) for at, name in enumerate(("民政局", "水利局"), 1)))
    made = [entry("1.docx", "示范县民政局"), entry("2.docx", "示范县水利局"), entry("3.docx", "邻县民政局")]
    found = file_reports(units, made, AuditSettings(), 2024)
    assert found.chosen == {"民政局": made[0], "水利局": made[1]} and len(found.unlisted) == 1


FILES = st.builds(
    lambda title, name, mark, folder, year, content: entry(
        f"{folder}{name}{mark}{content}.docx", title, content=content, year=year
    ),
    st.sampled_from(("", "示范县", "邻县民政局", *NAMES)),
    st.sampled_from(("年报", "民政局", "水利局", "青山镇")),
    st.sampled_from(("", "终稿", "初稿", "（修改）")),
    st.sampled_from(("", "a/", "青山镇/")),
    st.sampled_from((None, 2023, 2024)),
    st.sampled_from("甲乙丙"),
)


@given(st.lists(FILES, max_size=6, unique_by=lambda one: one.path))
def test_every_file_is_told_once_whatever_the_order(files: list[Entry]) -> None:
    found = filed(*files)
    told = [
        path for filing in found.filings.values() for path in (*(one.path for one in filing.versions), *filing.copies)
    ]
    told += [one.path for _, one in found.unlisted]
    assert sorted(told) == sorted(one.path for one in files)
    assert all(one.year in (None, 2024) for one in found.chosen.values())
    again = filed(*reversed(files))
    assert again.chosen == found.chosen and again.filings == found.filings
