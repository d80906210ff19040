"""Kinds about names: the organ that signs is the one in the title, and the text speaks of its own place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.identity.same_organ import same_organ
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``endings``: a regular expression of what may be left off the end of a name (人民政府, 办公室 …)."""

    endings: str


class Foreign(Struct, frozen=True, forbid_unknown_fields=True):
    """``pattern`` in the prose of ``units`` points to another unit, unless their name matches ``unless``."""

    units: tuple[str, ...]
    pattern: str
    unless: str = r"(?!)"


class ForeignOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that do not belong in a unit's report.

    ``foreign``: which words, and in whose report.
    """

    foreign: tuple[Foreign, ...]


def agree(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Title and signature name the same organ; a shorter form of the name is the same name."""
    report = subject.report
    if report.title is None or not report.title.organ:
        yield NotAssessable(Place(), Text("标题没有机关名称", "the title names no organ"))
    elif report.signature is None:
        yield NotAssessable(Place(), Text("没有落款单位", "nobody signed"))
    elif same_organ(report.title.organ, report.signature.text, options.endings):
        yield Passed(Place())
    else:
        yield Failed(
            place=Place(),
            location=report.signature.location,
            quote=report.signature.text,
            values={"title": report.title.organ, "signature": report.signature.text},
            expected=report.title.organ,
            actual=report.signature.text,
        )


def foreign(subject: Subject, options: ForeignOptions) -> Iterator[Outcome]:
    """The prose speaks of the unit's own place, not of the one from which it was copied; where units are known, every
    name on the report is that of one unit."""
    report = subject.report
    yield from _clashes(subject)
    wanted = [found for found in options.foreign if _applies(found, report)]
    for word in wanted:
        pattern = re.compile(word.pattern)
        found = False
        for number, passage in passages(report):
            for offset, sentence in sentences(passage):
                match = pattern.search(sentence)
                if match is None:
                    continue
                found = True
                start, end = offset + match.start(), offset + match.end()
                yield Failed(
                    place=Place(number),
                    location=passage.locate(start, end),
                    quote=match[0],
                    values={"words": match[0], "organ": report.organ or ""},
                )
        if not found:
            yield Passed(Place())


def _clashes(subject: Subject) -> Iterator[Outcome]:
    """The names on the report that mean another unit of the list."""
    title = subject.report.title
    location = title.location if title else Location()
    for clash in subject.beside.clashes if subject.beside else ():
        yield Failed(
            place=Place(),
            location=location,
            quote=clash.printed,
            values={"organ": clash.unit, "source": clash.source, "words": clash.printed, "other": clash.other},
            wording="file",
        )


def _applies(word: Foreign, report: Report) -> bool:
    organ = re.sub(r"\s+", "", report.organ or "")
    return bool(organ) and report.kind.value in word.units and not re.search(word.unless, organ)


AGREE = Kind(
    name="organ-agreement",
    options=Options,
    check=agree,
    says=("signature", "title"),
    needs=(Need.TEXT,),
)
FOREIGN = Kind(
    name="foreign-name",
    options=ForeignOptions,
    check=foreign,
    says=("organ", "words"),
    wordings={"file": ("organ", "words", "source", "other")},
    needs=(Need.TEXT,),
    beside=True,
)
