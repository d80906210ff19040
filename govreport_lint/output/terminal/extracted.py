"""What was understood of a report, for people: sections, the three tables as read, figures in the prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ...document import Document
from ...form import Form, TableForm
from ...language import Text
from ...lines import Lines
from ...report import Figure, Report, State, TableReading
from ...result import Source
from ...rulebook.rulebook import Rulebook
from ..words.places import row_words, section_words, table_words
from ..words.problems import Problem
from ..words.table_pieces import Key
from .drawing.styled import Styled, styled
from .drawing.table_drawing import grid, heads_of, value_words
from .drawing.view import View, open_screen, paragraph
from .findings import header_lines, problem_lines
from .prose_lines import prose_lines

_SECTIONS = Text("章节", "Sections")
_NO_TABLE = Text("没有找到这张表", "this table was not found")
_IMAGE = Text("表格是图片，无法读取", "the table is a picture and cannot be read")
_UNREADABLE = Text("表格无法读取：{reason}", "the table cannot be read: {reason}")
_MISSING = Text("缺少的行：", "missing rows: ")
_STRANGE = Text("格式中没有的行：", "rows that the form does not have: ")
_UNREAD = Text("未能读取的行：", "rows that could not be read: ")
_LINE = Text("第 {line} 行", "line {line}")
_LEGEND = Text(
    "空：空白单元格  缺：没有此单元格  ‹ ›：不是数字（横线、文字等），均不当作 0",
    "[ ]: blank cell  none: no such cell  ‹ ›: not a number (dash, text); none of them is read as 0",
)


class ExtractedWriter:
    """Writes reports as they come."""

    def __init__(self, stream: TextIO, language: str, rulebook: Rulebook) -> None:
        self._screen = open_screen(stream)
        self._view = View(language, self._screen.width)
        self._rulebook = rulebook

    def report(self, document: Document, report: Report) -> None:
        """Write one report."""
        self._screen.lines(*report_lines(self._view, document, report, self._rulebook))

    def problem(self, problem: Problem) -> None:
        """Write a file that could not be read."""
        self._screen.lines(*problem_lines(self._view, problem))

    def close(self) -> None:
        """Nothing follows the last report."""


def report_lines(view: View, document: Document, report: Report, rulebook: Rulebook) -> Iterator[Styled]:
    """One report as understood."""
    form, lines = rulebook.form(report.form), Lines(document.source)
    yield from header_lines(view, Source(document.name, notes=document.notes, part=document.part), report)
    yield from _sections(view, report, lines)
    for table in form.tables:
        yield styled("")
        yield from _table(view, report, form, table)
    yield from paragraph(view.say(_LEGEND), view.width, style="dim")
    yield from prose_lines(view, report, lines, rulebook.patterns.names)
    yield styled("")


def _sections(view: View, report: Report, lines: Lines) -> Iterator[Styled]:
    yield styled("")
    yield styled(view.say(_SECTIONS), "bold")
    for section in report.sections:
        span = lines.span(section.location)
        where = f"  {view.say(_LINE, line=span.line)}" if span else ""
        yield from paragraph(f"{section.number}  {section.title}{where}", view.width, indent=2)


def _table(view: View, report: Report, form: Form, table: TableForm) -> Iterator[Styled]:
    reading = next((reading for reading in report.tables if reading.key == table.key), None)
    yield styled(table_words(table, view.language), "bold")
    if reading is None or not reading.found:
        image = reading is not None and reading.image
        yield from paragraph(view.say(_IMAGE if image else _NO_TABLE), view.width, indent=2, style="red")
        return
    if reading.unreadable:
        words = view.say(_UNREADABLE, reason=view.words(reading.unreadable))
        yield from paragraph(words, view.width, indent=2, style="red")
        return
    if reading.section is not None and reading.section != table.section:
        yield from paragraph(section_words(form, reading.section, view.language), view.width, indent=2)
    yield from _grids(view, report, table)
    yield from _remarks(view, table, reading)


def _grids(view: View, report: Report, table: TableForm) -> Iterator[Styled]:
    """One grid, or one for each block of 表二."""
    figures = {(f.row, f.column): f for f in report.figures if f.table == table.key}
    rows = [row.key for row in table.rows if any(key[0] == row.key for key in figures)]
    columns = tuple(column.key for column in table.columns)
    parts = [(block.rows, block.columns) for block in table.blocks] or [(tuple(rows), columns)]
    for part_rows, part_columns in parts:
        shown = [row for row in part_rows if row in rows]
        if shown:
            yield from _grid(view, table, shown, part_columns, figures)


def _grid(
    view: View, table: TableForm, rows: list[str], columns: tuple[str, ...], figures: dict[Key, Figure]
) -> list[Styled]:
    heads = heads_of(table, columns, view.language)
    labels: list[str] = []
    cells: list[list[Styled]] = []
    for row, group in zip(rows, _group_heads(table, rows), strict=True):
        if group and view.language != "en":
            labels.append(group)
            cells.append([styled("")] * len(columns))
        labels.append(row_words(table, row, view.language, brief=True))
        cells.append([_value(figures.get((row, column)), view) for column in columns])
    return grid(heads, labels, cells, view.width - 2, 2)


def _group_heads(table: TableForm, rows: list[str]) -> Iterator[str]:
    """For each row the label of the group that begins with it, else nothing."""
    before: str | None = None
    for key in rows:
        group = table.row(key).group
        yield table.group(group).label if group and group != before else ""
        before = group


def _value(figure: Figure | None, view: View) -> Styled:
    words = value_words(figure, view)
    if figure is None or figure.state in (State.NUMBER, State.ZERO):
        return styled(words)
    if figure.state in (State.DASH, State.TEXT):
        return styled(f"‹{words}›", "yellow")
    return styled(words, "yellow")


def _remarks(view: View, table: TableForm, reading: TableReading) -> Iterator[Styled]:
    """Rows that are missing, that the form does not have, or whose cells could not be read."""
    missing = [row_words(table, key, view.language, brief=True) for key in reading.missing_rows]
    strange = [row.label.text for row in reading.rows if row.key is None]
    unread = [f"{row.label.text}（{row.reason}）" for row in reading.rows if row.key and row.reason]
    for head, items in ((_MISSING, missing), (_STRANGE, strange), (_UNREAD, unread)):
        if items:
            yield from paragraph("；".join(items), view.width, indent=2, head=view.say(head), style="yellow")
