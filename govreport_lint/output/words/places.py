"""A place in the office's own words: 章节, 表, 行, 列, with the labels of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from rich.cells import cell_len

from ...document import Location
from ...finding import Evidence, Finding, Place
from ...form import Form, Label, Row, TableForm
from ...language import Text
from ...lines import Span
from .printable import printable
from .wrapping import shortened

SEPARATOR = " · "
Kind = TypeVar("Kind", bound=Label)
_DIGITS = "一二三四五六七八九十"
_NUMBERING = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)")
_REMARK = re.compile(r"（[^（）]{8,}）$")
_WHOLE = Text("全文", "whole report")
_SECTION = Text("{number}、{title}", "Section {arabic}")
_PARAGRAPH = Text("第 {} 段", "paragraph {}")
_NEAR = Text("“{}…”处", "at “{}…”")
_FIRST_WORDS = 14
_PAPERS = {
    "previous": Text("上年年报", "last year's report,"),
    "county": Text("县级年报", "the county's report,"),
    "workbook": Text("汇总表", "the roll-up workbook,"),
}
_PLACED = (
    ("page", Text("第 {} 页", "page {}")),
    ("paragraph", _PARAGRAPH),
    ("table", Text("第 {} 个表格", "table {}")),
    ("row", Text("第 {} 行", "row {}")),
    ("cell", Text("第 {} 格", "cell {}")),
)


def place_words(form: Form, place: Place, language: str, width: int = 80) -> str:
    """The place in words, as full as the width allows."""
    if place.table is None:
        return shortened(section_words(form, place.section, language), width)
    wordings = _wordings(form.table(place.table), place, language)
    return next((words for words in wordings if cell_len(words) <= width), shortened(wordings[-1], width))


def section_words(form: Form, number: int | None, language: str) -> str:
    """``三、收到和处理政府信息公开申请情况``; the whole report where there is no number."""
    if number is None:
        return _WHOLE.in_language(language)
    title = next((section.title for section in form.sections if section.number == number), "")
    return _SECTION.in_language(language).format(number=_DIGITS[number - 1], title=title, arabic=number)


def table_words(table: TableForm, language: str) -> str:
    """``表三 收到和处理政府信息公开申请情况``."""
    return table.name_en if language == "en" else f"{table.name} {table.title}"


def row_words(table: TableForm, key: str, language: str, *, brief: bool = False) -> str:
    """The row's label with its group: ``（三）不予公开 1.属于国家秘密``; brief, number and short name."""
    row = _find(table.rows, key)
    if row is None:
        return key
    if language == "en":
        return row.english
    if brief:
        return row.told or _numbering(row) + row.short
    group = next((group.label for group in table.groups if group.key == row.group), "")
    return f"{group} {_REMARK.sub('', row.label)}".strip()


def column_words(table: TableForm, key: str, language: str, *, brief: bool = False) -> str:
    """The column's label."""
    column = _find(table.columns, key)
    if column is None:
        return key
    if language == "en":
        return column.english
    return column.short if brief else column.label


def position_words(path: str, location: Location, span: Span | None, language: str, near: str = "") -> str:
    """``report.md:41:7``; of formats without lines ``report.docx 第 2 个表格 第 3 行``.

    ``near`` are the first words of the sentence that is meant: nobody can count the paragraphs of a Word file.
    """
    if span:
        return f"{path}:{span.line}:{span.column}"
    found = [(words, getattr(location, name)) for name, words in _PLACED]
    parts = [words.in_language(language).format(value) for words, value in found if value is not None]
    if near and location.paragraph is not None and location.table is None:
        numbered = _PARAGRAPH.in_language(language).format(location.paragraph)
        parts = [_NEAR.in_language(language).format(near) if part == numbered else part for part in parts]
    return " ".join([path, *parts])


def paper_words(evidence: Evidence, language: str) -> str:
    """The paper that a value stands in, before its place: ``上年年报 ``; nothing for the report that is judged."""
    if evidence.is_own:
        return ""
    words = _PAPERS.get(evidence.source)
    return (words.in_language(language) if words else printable(evidence.source)) + " "


def first_words(finding: Finding) -> str:
    """The first words of the sentence that a finding is about, or of what is printed there."""
    context = finding.context
    text = context.before + context.words + context.after if context else finding.quote
    return " ".join(text.split())[:_FIRST_WORDS]


def _wordings(table: TableForm, place: Place, language: str) -> list[str]:
    """The place in fewer and fewer words."""
    full, name = table_words(table, language), table.name_en if language == "en" else table.name
    if place.row is None and place.column is None:
        return [full, name]
    ways = []
    for head, brief in ((full, False), (name, False), (name, True)):
        row = row_words(table, place.row, language, brief=brief) if place.row else ""
        column = column_words(table, place.column, language, brief=brief) if place.column else ""
        ways.append(SEPARATOR.join(part for part in (head, row, column) if part))
    return ways


def _numbering(row: Row) -> str:
    match = _NUMBERING.match(row.label)
    return match.group() if match else ""


def _find(things: Sequence[Kind], key: str) -> Kind | None:
    return next((thing for thing in things if thing.key == key), None)
