"""Kind ``section-title``: each section under the title of the form."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Heading, Paragraph
from ...finding import Place
from ...labels import normalise
from ...language import Text
from ...report import Section
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Mending
from ..subject.mending.printed_passages import words_changes
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject

_OFFICIAL = Text("改为统一格式的标题", "use the title of the official form")
# A title that is so much longer than the official one says something else too.
_MORE = 10


class TitleOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``mends``: a fix gives a section its official title."""

    mends: bool = True


def title(subject: Subject, options: TitleOptions) -> Iterator[Outcome]:
    """Each title has the words of the form; widths, spaces and marks aside."""
    for section in subject.report.sections:
        official = subject.form.section(section.number).title
        place = Place(section.number)
        if normalise(section.title) == normalise(official):
            yield Passed(place)
            continue
        yield Failed(
            place=place,
            location=section.location,
            quote=section.title,
            values={"title": section.title, "official": official},
            expected=official,
            actual=section.title,
            fix=_title_mending(subject, section, official) if options.mends else None,
        )


def _title_mending(subject: Subject, section: Section, official: str) -> Mending | None:
    """The official title, where the report is built as the form is and the heading says nothing more."""
    block = subject.document.blocks[section.blocks[0]] if section.blocks[1] > section.blocks[0] else None
    if not isinstance(block, Heading | Paragraph) or len(section.title) > len(official) + _MORE:
        return None
    if not _is_built_as_form(subject):
        return None
    changes = words_changes(block.text, section.title, official)
    return Mending(_OFFICIAL, changes) if changes else None


def _is_built_as_form(subject: Subject) -> bool:
    """Whether all sections of the form are there, each once, in their order and under their numbers, if under any."""
    sections = subject.report.sections
    in_order = [section.number for section in sections] == [section.number for section in subject.form.sections]
    return in_order and all(section.printed_number in (None, section.number) for section in sections)


TITLE = Kind(
    name="section-title",
    options=TitleOptions,
    check=title,
    says=("official", "title"),
    mends=("mends",),
    needs=(Need.TEXT,),
)
