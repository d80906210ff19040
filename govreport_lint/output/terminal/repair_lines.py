"""One cause as people read it: the equations that fail together, and the cells whose correction mends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ...finding import Change, Finding, Place, Repair
from ...form import Form
from ...language import Text
from ..words.causes import Remark
from ..words.headings import BASIS, DO, SEVERITY_WORDS
from ..words.places import place_words, position_words
from ..words.printable import printable
from .drawing.styled import Styled, styled
from .drawing.table_piece import piece_of_repair
from .drawing.view import View, paragraph
from .finding_lines import INDENT, SEVERITY_STYLES, Sheet, piece_lines

_FAILING = Text("下列 {count} 个问题出于一处原因：", "{count} findings have one reason:")
_ONLY = Text("改法（只有这一种）：", "Only this answer: ")
_ONE_OF = Text("下列 {count} 种改法之一，请对照台账核实：", "One of these {count} answers; check your records:")
_ONE_OF_MANY = Text("改法很多，下列是其中 {count} 种：", "There are many answers; {count} of them:")
_FILL = Text("未填的单元格（由勾稽关系推出，只有这一种填法）：", "Blank cells (the equations leave only this): ")
_CHANGE = Text("{place}：现为 {printed}，改为 {suggested} 即平", "{place}: {printed}, would balance as {suggested}")
_FILLED = Text("{place}：空，填 {suggested} 即平", "{place}: blank, would balance as {suggested}")
_HIDDEN = Text("……另有 {count} 种", "… and {count} more")
_MORE_CELLS = Text("……另有 {count} 个单元格", "… and {count} more cells")
_CHECK = Text(
    "请对照台账核实上列单元格，确系填错的再改；数字由机关核定，程序不代改。",
    "Check these cells against your records and correct what is wrong; the figures are yours to settle.",
)
_CHECK_FILLED = Text("请对照台账核实后补填。", "Check against your records and fill in.")
_NOTE = Text("提示：", "Note: ")
_MOST_ANSWERS = 6
_MOST_CELLS = 8


def cause_lines(view: View, sheet: Sheet, remark: Remark, repair: Repair) -> Iterator[Styled]:
    """The findings of one cause together, then how it can be mended."""
    yield _title(view, sheet.form, remark.findings, repair)
    position = position_words(printable(sheet.path), remark.location, remark.span, view.language)
    yield styled(" " * INDENT + position, "dim")
    yield from _messages(view, remark.findings)
    table = sheet.form.table(repair.table)
    yield from piece_lines(view, piece_of_repair(sheet.report, table, repair, remark.findings))
    yield from _answers(view, sheet.form, remark.findings, repair)
    for reason in repair.reasons:
        yield from paragraph(view.words(reason), view.width, indent=INDENT, head=view.say(_NOTE))
    check = view.say(_CHECK if remark.findings else _CHECK_FILLED)
    yield from paragraph(check, view.width, indent=INDENT, head=view.say(DO))
    for basis in dict.fromkeys(finding.basis for finding in remark.findings):
        yield from paragraph(view.words(basis), view.width, indent=INDENT, head=view.say(BASIS), style="dim")


def _title(view: View, form: Form, findings: Sequence[Finding], repair: Repair) -> Styled:
    place = _place(form, repair)
    if not findings:
        return styled(place_words(form, place, view.language, view.width), "bold")
    gravest = min((finding.severity for finding in findings), key=lambda severity: severity.rank)
    codes = " ".join(dict.fromkeys(finding.code for finding in findings))
    head = f"{view.say(SEVERITY_WORDS[gravest])} {codes}  "
    words = place_words(form, place, view.language, view.width - cell_len(head))
    return styled(head, SEVERITY_STYLES[gravest]).append(words, "bold not dim default")


def _place(form: Form, repair: Repair) -> Place:
    """The row and the column that all the cells of all answers share."""
    changes = [change for answer in (repair.cells, *repair.alternatives) for change in answer]
    rows, columns = {change.row for change in changes}, {change.column for change in changes}
    return Place(
        form.table(repair.table).section,
        repair.table,
        rows.pop() if len(rows) == 1 else None,
        columns.pop() if len(columns) == 1 else None,
    )


def _messages(view: View, findings: Sequence[Finding]) -> Iterator[Styled]:
    """What fails; of several findings each with its code."""
    if len(findings) > 1:
        yield from paragraph(view.say(_FAILING, count=len(findings)), view.width, indent=INDENT)
    for finding in findings:
        head = f"{finding.code} " if len(findings) > 1 else ""
        indent = INDENT + 2 if head else INDENT
        yield from paragraph(view.words(finding.message), view.width, indent=indent, head=head)


def _answers(view: View, form: Form, findings: Sequence[Finding], repair: Repair) -> Iterator[Styled]:
    """Every answer, or as many as can be read."""
    answers = (repair.cells, *repair.alternatives) if repair.cells else ()
    if not answers:
        return
    if repair.unique:
        head = _ONLY if findings else _FILL
        yield from paragraph(view.say(head), view.width, indent=INDENT)
        yield from _cells(view, form, repair, repair.cells, "")
        return
    head = _ONE_OF_MANY if repair.more else _ONE_OF
    yield from paragraph(view.say(head, count=len(answers)), view.width, indent=INDENT)
    for number, answer in enumerate(answers[:_MOST_ANSWERS], start=1):
        yield from _cells(view, form, repair, answer, f"{number}. ")
    if len(answers) > _MOST_ANSWERS:
        words = view.say(_HIDDEN, count=len(answers) - _MOST_ANSWERS)
        yield from paragraph(words, view.width, indent=INDENT + 2)


def _cells(view: View, form: Form, repair: Repair, answer: Sequence[Change], number: str) -> Iterator[Styled]:
    """The cells of one answer, its number before the first."""
    for at, change in enumerate(answer[:_MOST_CELLS]):
        head = number if not at else " " * cell_len(number)
        place = Place(None, repair.table, change.row, change.column)
        where = place_words(form, place, view.language, view.width // 2)
        printed = printable(change.printed)
        words = view.say(_CHANGE if printed else _FILLED, place=where, printed=printed, suggested=change.suggested)
        yield from paragraph(words, view.width, indent=INDENT + 2, head=head)
    if len(answer) > _MOST_CELLS:
        words = view.say(_MORE_CELLS, count=len(answer) - _MOST_CELLS)
        yield from paragraph(words, view.width, indent=INDENT + 2 + cell_len(number))
