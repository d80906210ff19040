"""The page: its parts in order, its looks and its script within it, and a policy that lets nothing else in."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ....output.page.head_element import head_element, shared_style, source
from ....output.page.markup import Markup, el
from ....output.page.signs import outlines
from ....rulebook.rulebook import Rulebook
from ....shipped import shipped_rulebook
from ...audited import Audit
from ..writing import write_paper
from .part import Part
from .parts.filters import filters
from .parts.findings import findings
from .parts.head import head, title_of
from .parts.matrix import matrix
from .parts.not_judged import not_judged
from .parts.passages import passages
from .parts.printed import printed, settled
from .parts.remaining import unread, workbook
from .parts.summed import summed
from .sections import Section, sections_of
from .titles import Titles

NAME = "audit.html"
_LOOKS = ("overview.css", "findings.css", "narrow.css", "paper.css")
_SCRIPT = "page.js"
_MANY = 200


def page(audit: Audit, rulebook: Rulebook | None = None) -> str:
    """The whole audit as one HTML file that loads nothing; ``rulebook`` is the one that it was made with."""
    titles = Titles(rulebook or shipped_rulebook())
    sections = sections_of(audit)
    parts = _parts(audit, sections, titles)
    contents = el("nav", *(part.link for part in parts), aria_label="目录")
    first, *rest = (part.markup for part in parts)
    items = [item for section in sections for item in section.audited.items]
    many = "many" if len(sections) > _MANY else None
    main = el("main", head(audit, items), contents, filters(sections), first, *rest, settled(audit), class_=many)
    skip = el("a", "跳到问题清单", href="#findings", class_="skip")
    body = el("body", outlines(), skip, main, printed(audit, sections, titles), _script())
    return f'<!doctype html>\n<html lang="zh-CN">{_head(audit)}{body}</html>\n'


def _parts(audit: Audit, sections: tuple[Section, ...], titles: Titles) -> list[Part]:
    """The parts that have something to say, in order."""
    every = (
        matrix(sections),
        findings(sections, titles),
        summed(audit, titles),
        passages(audit, sections),
        workbook(audit, titles),
        not_judged(sections, titles),
        unread(audit),
    )
    return [part for part in every if part is not None]


def write(audit: Audit, out: Path, rulebook: Rulebook | None = None, known: Collection[str] = ()) -> tuple[Path, ...]:
    """Write ``audit.html`` into a folder (see ``write_paper`` for ``known``); raises ``OSError``."""
    return (write_paper(out / NAME, page(audit, rulebook).encode(), known),)


def _head(audit: Audit) -> Markup:
    return head_element(title_of(audit), _style(), source(__package__, _SCRIPT))


def _script() -> Markup:
    return el("script", Markup(source(__package__, _SCRIPT)))


def _style() -> str:
    return shared_style() + "".join(source(__package__, name) for name in _LOOKS)
