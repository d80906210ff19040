"""What the parser of the standard library makes of a page, as the events that our tokens stand for."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

_SECTION = re.compile(r"<!\[(?:cdata|temp|ignore|include|rcdata|if|else|endif)(?![-_.a-zA-Z0-9])", re.IGNORECASE)
Event = tuple[object, ...]


class _Parser(HTMLParser):
    """Takes the contents of textarea and title for text and an unknown ``<![`` for a comment, as browsers do."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.events: list[Event] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._page = page
        self.feed(page)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        if _SECTION.match(self.rawdata, i):
            return super().parse_marked_section(i, report)
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", self._at(), tag, _first(attrs), False))
        if tag in ("textarea", "title") and re.search(rf"</\s*{tag}\s*>", self._page[self._at() :], re.IGNORECASE):
            self.set_cdata_mode(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", self._at(), tag, _first(attrs), True))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", self._at(), tag))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem in ("textarea", "title"):
            data = unescape(data)
        self.events.append(("text", data))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the signature is that of the library
        self.events.append(("unseen", self._at()))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def events(page: str) -> list[Event]:
    """The events of a page, texts that follow each other as one."""
    return joined(_Parser(page).events)


def joined(found: list[Event]) -> list[Event]:
    """The events, texts that follow each other as one."""
    result: list[Event] = []
    for event in found:
        if event[0] == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", f"{result[-1][1]}{event[1]}")
        else:
            result.append(event)
    return [event for event in result if event != ("text", "")]


def _first(attributes: list[tuple[str, str | None]]) -> dict[str, str]:
    """Of attributes given twice the first."""
    given: dict[str, str] = {}
    for name, value in attributes:
        given.setdefault(name, value or "")
    return given
