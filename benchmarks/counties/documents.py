"""A made-up report as the product's own Word file."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from govreport_lint.checks.subject.cell_values import Cell
from govreport_lint.rulebook.forms import load_form
from govreport_lint.template.blank_docx import blank_docx
from govreport_lint.template.blank_report import Blank, BlankSection
from govreport_lint.template.blank_tables import table_grid

_NUMERALS = "一二三四五六"


class Draft(Struct, frozen=True, kw_only=True):
    """A report before it is written: ``figures`` as printed, ``title`` where it is not the usual one."""

    organ: str
    year: int
    figures: dict[Cell, str]
    overview: tuple[str, ...]
    problems: tuple[str, ...]
    others: tuple[str, ...]
    signed: str
    form: str = "2021"
    title: str = ""


def as_docx(draft: Draft) -> bytes:
    """The report as the bytes of a .docx file."""
    return blank_docx(_blank(draft))


def as_text(draft: Draft) -> str:
    """The report as Markdown with tables in HTML."""
    from govreport_lint.template.blank_markdown import blank_markdown

    return blank_markdown(_blank(draft))


def _blank(draft: Draft) -> Blank:
    form = load_form(draft.form)
    prose: dict[int, Sequence[str]] = {1: draft.overview, 5: draft.problems, 6: draft.others}
    grids = {table.section: table_grid(table, draft.figures) for table in form.tables}
    sections = tuple(
        BlankSection(
            f"{_NUMERALS[section.number - 1]}、{section.title}",
            tuple(prose.get(section.number, ())),
            grids.get(section.number),
        )
        for section in form.sections
    )
    preamble = (
        f"本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（{form.basis}）编制。"
        f"本报告所列数据的统计期限自{draft.year}年1月1日起至{draft.year}年12月31日止。"
    )
    title = draft.title or f"{draft.organ}{draft.year}年政府信息公开工作年度报告"
    return Blank(title, preamble, sections, (draft.organ, draft.signed))
