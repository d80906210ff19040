"""A page cut into tokens: start tags, end tags, texts, and what shows nothing (comments, declarations).

One expression takes what stands on almost every page; what it does not match is cut by hand. The rules are those of
Python's ``html.parser``, so a mark that nothing closes is a text up to the next ``>``. However hostile the page, no
mark is sought again where it was not found before, so the time grows with the length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from typing import Final

from ..document import is_addressed

_NAME = r"[a-zA-Z][^\t\n\r\f />\x00]*+"
_ATTRIBUTE = r"""(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*"""
_GIVEN = rf"(?>(?:\s|/(?!>))*(?:{_ATTRIBUTE})*)"
_TOKEN: Final = re.compile(
    rf"(?P<text>[^<]+)|<(?P<name>{_NAME})(?P<given>{_GIVEN})(?P<closed>/?)>|</\s*(?P<end>[a-zA-Z][-.a-zA-Z0-9:_]*)\s*>"
)
# A start tag of a page whose quotes are a wreck: they mean nothing, the next > ends it.
_BARE: Final = re.compile(rf"<(?P<name>{_NAME})(?P<given>[^<>]*?)(?P<closed>/?)>")
_TAG_NAME: Final = re.compile(_NAME)
_SECTION: Final = re.compile(r"<!\[([a-zA-Z][-_.a-zA-Z0-9]*)")
_SECTION_ENDS: Final = {
    **dict.fromkeys(("cdata", "temp", "ignore", "include", "rcdata"), re.compile(r"\]\s*\]\s*>")),
    **dict.fromkeys(("if", "else", "endif"), re.compile(r"\]\s*>")),
}
_COMMENT_END: Final = re.compile(r"--\s*>")
_MARK_END: Final = re.compile(">")
# What stands in these is no markup: up to their end tag, in the first two even if it never comes.
_RAW: Final = {
    name: re.compile(rf"</\s*{name}\s*>", re.IGNORECASE) for name in ("script", "style", "textarea", "title")
}
_SWALLOWS: Final = frozenset({"script", "style"})
_MOST_ENDLESS: Final = 16


class Kind(Enum):
    """What a token is."""

    START = auto()
    END = auto()
    TEXT = auto()
    UNSEEN = auto()
    COMMENT = auto()


# The kind, the offset in the source, the lower-case name of a tag or the characters of a text with its entities
# resolved; of a start tag the source of its attributes, and whether it ends in ``/>``. A comment that is addressed to
# the program is told by what stands in it and by the mark that ends it; no other comment is told.
Token = tuple[Kind, int, str, str, bool]


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page in their order; every text can be cut."""
    return _Cutter(source).tokens()


class _Cutter:
    def __init__(self, source: str) -> None:
        self._source = source
        self._missing: set[re.Pattern[str]] = set()
        self._endless = 0

    def tokens(self) -> Iterator[Token]:
        source, at = self._source, 0
        start, end, text = Kind.START, Kind.END, Kind.TEXT
        while at < len(source):
            match = self._bare(at) if self._wreck() else _TOKEN.match(source, at)
            if match is None:
                token, at = self._odd(at)
                yield token
                continue
            begin, at = at, match.end()
            kind = match.lastgroup
            if kind == "text":
                value = match[1]
                yield text, begin, unescape(value) if "&" in value else value, "", False
            elif kind == "end":
                yield end, begin, match["end"].lower(), "", False
            else:
                name = match["name"].lower()
                yield start, begin, name, match["given"], bool(match["closed"])
                if name in _RAW and not match["closed"]:
                    raw, at = self._raw(name, at)
                    yield from raw

    def _wreck(self) -> bool:
        """Whether so many tags had no end that quotes mean nothing: each was sought through the rest of the page."""
        return self._endless >= _MOST_ENDLESS

    def _bare(self, at: int) -> re.Match[str] | None:
        return (_BARE if self._starts_tag(at) else _TOKEN).match(self._source, at)

    def _starts_tag(self, at: int) -> bool:
        following = self._source[at + 1 : at + 2]
        return self._source[at] == "<" and following.isascii() and following.isalpha()

    def _raw(self, name: str, at: int) -> tuple[list[Token], int]:
        """What an element holds that is no markup, and where that is over."""
        end = self._found(_RAW[name], at)
        if end is None:
            return [], len(self._source) if name in _SWALLOWS else at
        text = self._source[at : end.start()]
        return [(Kind.TEXT, at, text if name in _SWALLOWS else unescape(text), "", False)] if text else [], end.start()

    def _odd(self, at: int) -> tuple[Token, int]:
        """A token that is no whole tag, and where it is over; it begins with a ``<``."""
        if self._starts_tag(at):
            return self._broken_tag(at)
        following = self._source[at + 1 : at + 2]
        if following == "/":
            return self._broken_end(at)
        if self._source.startswith("<!--", at):
            return self._comment(at)
        if following == "!":
            return self._unseen(at, *self._declaration(at))
        if following == "?":
            return self._unseen(at, _MARK_END, 2)
        return (Kind.TEXT, at, "<", "", False), at + 1

    def _broken_tag(self, at: int) -> tuple[Token, int]:
        name = _TAG_NAME.match(self._source, at + 1)
        if name and self._source.startswith("\0", name.end()):
            return (Kind.TEXT, at, self._source[at : name.end()], "", False), name.end()
        self._endless += 1
        return self._as_text(at)

    def _broken_end(self, at: int) -> tuple[Token, int]:
        name = _TAG_NAME.match(self._source, at + 2)
        end = self._found(_MARK_END, name.end() if name else at + 2)
        if end is None:
            return self._as_text(at)
        if name:
            return (Kind.END, at, name[0].lower(), "", False), end.end()
        kind = Kind.TEXT if end.start() == at + 2 else Kind.UNSEEN  # A </> is nothing at all.
        return (kind, at, "", "", False), end.end()

    def _declaration(self, at: int) -> tuple[re.Pattern[str], int]:
        """What ends a declaration, and behind how many characters it is sought."""
        section = _SECTION.match(self._source, at)
        if section and (end := _SECTION_ENDS.get(section[1].lower())):
            return end, 3
        return _MARK_END, 2

    def _comment(self, at: int) -> tuple[Token, int]:
        end = self._found(_COMMENT_END, at + 4)
        if end is None:
            return self._as_text(at)
        words = self._source[at + 4 : end.start()]
        token = (Kind.COMMENT, at, words, end[0], False) if is_addressed(words) else (Kind.UNSEEN, at, "", "", False)
        return token, end.end()

    def _unseen(self, at: int, end: re.Pattern[str], width: int) -> tuple[Token, int]:
        found = self._found(end, at + width)
        return ((Kind.UNSEEN, at, "", "", False), found.end()) if found else self._as_text(at)

    def _as_text(self, at: int) -> tuple[Token, int]:
        """A mark without an end: people see it, up to where another one ends."""
        end = self._found(_MARK_END, at + 1)
        stop = end.end() if end else max(at + 1, self._source.find("<", at + 1))
        return (Kind.TEXT, at, unescape(self._source[at:stop]), "", False), stop

    def _found(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """The next match, unless it was sought in vain before: then there is none further on either."""
        found = None if pattern in self._missing else pattern.search(self._source, at)
        if found is None:
            self._missing.add(pattern)
        return found
