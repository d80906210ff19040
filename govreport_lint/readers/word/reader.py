"""Word files (.docx, .docm): the final text of a report, as it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ...document import Block, Document, Heading, Image, Paragraph, join
from ...language import Text
from ...opened import Opened
from ...word.markup.tree import WordBlock, WordParagraph, WordTable, WordText
from ...word.opened_document import open_word
from .paragraph_text import lines
from .word_table import table_blocks

# Whole paragraphs of prose are styled as headings to get them into a table of contents.
_LONGEST_HEADING = 60
_REVISED = Text(
    "文件中还有 {count} 处修订未接受或拒绝，按全部接受后的文字检查；报送前请处理完毕",
    "tracked changes still open: {count}; the text was checked as if all were accepted",
)
_REMARKED = Text("文件中还有 {count} 条批注，报送前请删除", "comments still in the file: {count}")
_MACROS = Text("文件带有宏，没有运行", "the file has macros; they were not run")


def open_docx(data: bytes, name: str) -> Opened:
    """The report in the bytes of a file. Raises ``ReadError``."""
    word = open_word(data, name)
    text = word.text
    macros = any(link.type.endswith("/vbaProject") for link in word.package.relationships(text.part))
    document = Document(name, "docx", None, tuple(_blocks(text.blocks)), notes=_notes(text, macros))
    return Opened(document, data, word)


def _notes(text: WordText, macros: bool) -> tuple[Text, ...]:
    said = [(_REVISED, text.revisions), (_REMARKED, len(text.comments)), (_MACROS, int(macros))]
    return tuple(Text(words.zh.format(count=count), words.en.format(count=count)) for words, count in said if count)


def _blocks(found: Iterable[WordBlock]) -> list[Block]:
    blocks: list[Block] = []
    goes_on = False
    for block in found:
        if isinstance(block, WordTable):
            blocks += table_blocks(block, _blocks)
            goes_on = False
            continue
        own = _paragraph(block)
        if goes_on and own and isinstance(blocks[-1], Heading | Paragraph) and isinstance(own[0], Heading | Paragraph):
            # The paragraph mark between the two is deleted.
            last = blocks.pop()
            assert isinstance(last, Heading | Paragraph)
            own[0] = Paragraph(join((last.text, own[0].text)))
        blocks += own
        goes_on = block.goes_on and (bool(own) or goes_on)
    return blocks


def _paragraph(paragraph: WordParagraph) -> list[Block]:
    images = [Image(paragraph.location, description) for description in paragraph.pictures]
    found = [
        Heading(text, paragraph.level)
        if paragraph.level and len(text.text) <= _LONGEST_HEADING and "。" not in text.text
        else Paragraph(text)
        for text in lines(paragraph)
    ]
    return [*found, *islice(images, 50)]
