"""Which document a citation means: by the title beside it, else by what its sentence is about."""

from __future__ import annotations

import re

from msgspec import Struct

_REACH = 120


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """A document: its number, the words of which one stands in its title, the form that it made official, and
    the issuers with which its own is confused (none: only its title shows that it is meant).
    ``issuer``, ``year`` and ``number`` make its number, ``about`` are words of its title, ``form`` is the key
    of the form, ``confused`` are the issuers.
    """

    issuer: str
    year: int
    number: int
    about: tuple[str, ...]
    form: str | None = None
    confused: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """Its number as it is written."""
        return f"{self.issuer}〔{self.year}〕{self.number}号"

    def is_well_formed(self, match: re.Match[str]) -> bool:
        """Whether a citation of it is written as its number is, white space aside."""
        return "".join(match[0].split()).endswith(self.printed)


def meant(text: str, match: re.Match[str], known: tuple[Known, ...], form: str, *, on_report: bool) -> Known | None:
    """The known document that a citation must mean, in a report of a form; None where it may be another.

    ``match`` has the groups ``issuer``, ``year`` and ``number``; ``on_report``: its sentence says by what
    the report is made, which only one document says.
    """
    titles = [title for title in (_title_before(text, match), _title_after(text, match)) if title]
    before = re.split(r"[。；;〕号]", text[max(0, match.start() - _REACH) : match.start()])[-1]
    for document in known:
        named = any(word in words for words in titles or [before] for word in document.about)
        if _numbers(match) == (document.year, document.number) and (
            named or (on_report and not titles and _alike(match["issuer"], document))
        ):
            return document
    return None if titles and not _speaks(titles, known) else _slip(match, known, form, on_report or bool(titles))


def cites(match: re.Match[str], document: Known) -> bool:
    """Whether a citation has the issuer, the year and the number of a document."""
    return match["issuer"].endswith(document.issuer) and _numbers(match) == (document.year, document.number)


def _numbers(match: re.Match[str]) -> tuple[int, int]:
    return int(match["year"]), int(match["number"])


def _slip(match: re.Match[str], known: tuple[Known, ...], form: str, believed: bool) -> Known | None:
    """The document on the form, where the number is that of one such document and the year that of none."""
    on_forms = [document for document in known if document.form is not None]
    if not believed or any(_numbers(match) == (document.year, document.number) for document in on_forms):
        return None
    if _numbers(match)[1] not in [document.number for document in on_forms]:
        return None
    own = next((document for document in on_forms if document.form == form), None)
    return own if own and match["issuer"].endswith(own.issuer) else None


def _alike(issuer: str, document: Known) -> bool:
    return issuer.endswith(document.issuer) or issuer in document.confused


def _speaks(titles: list[str], known: tuple[Known, ...]) -> bool:
    words = [word for document in known if document.form is not None for word in document.about]
    return any(word in title for title in titles for word in words)


def _title_before(text: str, match: re.Match[str]) -> str:
    """The title in 《》 right before a citation, those within it included; empty where there is none."""
    before = text[max(0, match.start() - _REACH) : match.start()].rstrip(" \u3000（(")
    if not before.endswith("》"):
        return ""
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += {"》": 1, "《": -1}.get(before[at], 0)
        if depth == 0:
            return before[at:]
    return before


def _title_after(text: str, match: re.Match[str]) -> str:
    # After a closing bracket stands the title of something else.
    found = re.match(r"\s*(《[^。；;]{1,90}?》)", text[match.end() :][:_REACH])
    return found[1] if found else ""
