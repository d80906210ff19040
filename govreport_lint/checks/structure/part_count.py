"""Kind ``part-count``: 「由六部分组成」 against the sections that the report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...finding import Place
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject
from .heading_numbers import numbered_titles

_STATED = re.compile(r"([一二三四五六七八九十]|1?\d)\s*(?:个|大)?\s*(?:部分|章)")
_REPORT = re.compile(r"报告|全文|内容")
_MAKES_UP = re.compile(r"组成|构成|包括|分为|共|等|包含|涵盖")
_CHINESE = "一二三四五六七八九十"


def check(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """The number of parts that the introduction states is the number of sections.

    Where sections of the form are missing, that is the fault; the six parts stated are then right.
    """
    report = subject.report
    own = len(report.sections)
    if not own:
        return
    others = len(numbered_titles(report))
    for number, passage in passages(report):
        if number not in (None, 1):
            continue
        for offset, sentence in sentences(passage):
            match = _STATED.search(sentence)
            if not match or not _REPORT.search(sentence) or not _MAKES_UP.search(sentence):
                continue
            stated = _CHINESE.index(match[1]) + 1 if match[1] in _CHINESE else int(match[1])
            if stated in (own, own + others, len(subject.form.sections)) and not (
                stated == len(subject.form.sections) < own
            ):
                yield Passed(Place(number))
                continue
            at = offset + match.start()
            yield Failed(
                place=Place(number),
                location=passage.locate(at, offset + match.end()),
                quote=match[0],
                values={"stated": match[0], "found": str(own + others)},
                expected=str(own + others),
                actual=str(stated),
            )
            return


KIND = Kind(
    name="part-count",
    options=NoOptions,
    check=check,
    says=("found", "stated"),
    needs=(Need.TEXT,),
)
