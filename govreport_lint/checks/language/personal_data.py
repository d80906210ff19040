"""Kinds about what should not, or should, be printed of people: personal numbers, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...finding import Place
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.subject import Subject

# GB 11643: the weights of the first seventeen digits and the check characters by remainder
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_NEAR = 24


class PersonalOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """A mobile number after one of the ``contact`` words may be the office's own (wording ``contact``); after one
    of the ``cards`` words a number is an identity card's though its check digit is wrong."""

    contact: tuple[str, ...]
    cards: tuple[str, ...]


class ContactOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``names`` of contact details that something has to follow; the next one may not follow at once."""

    names: tuple[str, ...]


def personal(subject: Subject, options: PersonalOptions) -> Iterator[Outcome]:
    """Mobile numbers, and identity-card numbers whose check digit is right."""
    for number, passage in prose(subject.report):
        clean = True
        for match in _numbers().finditer(passage.text):
            before = passage.text[max(0, match.start() - _NEAR) : match.start()]
            if match["card"] and not (_is_card(match["card"]) or any(word in before for word in options.cards)):
                continue
            clean = False
            shown = match[0][:3] + "*" * (len(match[0]) - 5) + match[0][-2:]
            is_contact = match["mobile"] and any(word in before for word in options.contact)
            yield Failed(
                place=Place(number),
                location=passage.locate(*match.span()),
                quote=shown,
                values={"shown": shown},
                wording="card" if match["card"] else "contact" if is_contact else None,
            )
        if clean:
            yield Passed(Place(number))


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


@cache
def _numbers() -> re.Pattern[str]:
    card = r"(?P<card>[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])"
    mobile = r"(?P<mobile>1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4})"
    return re.compile(rf"(?<![0-9A-Za-z.@_/-])(?:{card}|{mobile})(?![0-9A-Za-z@_万亿元]|\.[0-9])")


def _is_card(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17].upper()


PERSONAL = Kind(
    name="personal-data",
    options=PersonalOptions,
    check=personal,
    says=("shown",),
    wordings={"card": None, "contact": None},
    needs=(Need.TEXT,),
)
CONTACTS = Kind(
    name="empty-contact",
    options=ContactOptions,
    check=contacts,
    says=("name",),
    needs=(Need.TEXT,),
)
