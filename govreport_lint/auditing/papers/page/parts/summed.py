"""汇总核对: the county's cells against the sums of the units, the differing ones first, with who contributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from .....form import Form
from .....output.page.markup import Markup, el
from .....output.page.signs import shape
from .....output.words.places import column_words, row_words, table_words
from ....audited import Audit, Audited, Explanation, Move, SummedCell, Sums, Verdict
from ...told import called
from ..part import Part
from ..signs import signed, written
from ..titles import Titles

# Of a city with a thousand units the largest are told one by one.
_MOST = 100
_SHAPES = {Verdict.EQUAL: "pass", Verdict.LESS: "error", Verdict.MORE: "error", Verdict.UNKNOWN: "none"}


def summed(audit: Audit, titles: Titles) -> Part | None:
    """The section; None where there is nothing to sum."""
    sums = audit.sums
    form = titles.form_of(sums.form) if sums else None
    if sums is None or form is None:
        return None
    units = [one for one in audit.units if called(one) in sums.counted]
    by_verdict = {verdict: [cell for cell in sums.cells if cell.verdict is verdict] for verdict in Verdict}
    differing = [*by_verdict[Verdict.LESS], *by_verdict[Verdict.MORE]]
    told = [_lead(sums, by_verdict), *(_explanation(one, form) for one in sums.explanations)]
    listed = _list(differing, units, form) if differing else None
    folded = (_folded(verdict, by_verdict[verdict], units, form) for verdict in (Verdict.UNKNOWN, Verdict.EQUAL))
    return Part("sums", "汇总核对", (*told, listed, *folded))


def _lead(sums: Sums, by_verdict: Mapping[Verdict, list[SummedCell]]) -> Markup:
    missing = f"没有计入的单位：{'、'.join(sums.missing)}。" if sums.missing else ""
    counts = "，".join(f"{verdict} {len(cells)}" for verdict, cells in by_verdict.items() if cells)
    return el("p", f"计入 {len(sums.counted)} 个单位，核对 {len(sums.cells)} 格：{counts}。{missing}", class_="lead")


def _explanation(explanation: Explanation, form: Form) -> Markup:
    table = table_words(form.table(explanation.table), "zh") if explanation.table else "全部表"
    ties = "；或者".join(_moves(tie) for tie in explanation.ties)
    return el(
        "p",
        el("b", table),
        f"的差额可以这样解释：{_moves(explanation.moves)}，说明 {explanation.cells} 格。",
        el("span", f"同样说得通：{ties}。") if ties else None,
        "请核实。",
        class_="explanation",
    )


def _moves(moves: tuple[Move, ...]) -> str:
    return "，并".join(f"疑{move.kind}“{move.unit}”" for move in moves)


def _list(cells: Iterable[SummedCell], units: list[Audited], form: Form) -> Markup:
    names = ("位置", "县级报告", "各单位合计", "差额", "判定")
    head = el("p", *(el("span", name) for name in names), class_="sum-head", aria_hidden="true")
    return el("div", head, *(_cell(cell, units, form) for cell in cells), class_="card")


def _cell(cell: SummedCell, units: list[Audited], form: Form) -> Markup:
    table = form.table(cell.table)
    what = f"{row_words(table, cell.row, 'zh', brief=True)} · {column_words(table, cell.column, 'zh', brief=True)}"
    difference = None if cell.printed is None else cell.printed - cell.total
    summary = el(
        "summary",
        el("span", el("b", what), el("span", table.name, class_="where"), class_="what"),
        _figure("县级报告", "—" if cell.printed is None else written(cell.printed)),
        _figure("各单位合计", written(cell.total)),
        _figure("差额", "" if difference is None else signed(difference)),
        el("span", shape(_SHAPES[cell.verdict]), cell.verdict, class_=f"sign {_SHAPES[cell.verdict]}"),
    )
    return el("details", summary, el("div", *_contributions(cell, units, form), class_="body"), class_="item sum")


def _figure(name: str, value: str) -> Markup:
    return el("span", el("span", f"{name} ", class_="unseen"), value, class_="figure", data_label=name)


def _contributions(cell: SummedCell, units: list[Audited], form: Form) -> Iterator[Markup]:
    """The units whose figure is not 0, the largest first; then who is missing in the sum and who cannot be used."""
    held = sorted(_held(cell, units, form), key=lambda pair: -pair[1])
    if held:
        chips = [el("li", el("b", name), written(number)) for name, number in held[:_MOST]]
        rest = held[_MOST:]
        if rest:
            chips.append(el("li", f"另有 {len(rest)} 个单位，合计 ", written(sum(number for _, number in rest))))
        yield el("ul", *chips, class_="chips")
    else:
        yield el("p", "没有单位填报大于 0 的数。", class_="told")
    for words, names in (("没有计入的单位", cell.missing), ("空白或不可读", cell.unusable)):
        if names:
            yield el("p", f"{words}：{'、'.join(names)}", class_="told")


def _held(cell: SummedCell, units: list[Audited], form: Form) -> Iterator[tuple[str, int | Decimal]]:
    for unit in units:
        values = unit.entry.values if unit.entry else None
        if values is None or values.form != form.key:
            continue
        number = values.number(form, (cell.table, cell.row, cell.column))
        if number:
            yield called(unit), number


def _folded(verdict: Verdict, cells: list[SummedCell], units: list[Audited], form: Form) -> Markup | None:
    """Cells that nobody need look at first, folded; those of zeros are only counted."""
    if not cells:
        return None
    telling = [cell for cell in cells if cell.total or cell.printed]
    zeros = len(cells) - len(telling)
    note = el("p", f"另有 {zeros} 格两边都是 0。", class_="told") if zeros else None
    summary = el("summary", el("span", f"{verdict}的 {len(cells)} 格", class_="what"))
    return el("details", summary, _list(telling, units, form) if telling else None, note, class_="folded")
