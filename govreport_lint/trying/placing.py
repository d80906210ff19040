"""Placing the pieces of a rule's example into the standard report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..form import Form, TableForm
from ..language import Text
from ..report import Figure
from ..rulebook.pages import Replacement

Figures = Callable[[str], tuple[Form, tuple[Figure, ...]]]
"""The form of a report and the figures of its tables, with their places in its text."""

_SECTION = r"^## {number}、.*?(?=^## |\Z)"
_SIGNATURE = re.compile(r"(?<=\n)[^\n|#]+\n\n\d{4}年\d+月\d+日\n?\Z")
_NO_PLACE = Text("标准报告里没有这个位置", "the standard report has no such place")
_NO_CELL = Text(
    "没有这一格，应写作“cell 行.列”，如 cell 新收.总计", "no such cell; write “cell 行.列”, as cell 新收.总计"
)


class PlacingError(ValueError):
    """A piece of an example names a place that the standard report does not have; ``reason`` says so in words."""

    def __init__(self, target: str, reason: Text) -> None:
        self.reason = Text(f"{reason.zh}：{target}", f"{reason.en}: {target}")
        super().__init__(self.reason.en)


def place(report: str, fragments: Iterable[Replacement], paper: str = "report", figures: Figures | None = None) -> str:
    """The report with each piece in the place that it names; raises ``PlacingError`` for a place it has not.

    Only those for this ``paper`` are placed. ``figures`` finds the cells, where pieces name such.
    """
    for fragment in fragments:
        if fragment.paper == paper:
            report = _placed(report, fragment.replaces, fragment.text.strip("\n"), figures)
    return report


def _placed(report: str, target: str, text: str, figures: Figures | None) -> str:
    kind, _, name = target.partition(" ")
    if kind == "everything":
        return text + "\n"
    if kind == "cell" and figures:
        return _cell(report, name.strip(), text, figures)
    if kind == "section":
        return _sub(re.compile(_SECTION.format(number=re.escape(name)), re.S | re.M), report, text + "\n\n", target)
    if kind == "signature":
        return _sub(_SIGNATURE, report, text + "\n", target)
    if kind == "title":
        return _sub(re.compile(r"^# .*$", re.M), report, text, target)
    if kind == "preamble":
        return _sub(re.compile(r"(?<=\n\n)本报告依据.*?(?=\n\n## )", re.S), report, text, target)
    if kind == "paragraph":
        return _sub(re.compile(rf"^{re.escape(name)}.*$", re.M), report, text, target)
    if kind == "row":
        cell = rf"^\|(?:[^|\n]*\|)*? *{re.escape(name)} *\|.*$"
        return _sub(re.compile(cell, re.M), report, text, target)
    raise PlacingError(target, _NO_PLACE)


def _sub(pattern: re.Pattern[str], report: str, text: str, target: str) -> str:
    changed, count = pattern.subn(lambda _match: text, report, count=1)
    if not count:
        raise PlacingError(target, _NO_PLACE)
    return changed


def _cell(report: str, name: str, text: str, figures: Figures) -> str:
    """The report with another text in the cell that the official words name: ``新收.总计``."""
    form, cells = figures(report)
    row, _, column = name.partition(".")
    found = [keys for table in form.tables if (keys := _keys(table, row.strip(), column.strip()))]
    for figure in cells:
        at = figure.location
        if (figure.table, figure.row, figure.column) in found and at.start is not None and at.end is not None:
            return report[: at.start] + text + report[at.end :]
    raise PlacingError(f"cell {name}", _NO_CELL)


def _keys(table: TableForm, row: str, column: str) -> tuple[str, str, str] | None:
    rows = [one.key for one in table.rows if one.short == row]
    columns = [one.key for one in table.columns if one.short == column]
    return (table.key, rows[0], columns[0]) if rows and columns else None
