"""Audits put together by hand: a county of six units, one of every status, first or second round."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from govreport_lint.auditing.audited import (
    Audit,
    Audited,
    Decision,
    Explanation,
    Item,
    Move,
    MoveKind,
    NotJudged,
    Piece,
    PieceCell,
    Progress,
    SummedCell,
    Sums,
    Template,
    Verdict,
    WorkbookCell,
    WorkbookCheck,
)
from govreport_lint.auditing.entry import Entry, NameSource, PrintedName, Role
from govreport_lint.auditing.unit import Unit, UnitCategory
from govreport_lint.checks.subject.cell_values import Cell, CellValues, form_cells
from govreport_lint.checks.subject.filing import Filing, FilingStatus, Version
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.finding import Evidence, Place, Severity
from govreport_lint.form import Form
from govreport_lint.language import Text, same
from govreport_lint.likeness.alike import AlikePassage, Likeness
from govreport_lint.output.words.problems import Problem
from govreport_lint.report import State
from govreport_lint.rulebook.forms import load_form

Printed = int | Decimal | str | None
FORM = load_form("2021")
_OWN = "本年度加强组织领导，健全工作机制，主动公开各类政府信息，及时回应群众关切。"
_OTHERS = "本年度加强组织领导，健全工作机制，主动公开各类政府信息，按时答复群众来信。"


def unit(number: int, name: str, category: UnitCategory = UnitCategory.TOWNSHIP, **given: object) -> Unit:
    """A line of the list with a deadline."""
    return replace(Unit(number=number, name=name, category=category, deadline="2025-01-20"), **given)


def values(printed: Mapping[Cell, Printed], form: Form = FORM) -> CellValues:
    """Figures: 0 where nothing is given; a text is one that is no number, None a blank cell, ``-`` a dash."""
    cells = form_cells(form)
    alone = {
        (table.key, row.key) for table in form.tables for row in table.rows if row.alone and table.members(row.alone)
    }
    found = [printed.get(cell, 0) if cell[:2] not in alone else printed.get(cell, "missing") for cell in cells]
    return CellValues(
        form.key,
        tuple(None if isinstance(value, str) else value for value in found),
        tuple(_state(value) for value in found),
        {at: value for at, value in enumerate(found) if isinstance(value, str) and _state(value) is State.TEXT},
    )


def _state(value: Printed) -> State:
    if value is None:
        return State.BLANK
    if isinstance(value, str):
        return {"-": State.DASH, "missing": State.MISSING}.get(value, State.TEXT)
    return State.NUMBER if value else State.ZERO


def applications(received: int, carried_in: int, carried_out: int) -> dict[Cell, Printed]:
    """表三 of natural persons, balanced: what came in was granted or is carried out."""
    found: dict[Cell, Printed] = {}
    granted = received + carried_in - carried_out
    rows = {"received": received, "carried_in": carried_in, "granted": granted, "handled_total": granted}
    for row, count in {**rows, "carried_out": carried_out}.items():
        found["applications", row, "natural_person"] = found["applications", row, "total"] = count
    return found


def documents(issued: int, repealed: int, in_force: int, fees: str = "0") -> dict[Cell, Printed]:
    """表二: normative documents, and fees in 万元."""
    row = ("disclosure", "normative_documents")
    return {
        (*row, "issued"): issued,
        (*row, "repealed"): repealed,
        (*row, "in_force"): in_force,
        ("disclosure", "fees", "amount"): Decimal(fees),
    }


def entry(path: str, figures: CellValues | None = None, role: Role = Role.CURRENT, **given: object) -> Entry:
    """A report as it came in."""
    made = Entry(
        role=role, path=path, sha256=f"{sum(path.encode()):064x}", size=20480, modified="2025-01-10T09:30:00",
        key=f"key-{path}", format="docx", year=2024 if role is Role.CURRENT else 2023, form="2021",
        signed="2025-01-10", values=figures, letters=1800,
    )  # fmt: skip
    return replace(made, **given)


def piece(printed: str = "41", suggested: str = "38") -> Piece:
    """The column of a sum that does not balance."""
    rows = (("（三）不予公开 1.属于国家秘密", "3", "held"), ("（七）总计", printed, "wrong"))
    columns = ("自然人", "总计")
    return Piece(
        "applications",
        columns,
        tuple(
            (label, (PieceCell(text, mark, suggested if mark == "wrong" else ""), PieceCell(text)))
            for label, text, mark in rows
        ),
    )


def item(name: str, number: str, severity: Severity = Severity.ERROR, code: str = "A303", **given: object) -> Item:
    """A cause; unless told otherwise the total of 表三 that does not balance."""
    made = Item(
        unit=name, code=code, title=Text("办理结果总计不平", "the total does not balance"), severity=severity,
        place=Place(3, "applications", "handled_total", "natural_person"),
        where=Text("表三 · （七）总计 · 自然人", "Table 3 · total · natural persons"), quote="41",
        message=Text("三（一）至（六）之和为 38，三（七）总计为 41，相差 3。", "the parts sum to 38, the total is 41, a gap of 3."),
        suggestion=Text("请核实总计，按 38 更正或补填分项。", "Check the total against the parts."),
        basis=Text("国办公开办函〔2021〕30号 附件表三", "30/2021, table 3"),
        fingerprint=f"print-{number}", number=number,
        evidence=(Evidence(Place(3, "applications", "handled_total", "natural_person"), "41"),), piece=piece(),
    )  # fmt: skip
    return replace(made, **given)


def _doubt(name: str, number: str, **given: object) -> Item:
    doubt = item(
        name, number, Severity.WARNING, "H701", title=Text("上年结转与上年年报不衔接", "carry-over broken"), source="previous",
        place=Place(3, "applications", "carried_in", "total"), where=Text("表三 · 二、上年结转 · 总计", "Table 3 · carried in"),
        quote="2", message=Text("本年上年结转为 2，上年年报结转下年度为 5，相差 3。", "2 here, 5 in last year's report."),
        suggestion=Text("请与上年年报核对后更正，或者说明原因。", "Check against last year's report."),
        evidence=(
            Evidence(Place(3, "applications", "carried_in", "total"), "2"),
            Evidence(Place(3, "applications", "carried_out", "total"), "5", "previous"),
        ),
        piece=None,
    )  # fmt: skip
    return replace(doubt, **given)


def _hint(name: str, number: str, **given: object) -> Item:
    hint = item(
        name, number, Severity.INFO, "L904", title=Text("标点为半角", "half-width punctuation"), place=Place(1),
        where=Text("一、总体情况", "Section 1"), quote="依法公开,及时更新", message=Text("中文之间用了半角逗号。", "half-width comma."),
        suggestion=Text("请改为全角逗号。", "Use a full-width comma."), basis=Text("GB/T 15834", "GB/T 15834"),
        evidence=(), piece=None,
    )  # fmt: skip
    return replace(hint, **given)


def _filed(name: str, status: FilingStatus, *paths: str, **given: object) -> Filing:
    versions = tuple(Version(path, f"{sum(path.encode()):064x}", "终稿" if "终稿" in path else "") for path in paths)
    made = Filing(unit=name, status=status, versions=versions, chosen=versions[0] if versions else None)
    return replace(made, **given)


def _qingshan(second: bool) -> Audited:
    """Errors, a doubt, a hint; in the second round what is left of them."""
    name = "青山镇"
    items: tuple[Item, ...] = (item(name, "01-001"), _doubt(name, "01-002"), _hint(name, "01-003"))
    if second:
        still = item(name, "01-004", quote="40", progress=Progress.STILL_WRONG)
        false = Decision("不属实", "来文已补说明，数字无误", "李某")
        items = (
            replace(items[0], progress=Progress.OPEN),
            replace(items[1], progress=Progress.OPEN, decision=false),
            still,
        )
    before = values({**applications(6, 2, 5), **documents(2, 0, 10)})
    now = values(
        {**applications(40, 2, 1), **documents(3, 1, 12, "1.25"), ("remedies", "review", "upheld"): "无法提供"}
    )
    return Audited(
        unit=unit(1, name, contact="张某"),
        filing=_filed(name, FilingStatus.SUBMITTED, "乡镇/青山镇2024年报.docx"),
        entry=entry("乡镇/青山镇2024年报.docx", now, published="2025-01-25"),
        previous=entry("2023/青山镇.docx", before, Role.PREVIOUS),
        items=items, passed=247, failed=3, not_assessable=3,
        not_judged=(NotJudged("N502", Text("四、行政复议、行政诉讼", "Section 4"), Text("单元格不是数字", "no number"), 3),),
        like_previous=0.18, overdue=False, open_before=2 if second else 0,
        alike=(Likeness("previous", 1800, 324, (AlikePassage(1, _OWN, _OTHERS, ((0, 28), (32, 34))),)),),
    )  # fmt: skip


def _baishui() -> Audited:
    """Two versions; copied from 青山镇."""
    name, paths = "白水镇", ("乡镇/白水镇（终稿）.docx", "乡镇/白水镇（初稿）.docx")
    return Audited(
        unit=unit(2, name),
        filing=_filed(name, FilingStatus.TWICE, *paths, copies=("乡镇/白水镇（终稿）- 副本.docx",), by="文件名有“终稿”"),
        entry=entry(paths[0], values({**applications(10, 0, 0), **documents(1, 0, 4)}), signed="2025-01-22"),
        items=(_doubt(name, "02-001", code="R805", source="青山镇", where=Text("一、总体情况", "Section 1"), place=Place(1)),),
        passed=250, failed=1, not_assessable=2, overdue=True,
        alike=(Likeness("青山镇", 1500, 1275, (AlikePassage(1, _OWN, _OTHERS, ((0, 28),), 3),)),),
    )  # fmt: skip


def _missing() -> Audited:
    return Audited(
        unit=unit(3, "城关街道", UnitCategory.SUBDISTRICT),
        filing=_filed("城关街道", FilingStatus.MISSING),
        overdue=True,
    )


def _unreadable() -> Audited:
    filing = _filed("教育局", FilingStatus.UNREADABLE, unreadable=("部门/教育局.pdf",))
    return Audited(unit=unit(4, "教育局", UnitCategory.DEPARTMENT), filing=filing)


def _water() -> Audited:
    """A doubt only, and an exempt last year; its figures are what the county left out."""
    name = "水利局"
    return Audited(
        unit=unit(5, name, UnitCategory.DEPARTMENT, exempt="机构改革新设"),
        filing=_filed(name, FilingStatus.SUBMITTED, "部门/水利局.docx"),
        entry=entry("部门/水利局.docx", values({**applications(8, 0, 1), **documents(0, 0, 0, "0.5")}), signed=""),
        items=(_doubt(name, "05-001", code="N501", source="report"),), passed=251, failed=1, not_assessable=1,
    )  # fmt: skip


def _civil() -> Audited:
    """Nothing but a hint."""
    name = "民政局"
    figures = values(
        {**applications(4, 1, 0), ("applications", "received", "business"): None, ("remedies", "review", "other"): "-"}
    )
    return Audited(
        unit=unit(6, name, UnitCategory.DEPARTMENT),
        filing=_filed(name, FilingStatus.SUBMITTED, "部门/民政局.html"),
        entry=entry("部门/民政局.html", figures, format="html"),
        previous=entry("2023/民政局.html", values({**applications(3, 0, 1)}), Role.PREVIOUS),
        items=(_hint(name, "06-001"),), passed=252, failed=1, like_previous=0.31, overdue=False,
    )  # fmt: skip


def _unlisted() -> Audited:
    return Audited(
        unit=None,
        filing=Filing(unit="", status=FilingStatus.UNLISTED, printed=("示范县大数据中心",), nearest=("数据局",)),
        entry=entry("部门/大数据中心.docx", values(applications(1, 0, 0)),
                    names=(PrintedName(NameSource.TITLE, "示范县大数据中心"),)),
    )  # fmt: skip


def made_sums(units: tuple[Audited, ...], *, county: bool = True) -> tuple[Sums, dict[Cell, Printed]]:
    """The sums of the units that count, and the county's figures: without 水利局 where ``county``."""
    counted = {each.unit.name: each.entry.values for each in units if each.unit and each.entry and each.entry.values}
    absent = tuple(each.unit.name for each in units if each.unit and not each.entry)
    cells, printed, wrong = [], dict[Cell, Printed](), 0
    for cell in form_cells(FORM):
        if cell[1] == "other_handling":
            continue
        numbers = {name: known.number(FORM, cell) for name, known in counted.items()}
        total = sum(number for number in numbers.values() if number is not None)
        told = total - (numbers["水利局"] or 0) if county else None
        less = told is not None and told < total
        wrong += less
        printed[cell] = told
        unusable = tuple(name for name, number in numbers.items() if number is None)
        verdict = Verdict.LESS if less else Verdict.UNKNOWN
        cells.append(SummedCell(*cell, told, total, verdict, absent, unusable))
    why = (Explanation(None, (Move(MoveKind.LEFT_OUT, "水利局"),), wrong, ((Move(MoveKind.OLD_DRAFT, "白水镇"),),)),)
    sums = Sums(
        form="2021", cells=tuple(cells), explanations=why if county else (), counted=tuple(counted), missing=absent
    )
    return sums, printed


