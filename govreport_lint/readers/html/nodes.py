"""A page as a tree of nodes: all that the HTML reader sees of it, whichever parser built the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Node(Protocol):
    """An element, or a piece of text between two tags.

    ``name`` is the lower-case name of an element, empty for a text; ``text`` the characters of a text with
    its entities resolved, empty for an element. ``start`` is the offset of the element's start tag in the
    source (for a text: of the element that holds it), ``end`` the offset of the first start tag after the
    node, or the length of the source. Comments, doctypes and CDATA sections are no nodes.
    """

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, None where it is not given."""

    def children(self) -> Sequence[Node]:
        """The nodes directly inside, in their order."""


def parse(source: str) -> Node:
    """The root of a page, its tag soup mended as a browser does. Any text can be parsed.

    Another parser goes in here, and nowhere else.
    """
    from .soup_tree import parse_soup

    return parse_soup(source)
