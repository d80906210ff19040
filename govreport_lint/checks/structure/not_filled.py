"""Kind ``not-filled-in``: the blank official form, handed in as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...report import Report, State
from ...rulebook.kinds import Kind, Need, RowKey, RuleCode, TableKey
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject
from .residue import residues

# What the form itself prints above what is to be written: （一）主动公开情况。, 存在的主要问题：
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]{0,2}[）)、.．]?[^。，；]{0,24}[。：:]?")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``sections``: those of prose; ``residue``: the rule that knows the words of a template; ``carried``: the rows of
    ``table`` that a blank form may take over from last year's report."""

    sections: tuple[int, ...]
    residue: RuleCode
    table: TableKey
    carried: tuple[RowKey, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Nothing is written but words of a template, and no figure but 0 is entered."""
    report = subject.report
    words = subject.options_of(options.residue)
    found = [
        (passage, residues(passage.text, words))
        for section in report.sections
        if section.number in options.sections
        for passage in section.paragraphs
    ]
    left = [(passage, spans[0]) for passage, spans in found if spans]
    if (
        words is None
        or not left
        or _figures(report, options)
        or any(_is_written(passage, spans) for passage, spans in found)
    ):
        yield Passed(Place())
        return
    passage, span = left[0]
    yield Failed(place=Place(), location=passage.locate(*span), quote=passage.text[slice(*span)], values={})


def _figures(report: Report, options: Options) -> bool:
    return any(
        figure.state in (State.NUMBER, State.TEXT) for figure in report.figures if figure.row not in options.carried
    )


def _is_written(passage: Passage, spans: list[tuple[int, int]]) -> bool:
    """Whether a paragraph says anything of its own: more than a heading of the form, no words of a template."""
    return not spans and not _HEADING.fullmatch(passage.text.strip())


KIND = Kind(
    name="not-filled-in",
    options=Options,
    check=check,
    needs=(Need.TEXT,),
    decisive=True,
)
