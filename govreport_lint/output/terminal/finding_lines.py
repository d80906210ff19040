"""One finding as people read it: what, where, the piece of the report, what to do, on what basis."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len

from ...finding import Evidence, Finding, Severity
from ...form import Form
from ...language import Text
from ...report import Report
from ..words.headings import BASIS, DO, SEVERITY_WORDS
from ..words.places import first_words, paper_words, place_words, position_words
from ..words.printable import printable
from ..words.table_pieces import Piece, piece_of
from .drawing.styled import Styled, styled, wrapped
from .drawing.table_drawing import draw
from .drawing.view import View, paragraph
from .excerpt import excerpt_of

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_SIDES = Text("应为：{expected}  现为：{actual}", "expected: {expected}  printed: {actual}")
_COMPARE = Text("对照：", "Compare: ")
_MORE = Text("……另有 {count} 处", "… and {count} more")
_HIDDEN = Text("（另有 {count} 行未列出）", "({count} more rows are not shown)")
_COLON = Text("：", ": ")
_ZEROS = Text("（其余{count}行均为0，未列出）", "(the other {count} rows are all 0 and not shown)")
_BLANK = Text("（空）", "(blank)")
INDENT = 5
_MOST_EVIDENCE = 6


class Sheet(Struct, frozen=True):
    """The report that findings are shown of: its path, its records, its form."""

    path: str
    report: Report
    form: Form


def finding_lines(view: View, sheet: Sheet, finding: Finding) -> Iterator[Styled]:
    """The finding, line by line."""
    yield _title(view, sheet.form, finding)
    near = printable(first_words(finding))
    position = position_words(printable(sheet.path), finding.location, finding.span, view.language, near)
    yield styled(" " * INDENT + position, "dim")
    yield from paragraph(view.words(finding.message), view.width, indent=INDENT)
    yield from _sides(view, finding)
    yield from _piece(view, sheet, finding)
    yield from paragraph(view.words(finding.suggestion), view.width, indent=INDENT, head=view.say(DO))
    yield from paragraph(view.words(finding.basis), view.width, indent=INDENT, head=view.say(BASIS), style="dim")


def piece_lines(view: View, piece: Piece | None) -> Iterator[Styled]:
    """A piece of a table, and how much of it is not shown."""
    if piece is None:
        return
    yield from draw(piece, view, INDENT + 2)
    if piece.hidden:
        words = view.say(_ZEROS if piece.only_zeros else _HIDDEN, count=piece.hidden)
        yield from paragraph(words, view.width, indent=INDENT + 2)


def _title(view: View, form: Form, finding: Finding) -> Styled:
    head = f"{view.say(SEVERITY_WORDS[finding.severity])} {finding.code}  "
    place = place_words(form, finding.place, view.language, view.width - cell_len(head))
    return styled(head, SEVERITY_STYLES[finding.severity]).append(place, "bold not dim default")


def _sides(view: View, finding: Finding) -> Iterator[Styled]:
    """Both sides of what was compared, unless the message has said them."""
    if finding.expected is None or finding.actual is None:
        return
    if finding.actual and finding.actual in view.words(finding.message):
        return
    words = view.say(_SIDES, expected=finding.expected, actual=finding.actual or view.say(_BLANK))
    yield from paragraph(words, view.width, indent=INDENT)


def _piece(view: View, sheet: Sheet, finding: Finding) -> Iterator[Styled]:
    """The piece of the table; for prose the sentence and the values that it was compared with."""
    if finding.place.table is not None:
        yield from piece_lines(view, piece_of(sheet.report, sheet.form.table(finding.place.table), finding))
    else:
        excerpt = excerpt_of(finding, 2 * (view.width - INDENT - 2))
        if excerpt is not None and excerpt.marked not in view.words(finding.message):
            for line in wrapped(excerpt.styled(), view.width - INDENT - 2):
                yield styled(" " * (INDENT + 2)).append_line(line)
    yield from _evidence(view, sheet.form, finding)


def _evidence(view: View, form: Form, finding: Finding) -> Iterator[Styled]:
    """What the finding was compared with and the piece does not show: values of other tables and sections."""
    others = [item for item in finding.evidence if _elsewhere(item, finding)]
    for number, item in enumerate(others[:_MOST_EVIDENCE]):
        head = view.say(_COMPARE)
        value = printable(item.value) or view.say(_BLANK)
        paper = paper_words(item, view.language)
        room = max(20, view.width - INDENT - cell_len(head) - cell_len(paper) - cell_len(value) - 2)
        words = f"{paper}{place_words(form, item.place, view.language, room)}{view.say(_COLON)}{value}"
        shown = head if not number else " " * cell_len(head)
        yield from paragraph(words, view.width, indent=INDENT, head=shown)
    if len(others) > _MOST_EVIDENCE:
        yield from paragraph(view.say(_MORE, count=len(others) - _MOST_EVIDENCE), view.width, indent=INDENT)


def _elsewhere(item: Evidence, finding: Finding) -> bool:
    if not item.is_own:
        return True
    if item.place.table is None or finding.place.table is None:
        return item.place != finding.place
    return item.place.table != finding.place.table
