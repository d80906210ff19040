"""A blank report in the official form of its year: what it says, before it is written in any file format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..form import Form
from ..rulebook.forms import form_of_year
from .blank_tables import Grid, Key, table_grid

# Left in a report these words are found by the rule on template text, so no part is forgotten.
_TO_WRITE = "（文字描述）"
_OVERVIEW = (
    "（一）主动公开情况。", "（二）依申请公开情况。", "（三）政府信息管理情况。", "（四）政府信息公开平台建设情况。",
    "（五）监督保障情况。",
)  # fmt: skip
_PROSE = {
    1: tuple(part + _TO_WRITE for part in _OVERVIEW),
    5: (f"存在的主要问题：{_TO_WRITE}", f"改进情况：{_TO_WRITE}"),
    6: ("（文字描述，收取信息处理费情况在此处报告。）",),
}
_NUMERALS = "一二三四五六七八九十"


class Blank(Struct, frozen=True):
    """The report: its title, its opening, its sections, who signs it and when."""

    title: str
    preamble: str
    sections: tuple[BlankSection, ...]
    signature: tuple[str, str]


class BlankSection(Struct, frozen=True):
    """A section: its title with its number, its paragraphs, its table."""

    title: str
    paragraphs: tuple[str, ...]
    grid: Grid | None = None


def blank_report(organ: str, year: int, carried: Mapping[str, str] | None = None) -> Blank:
    """The blank report of a public body for a year, every figure 0.

    ``carried`` are last year's 结转下年度 by column, as printed; they become this year's 上年结转. So that the form
    balances before a figure is filled in, nothing is handled yet and they stand in 结转下年度 too.
    """
    form = form_of_year(year)
    figures: dict[Key, str] = {}
    for column, printed in (carried or {}).items():
        figures["applications", "carried_in", column] = printed
        figures["applications", "carried_out", column] = printed
    preamble = (
        "本报告依据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》"
        f"（{form.basis}）编制。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )
    sections = tuple(_sections(form, figures))
    signature = (organ, f"{year + 1}年  月  日")
    return Blank(f"{organ}{year}年政府信息公开工作年度报告", preamble, sections, signature)


def _sections(form: Form, figures: Mapping[Key, str]) -> Iterator[BlankSection]:
    grids = {table.section: table_grid(table, figures) for table in form.tables}
    for section in form.sections:
        title = f"{_NUMERALS[section.number - 1]}、{section.title}"
        yield BlankSection(title, _PROSE.get(section.number, ()), grids.get(section.number))
