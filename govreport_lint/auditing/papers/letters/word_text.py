"""Paragraphs of a letter, and days as they are written in official documents."""

from __future__ import annotations

import re

from ....output.words.printable import printable
from ....word.package.new_package import escaped
from ....word.package.new_package import paragraph as styled

BLANK = "\u3000\u3000"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# Without the two characters that a paragraph begins with.
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'


def title(*lines: str) -> str:
    """The title of the paper, over as many lines as it is given."""
    text = '</w:t><w:br/><w:t xml:space="preserve">'.join(escaped(printable(line)) for line in lines)
    return styled(text, "Title", ready=True)


def heading(text: str) -> str:
    """The heading of a part (一、…)."""
    return styled(printable(text), "Heading1")


def paragraph(text: str) -> str:
    """A paragraph of text."""
    return styled(printable(text))


def ragged(text: str) -> str:
    """A paragraph with names of files: its words are not spread over the line."""
    run = f'<w:r><w:t xml:space="preserve">{escaped(printable(text))}</w:t></w:r>'
    return f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{run}</w:p>'


def addressee(text: str) -> str:
    """To whom it goes: flush left."""
    run = f'<w:r><w:t xml:space="preserve">{escaped(printable(text))}</w:t></w:r>'
    return f"<w:p><w:pPr>{_FLUSH}</w:pPr>{run}</w:p>"


def signature(text: str) -> str:
    """A line at the right, at the end."""
    return styled(printable(text), "Signature")


def caption(text: str) -> str:
    """A line over a piece of a table, that is not parted from it."""
    run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escaped(printable(text))}</w:t></w:r>'
    properties = (
        '<w:pStyle w:val="TableText"/><w:keepNext/><w:spacing w:before="160" w:after="60"/><w:jc w:val="left"/>'
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def after_table() -> str:
    """What has to stand between two tables, and after the last one."""
    return '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'


def day_words(day: str) -> str:
    """``2025-01-24`` as 2025年1月24日; blanks to be filled in where there is no day."""
    match = _DAY.match(day)
    if match is None:
        return f"{BLANK}年{BLANK}月{BLANK}日"
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日"
