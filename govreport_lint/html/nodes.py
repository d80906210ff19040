"""A page as a tree of nodes: all that the HTML reader sees of it."""

from __future__ import annotations

import re
from html import unescape

_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/=>]*)(?:\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")


class Node:
    """An element, or a piece of text between two tags.

    ``name`` is the lower-case name of an element, empty for a text; ``text`` the characters of a text with
    its entities resolved, empty for an element. ``start`` is the offset of the element's start tag in the
    source (for a text: of the element that holds it), ``end`` the offset of the first start tag after the
    node, or the length of the source. Comments, doctypes and CDATA sections are no nodes. ``given`` is the source
    of the attributes, ``children`` are the nodes directly inside, in their order.
    """

    __slots__ = ("_attributes", "children", "end", "given", "name", "start", "text")

    def __init__(self, name: str, text: str, start: int, end: int, given: str = "") -> None:
        self.name = name
        self.text = text
        self.start = start
        self.end = end
        self.given = given
        self.children: list[Node] = []
        self._attributes: dict[str, str] | None = None

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, None where it is not given."""
        return self.attributes().get(name) if self.given else None

    def attributes(self) -> dict[str, str]:
        """All attributes by their lower-case names; of one given twice the first."""
        if self._attributes is None:
            self._attributes = {}
            for name, value in _ATTRIBUTE.findall(self.given):
                self._attributes.setdefault(name.lower(), unescape(_unquoted(value)))
        return self._attributes


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') and value[:1] == value[-1:] else value
