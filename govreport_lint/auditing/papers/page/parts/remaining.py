"""What else is to be told: the 汇总表 beside the reports, files that were not read, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .....form import Form
from .....output.page.markup import Child, Markup, el
from .....output.words.places import column_words, row_words, table_words
from ....audited import Audit, WorkbookCell, WorkbookCheck
from ..part import Part
from ..signs import signed
from ..titles import Titles

_ROLES = {"current": "本年", "previous": "上年", "county": "县级报告"}


def workbook(audit: Audit, titles: Titles) -> Part | None:
    """The 汇总表 against the reports; None where there was none."""
    check = audit.workbook
    if check is None:
        return None
    form = titles.form_of(audit.sums.form if audit.sums else "")
    names = ("单位", "位置", "汇总表", "年报", "差额", "单元格")
    rows = [_difference(cell, form) for cell in check.cells]
    told = (
        el("p", _lead(check), class_="lead") if check.refused is None else None,
        el("p", f"{check.path} 无法读取：{check.refused.zh}", class_="told") if check.refused else None,
        _table(names, rows) if rows else None,
        _also("没有认定的列", check.unknown),
        _also("只在一边的单位", check.absent),
    )
    return Part("workbook", "汇总表核对", told)


def unread(audit: Audit) -> Part | None:
    """Files without a report, files in no format that can be read, remarks; None where there is nothing to say."""
    rows = [
        (_ROLES[entry.role], entry.path, entry.problem.reason.zh if entry.problem else "没有年报")
        for entry in audit.unread
    ]
    passed_over = "、".join(
        f"{suffix or '没有扩展名'} {count} 个" for suffix, count in sorted(audit.passed_over.items())
    )
    remarks = [el("li", remark.zh) for remark in audit.remarks]
    if not rows and not passed_over and not remarks:
        return None
    told = (
        _table(("给出的是", "文件", "原因"), rows) if rows else el("p", "没有读不了的文件。", class_="told"),
        el("p", f"不是可读格式而略过：{passed_over}", class_="told") if passed_over else None,
        el("ul", *remarks, class_="remarks") if remarks else None,
    )
    return Part("unread", "未读文件和说明", told)


def _lead(check: WorkbookCheck) -> str:
    layout = f"（{check.layout}）" if check.layout else ""
    return f"{check.path}{layout}：与年报核对 {check.compared:,} 格，不一致 {len(check.cells)} 格。"


def _difference(cell: WorkbookCell, form: Form | None) -> Sequence[Child]:
    where = f"{cell.table} · {cell.row} · {cell.column}"
    if form is not None and any(table.key == cell.table for table in form.tables):
        table = form.table(cell.table)
        row, column = row_words(table, cell.row, "zh", brief=True), column_words(table, cell.column, "zh", brief=True)
        where = f"{table_words(table, 'zh').split()[0]} · {row} · {column}"
    apart = "" if cell.difference is None else signed(cell.difference)
    return cell.unit, where, cell.printed, cell.reported, apart, cell.at


def _table(names: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    head = el("tr", *(el("th", name, scope="col") for name in names))
    body = (
        el("tr", *(el("td", value, data_label=name) for name, value in zip(names, row, strict=True))) for row in rows
    )
    table = el("table", el("thead", head), el("tbody", *body), class_="plain-table")
    return el("div", table, class_="card scroll", tabindex="0", role="region", aria_label=names[1])


def _also(words: str, names: Sequence[str]) -> Markup | None:
    return el("p", f"{words}：{'、'.join(names)}", class_="told") if names else None
