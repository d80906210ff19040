"""The findings for people, file by file, on a terminal or as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from ...language import Text
from ...report import Report
from ...result import Result, Source
from ...rulebook.rulebook import Rulebook
from ..run import Run
from ..words.causes import remarks_of
from ..words.problems import Problem, Totals
from ..words.settled import fault_words
from ..words.summary.whose import form_words, organ_words, year_words
from .drawing.styled import Styled, styled
from .drawing.view import View, open_screen, paragraph
from .finding_lines import Sheet, finding_lines
from .repair_lines import cause_lines
from .summary import summary_lines, total_lines

_NOTE = Text("说明：", "Note: ")
_COLON = Text("：", ": ")


class TerminalWriter:
    """Writes each file as it comes, then the totals."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._screen = open_screen(stream, run.colour)
        self._view = View(run.language, self._screen.width)
        self._rulebook = run.rulebook
        self._quiet = run.quiet

    def start(self) -> None:
        """Nothing stands before the first file."""

    def result(self, result: Result) -> None:
        """Write the result of one file; quiet, only where something was found."""
        if result.findings or not self._quiet:
            self._screen.lines(*result_lines(self._view, result, self._rulebook, quiet=self._quiet))

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""
        self._screen.lines(*problem_lines(self._view, problem))

    def close(self, totals: Totals, remarks: tuple[str, ...] = ()) -> None:
        """Write the totals of several files and what was passed over."""
        if not self._quiet:
            self._screen.lines(*total_lines(self._view, totals, remarks))


def result_lines(view: View, result: Result, rulebook: Rulebook, *, quiet: bool = False) -> Iterator[Styled]:
    """One file: who, the findings with their repairs, and unless ``quiet`` the summary."""
    form = rulebook.form(result.report.form)
    sheet = Sheet(result.path, result.report, form)
    yield from header_lines(view, result.source, result.report)
    for fault in fault_words(result):
        yield from paragraph(view.words(fault), view.width, head=view.say(_NOTE))
    yield styled("")
    yield from _body(view, sheet, result)
    if not quiet:
        yield from summary_lines(view, form, result, rulebook)
        yield styled("")


def _body(view: View, sheet: Sheet, result: Result) -> Iterator[Styled]:
    """The findings in their order; those of one cause together, where the first of them stands."""
    for remark in remarks_of(result):
        if remark.repair is None:
            yield from finding_lines(view, sheet, remark.findings[0])
        else:
            yield from cause_lines(view, sheet, remark, remark.repair)
        yield styled("")


def header_lines(view: View, source: Source, report: Report) -> Iterator[Styled]:
    """Which file it is and whose report of which year, in which form."""
    yield from _file_line(view, source.shown)
    language = view.language
    words = "  ".join((organ_words(report, language), year_words(report, language), form_words(report, language)))
    yield from paragraph(words, view.width, style="bold")
    for note in source.notes:
        words = note if isinstance(note, str) else note.in_language(view.language)
        yield from paragraph(words, view.width, head=view.say(_NOTE))


def problem_lines(view: View, problem: Problem) -> Iterator[Styled]:
    """A file without a result."""
    yield from _file_line(view, problem.path)
    head = f"{problem.said.in_language(view.language)}{_COLON.in_language(view.language)}"
    style = "dim" if problem.is_aside else "red"
    yield from paragraph(problem.reason.in_language(view.language), view.width, head=head, style=style)
    yield styled("")


def _file_line(view: View, path: str) -> list[Styled]:
    return paragraph(path, view.width, head="── ", style="bold")
