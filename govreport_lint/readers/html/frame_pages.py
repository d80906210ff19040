"""Pages that only frame others: Excel and old sites keep the tables in files of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import unquote

from ...document import Block, Heading, Paragraph, Table
from ...errors import ReadError
from ...html.nodes import Node

_LONGEST_NAME = 60
_MOST_NAMES = 3
# A page of frames has a line for old browsers at most.
_FEW_LETTERS = 300


def refuse_frames(root: Node, blocks: Sequence[Block], name: str) -> None:
    """Raise ``ReadError`` for a page whose text stands in the pages that it frames; the files are named."""
    letters = sum(len(block.text.text) for block in blocks if isinstance(block, Heading | Paragraph))
    if letters >= _FEW_LETTERS or any(isinstance(block, Table) for block in blocks):
        return
    pages = list(islice(dict.fromkeys(_framed(root)), _MOST_NAMES))
    if pages:
        raise ReadError(
            name,
            f"框架页：表格和文字在另外的文件中（{'、'.join(pages)} 等），未读取；请改报这些文件，"
            "或在 Excel 中打开后另存为 .xlsx",
            f"a page of frames: its tables and text stand in other files ({', '.join(pages)} …), not read; "
            "give those files, or save it as .xlsx from Excel",
        )


def _framed(root: Node) -> Iterator[str]:
    """The names of the framed pages, without their folders."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.name == "frame" and (source := node.attribute("src")):
            yield unquote(source).replace("\\", "/").rsplit("/", 1)[-1][:_LONGEST_NAME]
        waiting += reversed(node.children)
