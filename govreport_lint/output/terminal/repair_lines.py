"""One cause as people read it: the equations that fail together, and the cells whose correction mends them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ...finding import Finding, Repair
from ...form import Form
from ...language import Text
from ..words.causes import Remark
from ..words.headings import BASIS, DO, NOTE, SEVERITY_WORDS
from ..words.places import place_words, position_words
from ..words.printable import printable
from ..words.repairs import RepairWords, repair_place, repair_words
from ..words.table_pieces import piece_of_repair
from .drawing.styled import Styled, styled
from .drawing.view import View, paragraph
from .finding_lines import INDENT, SEVERITY_STYLES, Sheet, piece_lines

_FAILING = Text("下列 {count} 个问题出于一处原因：", "{count} findings have one reason:")


def cause_lines(view: View, sheet: Sheet, remark: Remark, repair: Repair) -> Iterator[Styled]:
    """The findings of one cause together, then how it can be mended."""
    yield _title(view, sheet.form, remark.findings, repair)
    position = position_words(printable(sheet.path), remark.location, remark.span, view.language)
    yield styled(" " * INDENT + position, "dim")
    yield from _messages(view, remark.findings)
    table = sheet.form.table(repair.table)
    yield from piece_lines(view, piece_of_repair(sheet.report, table, repair, remark.findings))
    words = repair_words(sheet.form, repair, view.language, view.width // 2, explains=bool(remark.findings))
    yield from _answers(view, words)
    for note in words.notes:
        yield from paragraph(note, view.width, indent=INDENT, head=view.say(NOTE))
    yield from paragraph(words.advice, view.width, indent=INDENT, head=view.say(DO))
    for basis in dict.fromkeys(finding.basis for finding in remark.findings):
        yield from paragraph(view.words(basis), view.width, indent=INDENT, head=view.say(BASIS), style="dim")


def _title(view: View, form: Form, findings: Sequence[Finding], repair: Repair) -> Styled:
    place = repair_place(form, repair)
    if not findings:
        return styled(place_words(form, place, view.language, view.width), "bold")
    gravest = min((finding.severity for finding in findings), key=lambda severity: severity.rank)
    codes = " ".join(dict.fromkeys(finding.code for finding in findings))
    head = f"{view.say(SEVERITY_WORDS[gravest])} {codes}  "
    words = place_words(form, place, view.language, view.width - cell_len(head))
    return styled(head, SEVERITY_STYLES[gravest]).append(words, "bold not dim default")


def _messages(view: View, findings: Sequence[Finding]) -> Iterator[Styled]:
    """What fails; of several findings each with its code."""
    if len(findings) > 1:
        yield from paragraph(view.say(_FAILING, count=len(findings)), view.width, indent=INDENT)
    for finding in findings:
        head = f"{finding.code} " if len(findings) > 1 else ""
        indent = INDENT + 2 if head else INDENT
        yield from paragraph(view.words(finding.message), view.width, indent=indent, head=head)


def _answers(view: View, words: RepairWords) -> Iterator[Styled]:
    """Every answer, each on lines of its own; of several each with its number."""
    if words.head:
        yield from paragraph(words.head, view.width, indent=INDENT)
    for number, answer in enumerate(words.answers, start=1):
        head = f"{number}. " if len(words.answers) > 1 else ""
        for at, cell in enumerate(answer):
            yield from paragraph(cell, view.width, indent=INDENT + 2, head=" " * cell_len(head) if at else head)
    if words.hidden:
        yield from paragraph(words.hidden, view.width, indent=INDENT + 2)
