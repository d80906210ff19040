"""The page: its parts in order, its looks and its script within it, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection
from importlib import resources
from pathlib import Path

from ....output.page.markup import Markup, el
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
from .signs import outlines
from .titles import Titles

NAME = "audit.html"
_LOOKS = ("ground.css", "overview.css", "findings.css", "narrow.css", "paper.css")
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
    style, script = _style(), _source(_SCRIPT)
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=Markup(policy)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("link", rel="icon", href="data:,"),
        el("title", title_of(audit)),
        el("style", Markup(style)),
    )


def _script() -> Markup:
    return el("script", Markup(_source(_SCRIPT)))


def _style() -> str:
    return "".join(map(_source, _LOOKS))


def _source(name: str) -> str:
    """A file that lies beside the page's modules; line ends are those that a browser hashes."""
    text = resources.files(__package__).joinpath("look", name).read_text("utf-8")
    return text.replace("\r\n", "\n")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
