"""Kinds about the title line: it names the organ, and has the usual form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...language import Text
from ...report import Title
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject

_BRACKETS = re.compile(r"[(（【\[][^)）】\]]{0,12}[)）】\]]$")


class FormOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``accepted``: the forms in use, with ``{organ}`` and ``{year}``; the first is the one to recommend."""

    accepted: tuple[str, ...]


def organ(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """The title says whose report it is."""
    title = subject.report.title
    if title is None:
        yield NotAssessable(Place(), Text("没有找到标题", "no title line was found"))
    elif title.organ:
        yield Passed(Place())
    else:
        yield Failed(place=Place(), location=title.location, quote=title.text, values={"title": _plain(title.text)})


def form(subject: Subject, options: FormOptions) -> Iterator[Outcome]:
    """The title reads like those in use."""
    title = subject.report.title
    if title is None or title.location == Location():
        yield NotAssessable(Place(), Text("没有找到标题", "no title line was found"))
        return
    expected = _expected(subject, title, options)
    if _plain(title.text) in expected:
        yield Passed(Place())
        return
    yield Failed(
        place=Place(),
        location=title.location,
        quote=title.text,
        expected=expected[0],
        actual=_plain(title.text),
        values={"title": _plain(title.text), "expected": expected[0]},
    )


def _expected(subject: Subject, title: Title, options: FormOptions) -> list[str]:
    year = title.year or subject.report.year
    names = {"organ": _plain(title.organ or "〈机关名称〉"), "year": str(year) if year else "〈年份〉"}
    return [accepted.format_map(names) for accepted in options.accepted]


def _plain(text: str) -> str:
    compact = re.sub(r"[\s#*]+", "", unicodedata.normalize("NFKC", text))
    return _BRACKETS.sub("", compact)


ORGAN = Kind(
    name="title-organ",
    options=NoOptions,
    check=organ,
    says=("title",),
    needs=(Need.TEXT,),
)
FORM = Kind(
    name="title-form",
    options=FormOptions,
    check=form,
    says=("expected", "title"),
    needs=(Need.TEXT,),
)
