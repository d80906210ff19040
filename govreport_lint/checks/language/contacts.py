"""Kinds ``empty-contact`` and ``malformed-link``: a telephone without a number, an address that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...report import Report
from ...rulebook.kinds import Kind, Need, Pattern
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.subject import Subject


class ContactOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``names`` of contact details that something has to follow; the next one may not follow at once."""

    names: tuple[str, ...]


class LinkOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``patterns``: regular expressions of addresses that are none, each with one of ``marks`` in what it finds;
    ``empty``: of the markup, by format, of a link without an address, with the group ``text``."""

    patterns: tuple[Pattern, ...]
    marks: tuple[str, ...]
    empty: dict[str, tuple[Pattern, ...]] = {}


def contacts(subject: Subject, options: ContactOptions) -> Iterator[Outcome]:
    """A contact detail that is named is given."""
    names = "|".join(options.names)
    empty = re.compile(rf"(?P<name>{names})\s*[：:]\s*(?=$|[，。；;、）)]|(?:{names})\s*[：:])")
    found = list(prose(subject.report))
    for index, (number, passage) in enumerate(found):
        after = found[index + 1][1].text[:1] if index + 1 < len(found) else ""
        clean = True
        for match in empty.finditer(passage.text):
            if match.end() == len(passage.text) and re.match(r"[0-9０-９a-zA-Z]", after):
                continue
            clean = False
            yield Failed(
                place=Place(number),
                location=passage.locate(*match.span()),
                quote=match[0].strip(),
                values={"name": match["name"]},
            )
        if clean:
            yield Passed(Place(number))


def links(subject: Subject, options: LinkOptions) -> Iterator[Outcome]:
    """The addresses that are printed are well-formed, and the links of the text have one."""
    wanted = _any_of(options.patterns)
    for number, passage in prose(subject.report):
        marked = any(mark in passage.text for mark in options.marks)
        found = list(wanted.finditer(passage.text)) if marked else []
        for match in found:
            yield _failed(Place(number), passage.locate(*match.span()), match[0].strip(), None)
        if not found:
            yield Passed(Place(number))
    for pattern in options.empty.get(subject.document.format, ()):
        for match in _any_of((pattern,)).finditer(subject.document.source or "", *_body(subject.report)):
            yield _failed(Place(), Location(match.start(), match.end()), match["text"].strip(), "empty")


def _failed(place: Place, location: Location, words: str, wording: str | None) -> Failed:
    return Failed(place=place, location=location, quote=words, values={"words": words}, wording=wording)


def _body(report: Report) -> tuple[int, int]:
    """From where to where the report stands in the source, without the page around it."""
    places = [section.location for section in report.sections]
    places += [passage.location for section in report.sections for passage in section.paragraphs]
    return (min(at.start for at in places), max(at.end for at in places)) if places else (0, 0)


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


CONTACTS = Kind(
    name="empty-contact",
    options=ContactOptions,
    check=contacts,
    says=("name",),
    needs=(Need.TEXT,),
)
LINKS = Kind(
    name="malformed-link",
    options=LinkOptions,
    check=links,
    says=("words",),
    wordings={"empty": None},
    needs=(Need.TEXT,),
)
