"""Kinds about what an office calls itself: 我局 in a town's report, and names from before a reform."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Location, Passage
from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import Kind, Need, Pattern
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages
from ..subject.subject import Subject

_QUOTED = re.compile(r"《[^》]{0,200}》|“[^”]{0,200}”|\"[^\"]{0,200}\"")
_UNNAMED = Text("看不出是哪个机关的年报", "nothing says whose report it is")


class Self(Struct, frozen=True, forbid_unknown_fields=True):
    """For offices whose name matches ``names``: a pattern of how they speak of themselves, and of how they do not.

    ``own``: how they speak of themselves; ``foreign``: how they do not.
    """

    names: Pattern
    own: Pattern
    foreign: Pattern


class SelfOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """How offices call themselves; the first whose ``names`` match counts.

    ``selves``: by the kind of office.
    """

    selves: tuple[Self, ...]


class Former(Struct, frozen=True, forbid_unknown_fields=True):
    """``names``: a pattern of names from before a reform, ``now``: of what the office is called since; in reports
    for ``from_year`` and later.
    ``called``: what the office is called since, in messages.
    """

    names: Pattern
    now: Pattern
    called: str
    from_year: int


class FormerOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The names that a reform changed; ``place``: a pattern of what stands before them in an office's name.

    ``former``: which names.
    """

    former: tuple[Former, ...]
    place: Pattern


def speaks(subject: Subject, options: SelfOptions) -> Iterator[Outcome]:
    """Judge once how the report speaks of its office; all that does not fit is one finding."""
    organ = re.sub(r"\s+", "", subject.report.organ or "")
    known = next((one for one in options.selves if re.search(one.names, organ)), None)
    if not organ:
        yield NotAssessable(Place(), _UNNAMED)
    if known is None:
        return
    found = list(_spoken(subject.report, known.foreign))
    if not found:
        yield Passed(Place())
        return
    number, location, word = found[0]
    own = next((own for _, _, own in _spoken(subject.report, known.own)), "")
    others = dict.fromkeys(word for _, _, word in found)
    yield Failed(
        place=Place(number),
        location=location,
        quote=word,
        values={
            "organ": organ,
            "own": own,
            "others": Text("、".join(f"“{one}”" for one in others), ", ".join(f"“{one}”" for one in others)),
            "count": str(len(found)),
        },
        wording=None if own else "alone",
    )


def _spoken(report: Report, pattern: str) -> Iterator[tuple[int | None, Location, str]]:
    wanted = re.compile(pattern)
    for number, passage in passages(report):
        text = _QUOTED.sub(lambda match: "　" * len(match[0]), passage.text)
        for match in wanted.finditer(text):
            yield number, passage.locate(*match.span()), match[0]


def former(subject: Subject, options: FormerOptions) -> Iterator[Outcome]:
    """Title, signature and text name the office as it is called since the reform."""
    report = subject.report
    if report.year is None or not report.organ:
        yield NotAssessable(Place(), _UNNAMED)
        return
    organ = re.sub(r"\s+", "", report.organ)
    found = [
        one
        for known in options.former
        if report.year >= known.from_year
        for one in _named(report, organ, known, options)
    ]
    yield found[0] if found else Passed(Place())


def _named(report: Report, organ: str, known: Former, options: FormerOptions) -> Iterator[Failed]:
    """Where the office of a report bears a name from before the reform."""
    ends = re.search(rf"(?P<place>{options.place})(?P<old>{known.names})$", organ)
    if ends and report.title is not None:
        yield _outdated(Place(), report.title.location, ends["old"], organ, known)
    since = re.search(rf"(?P<place>{options.place})(?:{known.now})$", organ)
    if since is None:
        return
    signed = report.signature
    match = re.search(rf"(?:{options.place})(?P<old>{known.names})$", signed.text) if signed else None
    if signed and match:
        yield _outdated(Place(), signed.location, match["old"], organ, known)
    own = re.compile(rf"(?<!原){re.escape(since['place'])}(?P<old>{known.names})")
    for number, passage in passages(report):
        for match in own.finditer(passage.text):
            yield _outdated(Place(number), _at(passage, match), match["old"], organ, known)


def _at(passage: Passage, match: re.Match[str]) -> Location:
    return passage.locate(*match.span())


def _outdated(place: Place, location: Location, old: str, organ: str, known: Former) -> Failed:
    return Failed(
        place=place,
        location=location,
        quote=old,
        values={"old": old, "organ": organ, "called": known.called},
        expected=known.called,
        actual=old,
    )


SPEAKS = Kind(
    name="own-name",
    options=SelfOptions,
    check=speaks,
    says=("count", "organ", "others", "own"),
    wordings={"alone": ("count", "organ", "others")},
    needs=(Need.TEXT,),
)
FORMER = Kind(
    name="former-name",
    options=FormerOptions,
    check=former,
    says=("called", "old", "organ"),
    needs=(Need.TEXT,),
)
