"""``govreport-lint template``: a blank report in the official form, 上年结转 filled from last year's."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from .. import api
from ..errors import ReadError
from ..language import Text
from ..output.words.printable import printable
from ..output.words.problems import Problem
from ..report import Report, State
from ..template.blank_report import Blank, blank_report
from .console.statuses import CLEAN, FAULT
from .paths.destination import write_bytes
from .paths.inputs import tell

_OTHER_YEAR = Text(
    "{path} 是 {year} 年度的年报，不是 {wanted} 年度的：请核实上年结转",
    "{path} is the report for {year}, not {wanted}: check what is carried in",
)
_OTHER_ORGAN = Text(
    "{path} 是“{organ}”的年报：请核实上年结转", "{path} is the report of {organ}: check what is carried in"
)
_UNREAD = Text(
    "{path} 的结转下年度有 {count} 列没有读出整数，已按空白填写：请手工补填上年结转",
    "{path} gives no whole number in {count} columns of what is carried over; they are left blank",
)


def template(*, organ: str, year: int, previous: str | None, output: str, language: str, force: bool) -> int:
    """Write the blank report; returns the exit status."""
    writer = _writer(output)
    if not organ.strip():
        raise click.UsageError("--organ 要写机关全称，如 示例县示范镇人民政府（the full name of the public body）")
    if Path(output).exists() and not force:
        raise click.UsageError(f"-o {output}：已有这个文件，要覆盖请加 --force（exists; use --force to replace it）")
    carried = None
    if previous is not None:
        try:
            report = api.extract(api.read(previous))
        except ReadError as error:
            tell(language)(Problem(previous, Text(error.reason, error.english)))
            return FAULT
        carried = _carried(report)
        for remark in _remarks(previous, report, carried, organ=organ.strip(), year=year, language=language):
            print(printable(remark), file=sys.stderr)
    blank = blank_report(organ.strip(), year, carried)
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    write_bytes(output, writer(blank), (previous,) if previous else ())
    return CLEAN


def _writer(output: str) -> Callable[[Blank], bytes]:
    suffix = Path(output).suffix.lower()
    if suffix == ".docx":
        from ..template.blank_docx import blank_docx

        return blank_docx
    if suffix in (".html", ".htm"):
        from ..template.blank_html import blank_html

        return lambda blank: blank_html(blank).encode()
    if suffix == ".md":
        from ..template.blank_markdown import blank_markdown

        return lambda blank: blank_markdown(blank).encode()
    raise click.UsageError(f"-o {output}：只能写成 .docx、.html 或 .md（must be one of these）")


def _carried(report: Report) -> dict[str, str]:
    """Last year's 结转下年度 by column; what is no whole number is left blank, never taken for 0."""
    figures = [each for each in report.figures if (each.table, each.row) == ("applications", "carried_out")]
    known = (State.NUMBER, State.ZERO)
    return {
        each.column: str(each.value) if each.state in known and isinstance(each.value, int) else "" for each in figures
    }


def _remarks(path: str, report: Report, carried: dict[str, str], *, organ: str, year: int, language: str) -> list[str]:
    """What has to be looked at before the figures are believed."""
    said = []
    if report.year is not None and report.year != year - 1:
        said.append(_OTHER_YEAR.in_language(language).format(path=path, year=report.year, wanted=year - 1))
    if report.organ and not (report.organ in organ or organ in report.organ):
        said.append(_OTHER_ORGAN.in_language(language).format(path=path, organ=report.organ))
    unread = sum(not printed for printed in carried.values()) if carried else 7
    if unread:
        said.append(_UNREAD.in_language(language).format(path=path, count=unread))
    return said
