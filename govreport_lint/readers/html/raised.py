"""Raised marks that lead to a note: no part of the number or the word that they stand behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...html.implied_tags import BLOCKS
from ...html.nodes import Node

_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)


class RaisedMarks:
    """Tells the marks of one page; what is raised as a whole is none, but a text."""

    def __init__(self) -> None:
        self._level: dict[int, bool] = {}

    def holds(self, node: Node, around: Sequence[Node]) -> bool:
        """Whether an element is a mark beside other text of its paragraph or cell."""
        if not _raised(node):
            return False
        block = next((outer for outer in reversed(around) if outer.name in BLOCKS), around[0])
        if id(block) not in self._level:
            self._level[id(block)] = _has_level_text(block)
        return self._level[id(block)]


def _raised(node: Node) -> bool:
    return node.name == "sup" or ("super" in node.given and bool(_RAISED.search(node.attribute("style") or "")))


def _has_level_text(block: Node) -> bool:
    """Whether anything in a block stands on the line."""
    waiting = list(block.children)
    while waiting:
        node = waiting.pop()
        if node.text and not node.text.isspace():
            return True
        if not _raised(node):
            waiting += node.children
    return False