def _workbook() -> WorkbookCheck:
    cell = WorkbookCell("青山镇", "applications", "received", "total", "39", "40", -1, "表三!D7")
    return WorkbookCheck(
        path="2024汇总表.xlsx",
        layout="每单位一行",
        compared=412,
        cells=(cell,),
        unknown=("备注",),
        absent=("城关街道",),
    )


def made_audit(*, round: int = 1, county: bool = True, workbook: bool = True, **given: object) -> Audit:  # noqa: A002
    """示范县, 2024: 已报 with errors, 重报, 缺报, 不可读, 疑点 only, hints only; a report of no unit beside.

    In the second round one item is mended, one is open, one was changed and is wrong still, one is quiet by decision.
    """
    second = round > 1
    units = (_qingshan(second), _baishui(), _missing(), _unreadable(), _water(), _civil())
    sums, printed = made_sums(units, county=county)
    own = Audited(
        unit=None,
        filing=_filed("示范县人民政府", FilingStatus.SUBMITTED, "县政府.docx"),
        entry=entry("县政府.docx", values(printed), Role.COUNTY),
        items=(item("示范县人民政府", "00-001", code="R801", source="水利局"),),
        passed=260, failed=1,
    )  # fmt: skip
    mended = (_hint("青山镇", "01-003", progress=Progress.MENDED),) if second else ()
    broken = entry(
        "部门/教育局.pdf", problem=Problem("部门/教育局.pdf", Text("扫描件，没有文字", "a scan without text"))
    )
    audit = Audit(
        place="示范县", year=2024, round=round, date="2025-01-27" if second else "2025-01-21", version="0.1.0",
        settings=AuditSettings(contact="王某", phone="0555-1234567", return_by="2025-01-24"), settings_key="5e77a1b0c0ffee00",
        units=units, unlisted=(_unlisted(),), county=own if county else None, sums=sums,
        workbook=_workbook() if workbook else None,
        templates=(Template("坚持以公开为常态、不公开为例外", ("青山镇", "白水镇", "民政局")),),
        unread=(broken,), passed_over={".jpg": 3}, remarks=(same("2 个文件没有标题"),), mended=mended,
    )  # fmt: skip
    return replace(audit, **given)
