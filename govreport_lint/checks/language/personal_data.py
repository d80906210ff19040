"""Kind ``personal-data``: numbers of identity cards and mobile telephones, and names of applicants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...personal_numbers import is_card, masked, personal_numbers
from ...rulebook.kinds import Kind, Need, Pattern
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.subject import Subject

_NEAR = 24


class PersonalOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """A mobile number after one of the ``contact`` words may be the office's own (wording ``contact``); a number
    whose check digit is wrong is no identity card's after one of the ``others`` (编号). ``applicants``: a regular
    expression with the group ``name``, ``not_names``: how a name does not begin."""

    contact: tuple[str, ...]
    others: tuple[str, ...]
    applicants: Pattern
    not_names: tuple[str, ...] = ()


def personal(subject: Subject, options: PersonalOptions) -> Iterator[Outcome]:
    """Judge every paragraph."""
    for number, passage in prose(subject.report):
        found = [*_numbers(passage, options), *_names(passage, options)]
        for start, end, wording in found:
            shown = (
                masked(passage.text[start:end]) if wording != "name" else passage.text[start] + "*" * (end - start - 1)
            )
            yield Failed(
                place=Place(number),
                location=passage.locate(start, end),
                quote=shown,
                values={"shown": shown},
                wording=wording,
            )
        if not found:
            yield Passed(Place(number))


def _numbers(passage: Passage, options: PersonalOptions) -> Iterator[tuple[int, int, str | None]]:
    for match in personal_numbers(passage.text):
        before = passage.text[max(0, match.start() - _NEAR) : match.start()]
        if match["mobile"]:
            is_contact = any(word in before for word in options.contact)
            yield match.start(), match.end(), "contact" if is_contact else None
        elif is_card(match["card"]):
            yield match.start(), match.end(), "card"
        elif not any(word in before for word in options.others):
            yield match.start(), match.end(), "unchecked"


def _names(passage: Passage, options: PersonalOptions) -> Iterator[tuple[int, int, str | None]]:
    for match in _applicants(options.applicants).finditer(passage.text):
        if not match["name"].startswith(options.not_names):
            yield match.start("name"), match.end("name"), "name"


@cache
def _applicants(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


KIND = Kind(
    name="personal-data",
    options=PersonalOptions,
    check=personal,
    says=("shown",),
    wordings={"card": None, "contact": None, "name": None, "unchecked": None},
    needs=(Need.TEXT,),
)
