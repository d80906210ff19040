"""Parts of a page that it hides, and in which a report may go on: what is not found may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...document import Block, Heading, Paragraph, Table
from ...html.nodes import Node
from ...labels import bare
from ...language import Text
from ..lines.vocabulary import is_label, titles

_LONGEST_LABEL = 60


def unread_parts(hidden: Sequence[Node], blocks: Sequence[Block], source: str) -> tuple[Text, ...]:
    """The hidden elements that hold titles or labels of the form which are not seen elsewhere."""
    if not hidden:
        return ()
    seen = {bare(text) for text in _texts(blocks)}
    return tuple(
        _said(source.count("\n", 0, node.start) + 1)
        for node in hidden
        if any(label not in seen for label in _labels(node))
    )


def holds_labels(node: Node) -> bool:
    """Whether a hidden element holds any title or label of the form."""
    return next(_labels(node), None) is not None


def _said(line: int) -> Text:
    return Text(
        f"第 {line} 行起有网页上不显示的内容（隐藏的标签页等），未读取",
        f"from line {line} on a part of the page is not shown (a hidden tab or the like) and was not read",
    )


def _labels(node: Node) -> Iterator[str]:
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        text = inner.text.strip()
        if text and len(text) <= _LONGEST_LABEL and (bare(text) in titles() or is_label(text)):
            yield bare(text)
        waiting += inner.children


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text.text
        elif isinstance(block, Table):
            yield from (cell.text.text for row in block.rows for cell in row)
