"""Word files (.docx, .docm): the final text of a report, as it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...document import Block, Document, Heading, Image, Paragraph, join
from ...language import Text
from ...opened import Opened
from ...word.markup.tree import WordBlock, WordParagraph, WordTable, WordText
from ...word.opened_document import open_word
from .embedded_files import Embedded, ReadFile
from .paragraph_text import lines
from .word_table import table_blocks

# Whole paragraphs of prose are styled as headings to get them into a table of contents.
_LONGEST_HEADING = 60
_REVISED = Text(
    "文件中还有 {count} 处修订未接受或拒绝，按全部接受后的文字检查；报送前请处理完毕",
    "tracked changes still open: {count}; the text was checked as if all were accepted",
)
_REMARKED = Text("文件中还有 {count} 条批注，报送前请删除", "comments still in the file: {count}")
_HIDDEN = Text(
    "表格中有隐藏的行或文字（{count} 处），未读取：请取消隐藏或删去",
    "hidden rows or texts in tables ({count}), not read: please show or delete them",
)
_MACROS = Text("文件带有宏，没有运行", "the file has macros; they were not run")


def open_docx(data: bytes, name: str, read: ReadFile | None = None) -> Opened:
    """The report in the bytes of a file; ``read`` reads the files that are put into it. Raises ``ReadError``."""
    word = open_word(data, name)
    text = word.text
    macros = any(link.type.endswith("/vbaProject") for link in word.package.relationships(text.part))
    embedded = Embedded(word, read)
    blocks = tuple(_Blocks(embedded).read(text.blocks))
    unread = (*embedded.unread, *_hidden(text))
    notes = (*_notes(text, macros), *unread)
    return Opened(Document(name, "docx", None, blocks, notes=notes, unread=unread), data, word)


def _notes(text: WordText, macros: bool) -> tuple[Text, ...]:
    said = [(_REVISED, text.revisions), (_REMARKED, len(text.comments)), (_MACROS, int(macros))]
    return tuple(words.filled(count=count) for words, count in said if count)


def _hidden(text: WordText) -> Iterator[Text]:
    if text.hidden:
        yield _HIDDEN.filled(count=text.hidden)


class _Blocks:
    """Makes blocks of what stands in the body or in a cell."""

    def __init__(self, embedded: Embedded) -> None:
        self._embedded = embedded

    def read(self, found: Iterable[WordBlock]) -> list[Block]:
        blocks: list[Block] = []
        goes_on = False
        for block in found:
            if isinstance(block, WordParagraph):
                own = _paragraph(block)
                _append(blocks, own, goes_on)
                goes_on = block.goes_on and (bool(own) or goes_on)
                continue
            goes_on = False
            if isinstance(block, WordTable):
                blocks += table_blocks(block, self.read)
            else:
                blocks += self._embedded.blocks(block)
        return blocks


def _append(blocks: list[Block], own: list[Block], goes_on: bool) -> None:
    """Add the blocks of a paragraph; where the mark between it and the last one is deleted, as a part of that."""
    if goes_on and own and isinstance(blocks[-1], Heading | Paragraph) and isinstance(own[0], Heading | Paragraph):
        last = blocks.pop()
        assert isinstance(last, Heading | Paragraph)
        own[0] = Paragraph(join((last.text, own[0].text)))
    blocks += own


def _paragraph(paragraph: WordParagraph) -> list[Block]:
    images = [Image(paragraph.location, description) for description in paragraph.pictures]
    found = [
        Heading(text, paragraph.level)
        if paragraph.level and len(text.text) <= _LONGEST_HEADING and "。" not in text.text
        else Paragraph(text)
        for text in lines(paragraph)
    ]
    return [*found, *islice(images, 50)]
