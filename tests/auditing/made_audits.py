"""An audit of a county that does not exist: 45 units in every status, items of every family, copies, sums, two rounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from made_items import items_of
from msgspec.structs import replace

from govreport_lint.auditing.audited import (
    Audit,
    Audited,
    Explanation,
    Move,
    MoveKind,
    NotJudged,
    SummedCell,
    Sums,
    Template,
    Verdict,
    WorkbookCell,
    WorkbookCheck,
)
from govreport_lint.auditing.entry import Entry, Role
from govreport_lint.auditing.unit import Unit, UnitCategory
from govreport_lint.checks.subject.cell_values import CellValues, form_cells
from govreport_lint.checks.subject.filing import Filing, FilingStatus, Version
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.form import Form
from govreport_lint.language import Text, same
from govreport_lint.likeness.alike import AlikePassage, Likeness
from govreport_lint.output.words.problems import Problem
from govreport_lint.report import State
from govreport_lint.rulebook.forms import load_form

TOWNS = ("青云", "石门", "柳林", "白沙", "大坪", "双桥", "新安", "马店", "清河", "红岩", "南坪", "高坎")
OFFICES = (
    "发展和改革局", "教育局", "科学技术局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局", "自然资源和规划局",
    "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "退役军人事务局", "应急管理局",
    "审计局", "市场监督管理局", "统计局", "医疗保障局", "信访局", "城市管理局", "林业局", "行政审批局", "乡村振兴局", "机关事务服务中心",
)  # fmt: skip
MISSING, TWICE, UNREADABLE, CLEAN = 9, 14, 21, (3, 16, 24, 30, 37)
SENTENCE = "坚持以公开为常态、不公开为例外，围绕群众关切持续细化主动公开目录，全年通过门户网站发布各类信息2{}条。"


@cache
def form() -> Form:
    """The form of the made reports."""
    return load_form("2021")


def units() -> tuple[Unit, ...]:
    """Towns, subdistricts, departments and the rest, 45 in all."""
    named = [(f"示范县{name}镇人民政府", UnitCategory.TOWNSHIP) for name in TOWNS]
    named += [(f"示范县{name}街道办事处", UnitCategory.SUBDISTRICT) for name in ("城关", "东城")]
    named += [(f"示范县{name}", UnitCategory.DEPARTMENT) for name in OFFICES]
    named += [("示范县经济开发区管理委员会", UnitCategory.ZONE), ("国家税务总局示范县税务局", UnitCategory.VERTICAL)]
    named += [("示范县人民政府办公室", UnitCategory.GOVERNMENT)]
    vertical = UnitCategory.VERTICAL
    return tuple(
        Unit(number=at, name=name, category=kind, due=kind is not vertical, counted=kind is not vertical,
             deadline="2025-01-20")
        for at, (name, kind) in enumerate(named, 1)
    )  # fmt: skip


def values(seed: int) -> CellValues:
    """Figures that balance as far as the page can tell; a few of them blank or no number."""
    numbers: list[int | Decimal | None] = []
    states, raws = [], {}
    for at, (table, row, column) in enumerate(form_cells(form())):
        number: int | Decimal | None = 0
        if table == "applications" and row in ("received", "granted", "carried_out", "carried_in", "handled_total"):
            number = (seed * 7 + len(row)) % 9 if column in ("natural_person", "total") else 0
        if column == "amount":
            number = Decimal("12.5") * seed
        state = State.NUMBER if number else State.ZERO
        if seed % 11 == 0 and at == 5:
            number, state, raws = None, State.TEXT, {at: "约10"}
        numbers.append(number)
        states.append(state)
    return CellValues("2021", tuple(numbers), tuple(states), raws)


def entry(unit: Unit, role: Role = Role.CURRENT) -> Entry:
    """A Word file of the unit."""
    year = 2024 if role is Role.CURRENT else 2023
    path = f"{year}/{unit.category}/{unit.number:02d}{unit.name}{year}年政府信息公开工作年度报告.docx"
    return Entry(
        role=role, path=path, sha256=f"{unit.number:02x}{role[0]}".encode().hex().ljust(64, "7"), size=24_576,
        key=f"{role}-{unit.number}", format="docx", year=year, form="2021", signed=f"{year + 1}-01-{unit.number % 27 + 1:02d}",
        values=values(unit.number + (role is Role.PREVIOUS)), letters=1800,
    )  # fmt: skip


def alike(unit: Unit, names: Sequence[str]) -> tuple[Likeness, ...]:
    """Every sixth unit has copied from last year, every ninth from its neighbour."""
    made = []
    for other, every, shared in (("previous", 6, 1210), (names[unit.number - 2], 9, 820)):
        if unit.number % every == 0:
            own = [SENTENCE.format(f"{unit.number:02d}{at}") for at in range(3)]
            theirs = [SENTENCE.format(f"{unit.number - 1:02d}{at}") for at in range(3)]
            cut = own[0].index("2")
            runs = ((0, cut + 1), (cut + 4, len(own[0])))
            passages = [AlikePassage(at, *pair, runs) for at, pair in enumerate(zip(own, theirs, strict=True), 1)]
            made.append(Likeness(other, 1600, shared, tuple(passages), numbers_too=every == 9))
    return tuple(made)


def audited(unit: Unit, names: Sequence[str]) -> Audited:
    """What a unit has come to: missing, twice, unreadable, without a fault, or with some."""
    file = entry(unit)
    version = Version(file.path, file.sha256, "落款日期最晚")
    filing = Filing(unit=unit.name, due=unit.due, versions=(version,), chosen=version, by="只有一份")
    if unit.number == MISSING:
        filing = Filing(unit=unit.name, status=FilingStatus.MISSING)
        return Audited(unit=unit, filing=filing, items=items_of(unit, ("R802",)))
    if unit.number == UNREADABLE:
        filing = Filing(unit=unit.name, status=FilingStatus.UNREADABLE, unreadable=("2024/县直部门/21交通.pdf",))
        return Audited(unit=unit, filing=filing)
    if unit.number == TWICE:
        older = Version(file.path.replace(".docx", "（初稿）.docx"), "5" * 64, "初稿")
        filing = replace(filing, status=FilingStatus.TWICE, versions=(version, older), by="“终稿”在后")
    shared = alike(unit, names)
    return Audited(
        unit=unit, filing=filing, entry=file, previous=entry(unit, Role.PREVIOUS), items=items_of(unit),
        passed=247, failed=3, not_assessable=unit.number % 4, not_judged=not_judged(unit),
        like_previous=0.08 + unit.number % 7 / 50 if not shared else shared[0].share, alike=shared,
        overdue=unit.number % 10 == 7, open_before=unit.number % 5,
    )  # fmt: skip


def not_judged(unit: Unit) -> tuple[NotJudged, ...]:
    """What nobody could tell of every fourth unit."""
    reason = Text("“本年新收·自然人”是空白，不能当作 0", "received, natural persons: blank, which is not 0")
    return (NotJudged("A301", same("表三 · 自然人"), reason, unit.number % 4),) if unit.number % 4 else ()


def sums(names: Sequence[str]) -> Sums:
    """The county's cells: most agree, some do not, one cannot be told."""
    cells = []
    for table, row, column in form_cells(form()):
        held = [values(number).number(form(), (table, row, column)) for number in range(1, 45)]
        total = sum((number for number in held if number), Decimal(0))
        printed: int | Decimal | None = total
        verdict = Verdict.EQUAL
        if (table, column) == ("applications", "natural_person") and row in ("received", "granted"):
            printed, verdict = total - 4, Verdict.LESS
        if (row, column) == ("fees", "amount"):
            printed, verdict = None, Verdict.UNKNOWN
        if (row, column) == ("carried_out", "total"):
            printed, verdict = total + 3, Verdict.MORE
        cells.append(SummedCell(table, row, column, printed, total, verdict, (names[MISSING - 1],), ()))
    left, twice = Move(MoveKind.LEFT_OUT, names[25]), Move(MoveKind.TWICE, names[3])
    told = (
        Explanation("applications", (left,), 2),
        Explanation(None, (twice,), 1, ((Move(MoveKind.TWICE, names[4]),),)),
    )
    return Sums(
        form="2021", cells=tuple(cells), explanations=told, counted=tuple(names[:44]), missing=(names[MISSING - 1],)
    )


