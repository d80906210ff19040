"""Kinds about what a section has to speak of, judged by words: its parts, a statement."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...language import Text
from ...report import UnitKind
from ...rulebook.kinds import FormKey, Kind, Need
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import text_of
from ..subject.subject import Subject


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A part that a section should have: its name and the words of which one shows that it is there.

    ``name``: what it is called in messages; ``words``: regular expressions.
    """

    name: Text
    words: tuple[str, ...]


class PartsOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of a section; ``forms`` limits the rule to some forms.

    ``section``: its number; ``parts``: what it should have.
    """

    section: int
    parts: tuple[Part, ...]
    forms: tuple[FormKey, ...] = ()


class StatementOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """One of ``words`` must stand in the section; only where one of ``given`` stands (empty: always), in
    reports of ``units`` (empty: all) and ``forms`` (empty: all).
    ``section``: the number of the section.
    """

    section: int
    words: tuple[str, ...]
    given: tuple[str, ...] = ()
    units: tuple[UnitKind, ...] = ()
    forms: tuple[FormKey, ...] = ()


def parts(subject: Subject, options: PartsOptions) -> Iterator[Outcome]:
    """A section names each of its parts; the missing ones are one finding."""
    section = subject.report.section(options.section)
    if section is None or (options.forms and subject.form.key not in options.forms):
        return
    text = text_of(section)
    place = Place(options.section)
    if not text.strip():
        yield NotAssessable(place, Text("该部分没有文字", "the section has no text"))
        return
    missing = [part for part in options.parts if not any(word in text for word in part.words)]
    if not missing:
        yield Passed(place)
        return
    names = Text("、".join(part.name.zh for part in missing), ", ".join(part.name.en for part in missing))
    yield Failed(place=place, location=section.location, quote=section.title, values={"missing": names})


def statement(subject: Subject, options: StatementOptions) -> Iterator[Outcome]:
    """A section says what it has to say."""
    if options.units and subject.report.kind.value not in options.units:
        return
    if options.forms and subject.form.key not in options.forms:
        return
    section = subject.report.section(options.section)
    place = Place(options.section)
    if section is None:
        yield NotAssessable(place, Text("缺少该部分", "the section is missing"))
        return
    text = text_of(section)
    if options.given and not any(word in text for word in options.given):
        yield NotAssessable(place, Text("该部分没有相应的文字", "the section has no such text"))
    elif any(word in text for word in options.words):
        yield Passed(place)
    else:
        yield Failed(place=place, location=section.location, quote=section.title, values={"title": section.title})


PARTS = Kind(
    name="section-parts",
    options=PartsOptions,
    check=parts,
    says=("missing",),
    needs=(Need.TEXT,),
)
STATEMENT = Kind(
    name="section-statement",
    options=StatementOptions,
    check=statement,
    says=("title",),
    needs=(Need.TEXT,),
)
