"""The nodes of a page by way of Beautiful Soup and ``html.parser``.

Beautiful Soup makes of the parser's events whole tags, resolved entities and told-apart declarations; where
a tag is put is ours, by the rules of ``soup``. Its own tree is not built: it nests unclosed cells in each
other, lets a stray ``</span>`` in a cell end the table around it, and takes longer.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from .implied_tags import closed_by_end, closed_by_start, holds_nothing


class SoupNode:
    """A node; see ``nodes.Node``."""

    __slots__ = ("_attributes", "_children", "end", "name", "start", "text")

    def __init__(self, name: str, text: str, start: int, end: int, attributes: Mapping[str, Any]) -> None:
        self.name = name
        self.text = text
        self.start = start
        self.end = end
        self._attributes = attributes
        self._children: list[SoupNode] = []

    def attribute(self, name: str) -> str | None:
        return self._attributes.get(name)

    def children(self) -> list[SoupNode]:
        return self._children

    def append(self, node: SoupNode) -> None:
        self._children.append(node)


def parse_soup(source: str) -> SoupNode:
    """The root of the page; its name is that of no element."""
    # Beautiful Soup takes a short text without a line end for a file name.
    source += "\n"
    with warnings.catch_warnings():
        # "Looks like XML": here it is a page whatever it looks like.
        warnings.simplefilter("ignore")
        try:
            return _Soup(source, "html.parser", on_duplicate_attribute="ignore").root
        except ParserRejectedMarkup:
            # The parser gives up on a section that it does not know, <![ …; a browser takes it for a comment.
            unknown = source.replace("<![", "<! ")
            return _Soup(unknown, "html.parser", on_duplicate_attribute="ignore").root


class _Soup(BeautifulSoup):
    """Beautiful Soup that hands the events of the parser on to our own tree."""

    root: SoupNode

    def reset(self) -> None:
        """Called before the parser starts: an empty tree over ``markup``."""
        super().reset()
        source = self.markup if isinstance(self.markup, str) else ""
        # Like html.parser, only \n ends a line.
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._length = max(0, len(source) - 1)
        self.root = SoupNode(self.ROOT_TAG_NAME, "", 0, self._length, {})
        self._open = [self.root]
        self._names = [self.ROOT_TAG_NAME]
        self._unended: list[SoupNode] = []

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,  # noqa: ARG002 - the signature is that of Beautiful Soup
        nsprefix: str | None,  # noqa: ARG002
        attrs: Mapping[str, Any],
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,  # noqa: ARG002
    ) -> Tag | None:
        """Put an element into the tree. Returns None: there is no tag of Beautiful Soup."""
        self.endData()
        start = self._open[-1].start
        if sourceline is not None and sourcepos is not None:
            start = self._lines[sourceline - 1] + sourcepos
            for ended in self._unended:
                ended.end = start
            self._unended.clear()
        self._close(closed_by_start(name, self._names), start)
        node = SoupNode(name, "", start, self._length, attrs)
        self._open[-1].append(node)
        if holds_nothing(name, self._names):
            self._unended.append(node)
        else:
            self._open.append(node)
            self._names.append(name)
        return None

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:  # noqa: ARG002
        """Close what the end tag closes; a </p> that closes nothing stands for an empty paragraph."""
        self.endData()
        count = closed_by_end(name, self._names)
        if name == "p" and not count:
            self.handle_starttag("p", None, None, {})
            count = 1
        for _ in range(count):
            self._unended.append(self._open.pop())
            self._names.pop()

    def endData(self, containerClass: type[Any] | None = None) -> None:  # noqa: N802, N803
        """Put the text so far into the tree; with a class it is a comment, a doctype or the like."""
        if not self.current_data:
            return
        text = "".join(self.current_data)
        self.current_data = []
        if containerClass is None:
            node = SoupNode("", text, self._open[-1].start, self._length, {})
            self._open[-1].append(node)
            self._unended.append(node)

    def _close(self, count: int, start: int) -> None:
        """Close the innermost elements because another starts at ``start``."""
        for _ in range(count):
            self._open.pop().end = start
            self._names.pop()