def workbook(names: Sequence[str]) -> WorkbookCheck:
    """A 汇总表 with one wrong cell."""
    cell = WorkbookCell(names[4], "applications", "received", "total", "13", "12", 1, "表三!D7")
    return WorkbookCheck(path="汇总表.xlsx", layout="一行一单位", compared=8_424, cells=(cell,), unknown=("备注",))


@cache
def made_audit(*, count: int = 45, round_number: int = 2) -> Audit:
    """The audit of the first ``count`` units; of the first round nothing is mended yet."""
    every = units()[:count]
    names = [unit.name for unit in units()]
    broken = Entry(role=Role.CURRENT, path="2024/县直部门/21交通.pdf", sha256="a" * 64, size=0,
                   problem=Problem("2024/县直部门/21交通.pdf", Text("文件是空的", "the file is empty")))  # fmt: skip
    stray = Filing(unit="", status=FilingStatus.UNLISTED, printed=("示范县河务局",), nearest=(names[25],))
    other = replace(entry(every[0]), path="2024/河务局.docx", sha256="b" * 64)
    template = Template("依法依规做好政府信息公开工作，切实保障公众知情权。", tuple(names[:20]))
    return Audit(
        place="示范县", year=2024, round=round_number, date="2025-01-22", version="0.1.0", settings=AuditSettings(),
        settings_key="3f9c21aa", units=tuple(audited(unit, names) for unit in every),
        unlisted=(Audited(unit=None, filing=stray, entry=other, items=items_of(None, ("R804",))),),
        county=Audited(unit=None, filing=Filing(unit="示范县"), entry=replace(
            entry(every[0], Role.COUNTY), path="示范县2024.docx", sha256="c" * 64), items=(replace(items_of(None, ("R801",))[0], number="县-001"),)),
        sums=sums(names), workbook=workbook(names), templates=(template,), unread=(broken,),
        passed_over={".jpg": 3, ".lnk": 1}, remarks=(same("未给出县级报告的上年年报"),),
    )  # fmt: skip
