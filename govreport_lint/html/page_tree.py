"""The tokens of a page put together to a tree, its tag soup mended as a browser does."""

from __future__ import annotations

from typing import NamedTuple

from ..document import Comment, Location
from .implied_tags import closed_by_end, closed_by_start, holds_nothing
from .nodes import Node
from .tokens import Kind, tokens

_ROOT = "[document]"


class PageTree(NamedTuple):
    """The root of a page, whose name is that of no element, its elements with style sheets, and the comments in it
    that are addressed to the program."""

    root: Node
    styles: list[Node]
    comments: list[Comment]


def parse(source: str) -> PageTree:
    """The tree of a page; any text can be parsed."""
    tree = _Tree(len(source))
    start, end, text, comment = Kind.START, Kind.END, Kind.TEXT, Kind.COMMENT
    comments: list[Comment] = []
    for kind, at, value, given, closed in tokens(source):
        if kind is text:
            tree.texts.append(value)
            continue
        if tree.texts:
            tree.end_text()
        if kind is start:
            tree.open(value, at, given)
            if closed:
                tree.close(value)
        elif kind is end:
            tree.close(value)
        elif kind is comment:
            comments.append(Comment(value, Location(at, at + 4 + len(value) + len(given))))
    tree.end_text()
    return PageTree(tree.root, tree.styles, comments)


class _Tree:
    """The open elements, innermost last, and the nodes whose end is not known yet."""

    def __init__(self, length: int) -> None:
        self.texts: list[str] = []
        self.styles: list[Node] = []
        self.root = Node(_ROOT, "", 0, length)
        self._length = length
        self._open = [self.root]
        self._names = [_ROOT]
        self._unended: list[Node] = []

    def end_text(self) -> None:
        """Put the texts since the last tag or comment into the tree, as one."""
        if self.texts:
            parent = self._open[-1]
            node = Node("", "".join(self.texts), parent.start, self._length)
            self.texts.clear()
            parent.children.append(node)
            self._unended.append(node)

    def open(self, name: str, start: int, given: str) -> None:
        """Put an element into the tree; whatever was over before it ends where it starts."""
        for node in self._unended:
            node.end = start
        self._unended.clear()
        for _ in range(closed_by_start(name, self._names)):
            self._open.pop().end = start
            self._names.pop()
        node = Node(name, "", start, self._length, given)
        self._append(node)
        if name == "style":
            self.styles.append(node)

    def close(self, name: str) -> None:
        """Close what an end tag closes; a </p> that closes nothing stands for an empty paragraph."""
        count = closed_by_end(name, self._names)
        if name == "p" and not count:
            self._append(Node("p", "", self._open[-1].start, self._length))
            count = 1
        for _ in range(count):
            self._unended.append(self._open.pop())
            self._names.pop()

    def _append(self, node: Node) -> None:
        self._open[-1].children.append(node)
        if holds_nothing(node.name, self._names):
            self._unended.append(node)
        else:
            self._open.append(node)
            self._names.append(node.name)
