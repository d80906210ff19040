"""Kind ``copied-text``: the prose of last year's report again, or that of some of its sections.

重复率 is that of ``likeness``: numbers, years and names masked, the phrases that every report has left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...document import Location
from ...finding import Evidence, Place
from ...language import Text
from ...likeness.alike import AlikePassage, Likeness
from ...personal_numbers import masked
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import nearest_place
from ..subject.subject import Subject
from .two_years import last_report

_WITHOUT_RAPIDFUZZ = Text(
    '比对文字需要另外安装组件：pip install "govreport-lint[audit]"',
    'comparing texts needs another package: pip install "govreport-lint[audit]"',
)
_SHORT = Text(
    "{whose}可比对的文字只有 {letters} 字，不足 {least} 字，不作判断",
    "{whose} has only {letters} characters that can be compared; from {least} on they are",
)
_OWN, _OTHER = Text("本报告", "this report"), Text("上年年报", "last year's report")
_NUMBERS_TOO = Text("，其中的数字也相同", ", and so are the figures in them")
_SECTIONS = (1, 5, 6)
# So many passages are shown side by side, the longest first, each with so many characters.
_SHOWN, _LONGEST = 3, 120


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``doubt``: the share (0 to 1) of copied characters from which a report is told of, ``copied``: from which in the
    wording ``copied``; ``least``: how many characters have to be there that can be compared; ``sections``: the numbers
    of those that are compared, all that count where there is none."""

    doubt: float
    least: int
    copied: float = 1.1
    sections: tuple[int, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Compare the two texts once."""
    place = Place(options.sections[0]) if len(options.sections) == 1 else Place()
    measured = _likeness(subject, options)
    if measured is None:
        yield NotAssessable(place, _WITHOUT_RAPIDFUZZ)
        return
    reason = _too_short(measured, last_report(subject), options)
    if reason:
        yield NotAssessable(place, reason)
    elif measured.share < options.doubt:
        yield Passed(place)
    else:
        yield _failure(subject.report, measured, options)


def _likeness(subject: Subject, options: Options) -> Likeness | None:
    """What the text shares with last year's; None where what measures it is not installed."""
    if subject.beside and subject.beside.repeated is not None and not options.sections:
        return subject.beside.repeated
    own, other = (_only(report, options.sections) for report in (subject.report, last_report(subject)))
    try:
        from ...likeness.comparison import compare

        return compare(own, other, (), label="previous")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "rapidfuzz":
            raise
        return None


def _only(report: Report, sections: Sequence[int]) -> Report:
    if not sections:
        return report
    return replace(report, sections=tuple(section for section in report.sections if section.number in sections))


def _too_short(measured: Likeness, other: Report, options: Options) -> Text | None:
    """Which of the two texts is too short to be compared; a file of tables has none."""
    counted = (section for section in other.sections if section.number in (options.sections or _SECTIONS))
    theirs = sum(len(passage.text) for section in counted for passage in section.paragraphs)
    for whose, letters in ((_OWN, measured.letters), (_OTHER, theirs)):
        if letters < options.least:
            values = {"letters": letters, "least": options.least}
            return _SHORT.filled(whose=whose, **values)
    return None


def _failure(report: Report, measured: Likeness, options: Options) -> Failed:
    longest = sorted(measured.passages, key=lambda passage: -len(passage.own))[:_SHOWN]
    section = longest[0].section if longest else None
    return Failed(
        place=Place(section),
        location=_location(report, longest[0] if longest else None),
        # What is meant is a share of the whole text: it has no sentence.
        quote="",
        values={
            "share": str(int(100 * measured.share)),
            "letters": str(measured.letters),
            "shared": str(measured.shared),
            "numbers": _NUMBERS_TOO if measured.numbers_too else Text("", ""),
        },
        evidence=tuple(item for passage in longest for item in _side_by_side(passage)),
        wording="copied" if measured.share >= options.copied else None,
    )


def _side_by_side(passage: AlikePassage) -> tuple[Evidence, Evidence]:
    place = Place(passage.section)
    return Evidence(place, _short(passage.own)), Evidence(place, _short(passage.other), "previous")


def _short(text: str) -> str:
    line = masked(" ".join(text.split()))
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _location(report: Report, passage: AlikePassage | None) -> Location:
    """Where a passage stands; its first line counts, it may run over several paragraphs."""
    if passage is None:
        return nearest_place(report, 1)
    section = report.section(passage.section)
    first = passage.own.strip().partition("\n")[0]
    for paragraph in section.paragraphs if section else ():
        at = paragraph.text.find(first)
        if at >= 0:
            return paragraph.locate(at, at + len(first))
    return section.location if section else nearest_place(report, passage.section)


KIND = Kind(
    name="copied-text",
    options=Options,
    check=check,
    says=("letters", "numbers", "share", "shared"),
    wordings={"copied": None},
    needs=(Need.TEXT, Need.PREVIOUS),
)
