"""Styles: what they say about headings, lists and tables of contents, and about text that is not printed."""

from __future__ import annotations

import re

from msgspec import Struct, field

from ..package.archive import Package
from ..package.names import Attributes, Names, number, switched_on, value
from ..package.parsing import walk

_HEADING_NAME = re.compile(r"(?:heading|标题) ?([1-9])")
_TITLE_NAMES = ("title", "标题")
_CONTENTS_NAME = re.compile(r"(?:toc|目录) ?\d")
# Styles are based on one another; a chain that is longer leads in a circle.
_LONGEST_CHAIN = 20


_MARKS = ("vanish", "strike", "dstrike")


class Style(Struct):
    """A style of paragraphs or of characters; ``level`` is its outline level from 1, None where it says nothing."""

    name: str = ""
    parent: str | None = None
    level: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    marks: dict[str, bool] = field(default_factory=dict)
    raised: bool | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._marks: dict[str | None, frozenset[str]] = {None: frozenset()}

    def chain(self, style: str | None) -> list[Style]:
        """A style and those that it is based on, itself first."""
        found: list[Style] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style])
            style = found[-1].parent
        return found

    def heading_level(self, style: str | None) -> int:
        """1 for a title or a heading of the first level; 0 for text."""
        for known in self.chain(style):
            match = _HEADING_NAME.fullmatch(known.name)
            if match or known.name in _TITLE_NAMES:
                return int(match[1]) if match else 1
            if known.level is not None:
                return known.level
        return 0

    def list_of(self, style: str | None) -> tuple[int | None, int | None]:
        """The list and its level that a style puts a paragraph into; None where it says nothing."""
        chain = self.chain(style)
        list_id = next((known.list_id for known in chain if known.list_id is not None), None)
        return list_id, next((known.list_level for known in chain if known.list_level is not None), None)

    def marks(self, style: str | None) -> frozenset[str]:
        """For what reasons text in a style is not printed: ``vanish``, ``strike``, ``dstrike``."""
        if style not in self._marks:
            said: dict[str, bool] = {}
            for known in reversed(self.chain(style)):
                said |= known.marks
            self._marks[style] = frozenset(mark for mark, on in said.items() if on)
        return self._marks[style]

    def is_raised(self, style: str | None) -> bool:
        """Whether text in a style stands above the line, as marks of notes do."""
        return next((known.raised for known in self.chain(style) if known.raised is not None), False)

    def is_contents(self, style: str | None) -> bool:
        """Whether it is the style of a line in a table of contents."""
        return any(_CONTENTS_NAME.fullmatch(known.name) for known in self.chain(style)[:1])


def read_styles(package: Package, main: str) -> Styles:
    """The styles of a document; none where it has no such part. Raises ``ReadError``."""
    part = package.related(main, "styles")
    data = package.read(part) if part else None
    reader = _Reader()
    if part and data:
        walk(data, package.path, part, reader.start)
    return Styles(reader.styles)


class _Reader:
    def __init__(self) -> None:
        self.styles: dict[str, Style] = {}
        self._names = Names()
        self._style = Style()

    def start(self, element: str, given: Attributes) -> None:
        name = self._names[element]
        if name == "style":
            self._style = Style()
            if value(given, "type") in ("paragraph", "numbering", "character"):
                self.styles[value(given, "styleId") or ""] = self._style
        elif name == "name":
            self._style.name = (value(given) or "").lower()
        elif name == "basedOn":
            self._style.parent = value(given)
        elif name == "outlineLvl":
            self._style.level = outline_level(given)
        elif name == "numId":
            self._style.list_id = number(given)
        elif name == "ilvl":
            self._style.list_level = number(given)
        elif name in _MARKS:
            self._style.marks[name] = switched_on(given)
        elif name == "vertAlign":
            self._style.raised = value(given) == "superscript"


def outline_level(given: Attributes) -> int:
    """The heading level of an outline level: theirs count from 0, 9 is text."""
    level = number(given)
    return level + 1 if level is not None and 0 <= level < 9 else 0
