"""Kind ``year-mismatch``: the years of title, period and text are one year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...report import Report, Title
from ...rulebook.kinds import Kind, Need
from ..subject.identity.meant_year import QUOTED, Witness, witnesses
from ..subject.identity.stated_period import printed_period, stated_period
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages
from ..subject.subject import Subject

_SENTENCE = re.compile(r"[^。！!？?\n]+[。！!？?\n]?")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``bound``: regular expressions with the groups ``year`` and, where another sentence that says the same of the
    report's year makes it a comparison, ``done``: for sentences whose year must be the report's; ``excused``: regular
    expressions of words that speak of other years; ``sections``: those looked at, 0 is the preamble."""

    bound: tuple[str, ...]
    excused: tuple[str, ...]
    sections: tuple[int, ...]


class _Words(Struct, frozen=True):
    """The expressions of the options, compiled, and the report's year."""

    bound: tuple[re.Pattern[str], ...]
    excused: re.Pattern[str]
    year: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the title, the stated period and every sentence in which a year is bound to what was done in it."""
    report = subject.report
    if report.year is None or (report.title is not None and report.title.year is None):
        yield NotAssessable(Place(), Text("看不出报告年度", "the report year is unknown"))
        return
    against = witnesses(report)
    if report.title is not None and against:
        yield _wrong_title(report.title, against)
        return
    yield from _period(report, report.year)
    bound = tuple(re.compile(pattern) for pattern in options.bound)
    words = _Words(bound, re.compile("|".join(options.excused) or r"(?!)"), report.year)
    for number, passage in passages(report):
        if (number or 0) in options.sections:
            yield from _passage(number, passage, words)


def _wrong_title(title: Title, against: Sequence[Witness]) -> Failed:
    names = [witness.name for witness in against]
    found = str(against[0].year)
    others = Text("、".join(name.zh for name in names), " and ".join(name.en for name in names))
    return Failed(
        place=Place(),
        location=title.location,
        quote=title.text,
        values={"printed": title.text, "year": str(title.year), "found": found, "others": others},
        expected=found,
        actual=str(title.year),
        wording="title",
    )


def _period(report: Report, year: int) -> Iterator[Outcome]:
    start, end = stated_period(report)
    values = {date.value[:4] for date in (start, end) if date and date.value}
    if not start or not end or not values:
        return
    if values == {str(year)}:
        yield Passed(Place())
        return
    printed = printed_period(report, start, end)
    yield Failed(
        place=Place(),
        location=start.location.until(end.location),
        quote=printed,
        values={"printed": printed, "year": str(year), "found": "、".join(sorted(values))},
        expected=str(year),
        actual="、".join(sorted(values)),
        wording="period",
    )


def _passage(number: int | None, passage: Passage, words: _Words) -> Iterator[Passed | Failed]:
    text = QUOTED.sub(lambda match: "　" * len(match[0]), passage.text)
    sentences = [(match.start(), match[0]) for match in _SENTENCE.finditer(text)]
    for index, (offset, sentence) in enumerate(sentences):
        match = next((found for pattern in words.bound if (found := pattern.search(sentence))), None)
        if match is None:
            continue
        beside = [other for _, other in sentences[max(0, index - 1) : index + 2] if other != sentence]
        if int(match["year"]) == words.year:
            yield Passed(Place(number))
        elif str(words.year) not in sentence and not _is_compared(match, beside, words):
            yield _failed(number, passage, (offset + match.start("year"), offset + match.end()), match["year"], words)


def _is_compared(match: re.Match[str], beside: Sequence[str], words: _Words) -> bool:
    """Whether words of comparison excuse the sentence, or the one beside it says the same of the report's year."""
    if words.excused.search(match.string):
        return True
    done = match.groupdict().get("done")
    return bool(done) and any(str(words.year) in other and str(done) in other for other in beside)


def _failed(number: int | None, passage: Passage, span: tuple[int, int], found: str, words: _Words) -> Failed:
    quote = passage.text[slice(*span)]
    return Failed(
        place=Place(number),
        location=passage.locate(*span),
        quote=quote,
        values={"printed": quote, "year": str(words.year), "found": found},
        expected=str(words.year),
        actual=found,
    )


KIND = Kind(
    name="year-mismatch",
    options=Options,
    check=check,
    says=("found", "printed", "year"),
    wordings={"period": None, "title": ("found", "others", "printed", "year")},
    needs=(Need.TEXT,),
)
