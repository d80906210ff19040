"""Items of every family for units that do not exist, with pieces of tables, decisions and every 整改情况."""

from __future__ import annotations

from collections.abc import Sequence

from govreport_lint.auditing.audited import Decision, Item, Piece, PieceCell, Progress
from govreport_lint.auditing.unit import Unit
from govreport_lint.finding import Evidence, Place, Severity
from govreport_lint.language import Text, same

COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
ERROR, WARNING, INFO = Severity
BALANCE = (
    ("一、新收", (12, 3, 0, 0, 0, 0, 15)),
    ("二、上年结转", (2, 0, 0, 0, 0, 0, 2)),
    ("（七）总计", (11, 3, 0, 0, 0, 0, 14)),
    ("四、结转下年度", (1, 0, 0, 0, 0, 0, 1)),
)
FAULTS: dict[str, tuple[Severity, str, str, str]] = {
    "S114": (INFO, "只有问题、没有措施", "第五部分写了“存在的主要问题”，没有写改进措施。", "请补写改进措施。"),
    "T205": (WARNING, "空白格", "“其他”列有 3 格空白，没有数据的应当填 0。", "没有的填“0”。"),
    "A301": (ERROR, "新收＋上年结转≠办理结果总计＋结转下年度", "“自然人”列不平：12＋2＝14，11＋1＝12，相差 2。", "请对照台账核实本列四个数，改正其中填错的一个。"),
    "Z401": (WARNING, "正文说没有申请，表三有数", "正文写“未收到政府信息公开申请”，表三“本年新收”为 15。", "请核实后改正正文或表三。"),
    "N501": (WARNING, "收到申请的件数与表三不一致", "正文写“收到申请16件”，表三“本年新收”总计为 15，文表一致相差 1。", "请对照台账核实。"),
    "D604": (INFO, "统计期限", "统计期限写到“12月30日”。", "统计期限为1月1日至12月31日。"),
    "L901": (INFO, "汉字之间用了半角标点", "汉字之间有 4 处半角标点，第一处是“公开,及时”中的“,”。", "中文里的标点请用全角。"),
    "H701": (ERROR, "上年结转≠上年年报结转下年度", "“自然人”上年结转为 2，上年年报“结转下年度”为 5，相差 3。", "请对照台账核实本年上年结转；上年年报有误的请写明。"),
    "R805": (WARNING, "与他单位年报雷同", "第一、五部分与“示范县石门镇人民政府”的年报重复率 61%，请核实。", "请按本单位实际重写。"),
    "R802": (ERROR, "应报未报", "名单上应报，没有收到年报。", "请于期限前报送。"),
    "R804": (WARNING, "不在名单上的单位", "年报标题的“示范县河务局”不在名单上，最接近的是“示范县水利局”。", "请核实是哪个单位，在名单里写上别名。"),
    "R801": (ERROR, "县级报告与各单位合计不一致", "“本年新收·自然人”县级报告为 168，各单位合计为 172，相差 4。", "请核对是否漏计单位。"),
}  # fmt: skip
USUAL = ("A301", "N501", "S114", "T205", "H701", "Z401", "D604", "L901", "R805")
BASIS = Text("年报格式表三表头（国办公开办函〔2021〕30号）", "Header of Table 3 (国办公开办函〔2021〕30号)")


def items_of(unit: Unit | None, codes: Sequence[str] | None = None) -> tuple[Item, ...]:
    """The items of a unit: some of the usual ones by its number, or those with ``codes``."""
    number = unit.number if unit else 0
    name = unit.name if unit else ""
    if codes is None:
        codes = [code for at, code in enumerate(USUAL) if number % 8 not in (3, 0) and (number + at) % 3]
    made = [_item(name, number, at, code) for at, code in enumerate(codes, 1)]
    return tuple(sorted(made, key=lambda item: item.severity.rank))


def _item(name: str, number: int, at: int, code: str) -> Item:
    severity, title, message, advice = FAULTS[code]
    told = ((number + at) % 7, (number * at) % 13)
    progress = {0: Progress.OPEN, 1: Progress.MENDED, 2: Progress.STILL_WRONG}.get(told[0], Progress.NEW)
    decision = Decision("不属实", "台账核对无误，上年年报已更正", "李某") if told[1] == 5 else Decision()
    source = {"H": "previous", "R": "示范县石门镇人民政府"}.get(code[0], "report")
    return Item(
        unit=name, code=code, title=same(title), severity=severity, place=Place(3, "applications", "carried_in", "natural_person"),
        where=same("表三 · 二、上年结转 · 自然人" if code[0] in "AH" else "一、总体情况"), quote="全年收到申请16件，均已按期办结" if code[0] in "NZ" else "",
        message=Text(message, code), suggestion=Text(advice, code), basis=BASIS, fingerprint=f"{number}-{code}", source=source,
        evidence=(Evidence(Place(3, "applications", "carried_out", "natural_person"), "5", source),),
        also=(same("A303 “新收”行的总计与各列之和不平。"),) if code == "A301" else (),
        piece=_piece(code), number=f"{number:02d}-{at:03d}", progress=progress, decision=decision,
    )  # fmt: skip


def _piece(code: str) -> Piece | None:
    if code == "A301":
        return Piece("applications", COLUMNS, tuple((label, _marked(cells)) for label, cells in BALANCE))
    if code == "T205":
        cells = (*map(_cell, (9, 3, 0, 0, 0)), PieceCell("", "wrong", "0"), _cell(12, "held"))
        return Piece("applications", COLUMNS, (("（一）予以公开", cells),))
    if code == "H701":
        rows = (("本年 二、上年结转", (_cell(2, "wrong", "5"),)), ("上年年报 四、结转下年度", (_cell(5, "held"),)))
        return Piece("applications", COLUMNS[:1], rows)
    return None


def _marked(cells: tuple[int, ...]) -> tuple[PieceCell, ...]:
    first, *rest = cells
    return (_cell(first, "held" if first in (12, 2) else "wrong", "13" if first == 11 else ""), *map(_cell, rest))


def _cell(number: int, mark: str = "", suggested: str = "") -> PieceCell:
    return PieceCell(str(number), mark, suggested)
