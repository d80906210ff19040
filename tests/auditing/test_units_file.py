"""The list of units: read as offices write it, its mistakes told with file, line and column, proposed, written."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from govreport_lint.auditing.entry import Entry, NameSource, PrintedName, Role
from govreport_lint.auditing.listing.proposing import propose_units
from govreport_lint.auditing.listing.units_file import read_units, units_table
from govreport_lint.auditing.unit import Unit, UnitCategory, UnitList
from govreport_lint.errors import ReadError

LIST = """单位名称,类别,别名,曾用名,上级,应报,是否汇总,报送期限,免比上年,采用文件,联系人,备注
示范县民政局,县直部门,老龄办、地名办,示范县社会局,,是,是,2025-01-20,,,王五,
示范县民政局救助站,其他,,,示范县民政局,是,,1月20日,新设立,,,
示范县青山镇人民政府,乡镇,,示范县青山乡人民政府；示范县绿水乡人民政府,,,,2025/1/20,,b/青山镇.docx,,
国家税务总局示范县税务局,垂管,,,,,,,,,,
示范县人民政府,政府本级,,,,,是,,,,,
示范县人民政府办公室,政府本级,,,,,,,,,,
"""


def written(folder: Path, text: str | bytes, name: str = "units.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_list_is_read_with_everything_in_it(tmp_path: Path) -> None:
    found = read_units(written(tmp_path, LIST))
    civil, inner, town, taxes, whole, office = found.units
    assert (found.place, found.proposed, [unit.number for unit in found.units]) == ("示范县", False, [1, 2, 3, 4, 5, 6])
    assert civil == Unit(
        number=1, name="示范县民政局", category=UnitCategory.DEPARTMENT, aliases=("老龄办", "地名办"),
        former=("示范县社会局",), deadline="2025-01-20", contact="王五",
    )  # fmt: skip
    assert (inner.parent, inner.due, inner.counted, inner.deadline, inner.exempt) == (
        "示范县民政局", True, False, "--01-20", "新设立",
    )  # fmt: skip
    assert town.former == ("示范县青山乡人民政府", "示范县绿水乡人民政府")
    assert (town.deadline, town.file, town.due, town.counted) == ("2025-01-20", "b/青山镇.docx", True, True)
    assert (taxes.due, taxes.counted) == (False, False)
    # The county's own government is the roll-up, whatever the list says; its office is a unit.
    assert (whole.due, whole.counted, whole.is_whole) == (False, False, True)
    assert (office.due, office.counted, office.is_whole) == (True, True, False)


def test_a_list_is_the_same_when_it_was_written(tmp_path: Path) -> None:
    found = read_units(written(tmp_path, LIST))
    assert read_units(written(tmp_path, units_table(found), "again.csv")) == found


@pytest.mark.parametrize("data", [LIST.encode(), b"\xef\xbb\xbf" + LIST.encode(), LIST.encode("gb18030"), LIST.replace(",", "\t").encode()])  # fmt: skip
def test_every_usual_encoding_is_read(tmp_path: Path, data: bytes) -> None:
    assert read_units(written(tmp_path, data)).units == read_units(written(tmp_path, LIST, "other.csv")).units


def test_excel_is_read_with_its_dates(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2024年度单位名单"],
        ["序号", "报送期限", "单位名称"],
        [1, date(2025, 1, 20), "示范县民政局"],
        [],
        [2, None, "示范县水利局"],
    ]
    found = read_units(written(tmp_path, workbook(rows), "名单.xlsx"))
    assert [(unit.name, unit.deadline) for unit in found.units] == [
        ("示范县民政局", "2025-01-20"),
        ("示范县水利局", ""),
    ]


def test_a_former_name_may_be_that_of_two_and_a_department_may_be_written_short(tmp_path: Path) -> None:
    text = "单位名称,曾用名,上级\n示范县民政局,示范县社会局,\n示范县救助站,示范县社会局,县民政局\n"
    civil, inner = read_units(written(tmp_path, text)).units
    assert civil.former == inner.former and not inner.counted


def test_names_alone_are_a_list(tmp_path: Path) -> None:
    names = (
        "示范县青山镇人民政府",
        "示范县民政局",
        "国家税务总局示范县税务局",
        "示范县城关街道办事处",
        "示范县人民政府",
    )
    found = read_units(written(tmp_path, "单位\n" + "\n".join(names)))
    assert [(unit.category.value, unit.due, unit.counted) for unit in found.units] == [
        ("乡镇", True, True), ("县直部门", True, True), ("垂管", False, False), ("街道", True, True), ("政府本级", False, False),
    ]  # fmt: skip
    assert read_units(tmp_path / "units.csv", verticals_count=True).units[2].counted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("单位名称,类别\n示范县民政局,局\n", "第 2 行“类别”：“局”不是 乡镇、"),
        ("单位名称\n示范县民政局\n示范县民政局\n", "第 3 行“单位名称”：“示范县民政局”与第 2 行重复"),
        ("单位名称,类别\n,乡镇\n", "第 2 行“单位名称”：没有填写"),
        ("单位名称,应报\n示范县民政局,有\n", "第 2 行“应报”：“有”应写是或否"),
        ("单位名称,是否汇总\n示范县民政局,不\n", "第 2 行“是否汇总”"),
        ("单位名称,报送期限\n示范县民政局,2025-02-30\n", "第 2 行“报送期限”：“2025-02-30”不是日期"),
        ("单位名称,报送期限\n示范县民政局,月底\n", "第 2 行“报送期限”"),
        ("单位名称,报送限期\n示范县民政局,\n", "第 1 行：不认识“报送限期”这一列，是不是“报送期限”"),
        ("单位名称,类别,类别\n示范县民政局,,\n", "“类别”有两列"),
        ("单位名称,别名\n示范县民政局,老龄办,地名办\n", "第 2 行：第 3 列“地名办”没有列名"),
        ('单位名称,备注\n"示范县\n民政局",x\n示范县水利局,,1\n', "第 4 行：第 3 列"),
        ("单位名称,别名\n示范县民政局,老龄办\n示范县水利局,老龄办\n", "第 3 行“别名”：“老龄办”也是第 2 行的"),
        ("单位名称,别名\n示范县民政局,示范县水利局\n示范县水利局,\n", "第 2 行“别名”：“示范县水利局”也是第 3 行的"),
        (
            "单位名称,上级\n示范县民政局救助站,示范县民政局\n示范县水利局,\n",
            "第 2 行“上级”：“示范县民政局”不是名单中的",
        ),
        ("单位名称,上级\n示范县民政局,县民政局\n", "第 2 行“上级”"),
        ("民政局\n水利局\n", "没有找到表头"),
        ("单位名称\n", "名单中没有单位"),
        ("", "没有找到表头"),
        (b"\xff\xfe\x00\xd8", "不是 UTF-8 或 GB18030"),
        (b"PK\x03\x04 broken", "损坏"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str | bytes, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ReadError) as raised:
        read_units(path)
    assert told in raised.value.reason and raised.value.path == str(path) and raised.value.english


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_units(tmp_path / "units.csv")


WORDS = (
    st.text(st.sampled_from("示范县民政局青山镇=+-@＝＋－＠'\"0a "), min_size=1, max_size=8).map(str.strip).filter(bool)
)
DATES = st.sampled_from(("", "2025-01-20", "--01-20", "--02-29"))
LISTED = st.builds(
    Unit,
    number=st.just(1),
    name=WORDS,
    category=st.sampled_from([kind for kind in UnitCategory if kind is not UnitCategory.GOVERNMENT]),
    former=st.lists(WORDS, max_size=2).map(tuple),
    due=st.booleans(),
    counted=st.booleans(),
    deadline=DATES,
    file=st.just("") | WORDS,
    contact=st.just("") | WORDS,
    remark=st.just("") | WORDS,
)


@given(
    st.lists(LISTED, min_size=1, max_size=4, unique_by=lambda unit: unit.name),
    st.lists(WORDS, max_size=8, unique=True),
)
def test_what_is_written_is_read_again_and_no_cell_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, units: list[Unit], aliases: list[str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    free = [alias for alias in aliases if alias not in {unit.name for unit in units}]
    units = [replace(unit, aliases=tuple(free[at :: len(units)])) for at, unit in enumerate(units)]
    table = units_table(UnitList(tuple(units)))
    assert table.startswith("\ufeff单位名称".encode())
    found = read_units(written(folder, table))
    told = [
        (unit.name, unit.category, unit.aliases, unit.former, unit.parent, unit.due, unit.counted)
        for unit in found.units
    ]
    assert told == [
        (unit.name, unit.category, unit.aliases, unit.former, unit.parent, unit.due, unit.counted) for unit in units
    ]
    more = [(unit.deadline, unit.file, unit.contact, unit.remark) for unit in found.units]
    assert more == [(unit.deadline, unit.file, unit.contact, unit.remark) for unit in units]
    cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠"))]


@given(st.binary(max_size=200))
def test_whatever_a_file_holds_it_is_a_list_or_a_message(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = written(tmp_path_factory.getbasetemp(), "单位名称,类别\n".encode() + data)
    try:
        assert read_units(path).units
    except ReadError as error:
        assert error.reason


def entry(*names: tuple[NameSource, str], role: Role = Role.CURRENT) -> Entry:
    printed = tuple(PrintedName(source, text) for source, text in names)
    return Entry(role=role, path="x", sha256="", size=1, names=printed)


def test_a_list_is_proposed_out_of_the_reports() -> None:
    made = [
        entry((NameSource.TITLE, "示范县民政局"), (NameSource.FILE, "水利局")),
        entry((NameSource.TITLE, "示范县民政局")),
        entry((NameSource.FILE, "03 示范县青山镇人民政府2024年年报（终稿）")),
        entry((NameSource.TITLE, "国家税务总局示范县税务局")),
        entry((NameSource.TITLE, "示范县人民政府")),
        entry((NameSource.TITLE, "示范县人民政府办公室")),
        entry((NameSource.TITLE, "示范县经济开发区管理委员会")),
        entry((NameSource.TITLE, "示范县水利局"), role=Role.PREVIOUS),
        entry((NameSource.FILE, "2024年年报")),
        entry((NameSource.TITLE, "邻县民政局")),
    ]
    found = propose_units(made)
    assert found.proposed and found.place == "示范县"
    assert {(unit.name, unit.category.value, unit.counted) for unit in found.units} == {
        ("示范县青山镇人民政府", "乡镇", True),
        ("示范县民政局", "县直部门", True),
        ("示范县人民政府办公室", "县直部门", True),
        ("示范县经济开发区管理委员会", "园区", True),
        ("国家税务总局示范县税务局", "垂管", False),
        ("示范县人民政府", "政府本级", False),
    }
    assert [unit.number for unit in found.units] == list(range(1, 7))


def test_units_without_their_place_are_none_of_another_county() -> None:
    short = ("城市管理局", "经济开发区管理委员会", "高新区税务局", "市场监督管理局", "红旗镇人民政府", "社区服务中心")
    own = tuple(f"示范县{name}局" for name in ("民政", "水利", "财政", "司法", "教育", "审计", "统计", "信访"))
    made = [entry((NameSource.TITLE, name)) for name in (*own, *short, "邻县民政局", "丰山区民政局", "晋江市财政局")]
    assert {unit.name for unit in propose_units(made).units} == {*own, *short}


def test_a_unit_that_is_called_in_two_ways_is_proposed_once() -> None:
    made = [
        entry((NameSource.TITLE, name))
        for name in ("示范县民政局", "示范县卫健局", "示范县卫生健康局", "县民政局", "示范县")
    ]
    assert [unit.name for unit in propose_units(made).units] == ["示范县卫生健康局", "示范县民政局", "示范县人民政府"]
