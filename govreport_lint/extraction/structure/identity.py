"""Who reports on which year: from the title, else from the signature, the period and the preamble."""

from __future__ import annotations

import re

from msgspec import Struct

from ...document import Document, Heading, Location, Paragraph, Passage
from ...report import Title, UnitKind
from .calendar_dates import plain_digits
from .report_body import title_line
from .report_titles import TitleWords, parse_title, without_metadata, without_site_name
from .sections import Sections
from .signature import find_signature
from .unit_kinds import kind_of

_YEAR = re.compile(
    r"(?:统计|所列数据|现将|现公布|公布|编制|报告)[^。；;]{0,30}?(20\d\d)\s*年|(20\d\d)\s*年\s*(?:度)?\s*(?:政府|政务)信息公开"
)


class Identity(Struct, frozen=True):
    """``title`` is the title line (None: the file has none); ``organ`` and ``year`` may stand elsewhere."""

    title: Title | None
    organ: str | None
    kind: UnitKind
    year: int | None


def find_identity(document: Document, sections: Sections) -> Identity:
    """Organ, kind and year of a report; the page's own title and metadata are the last resort."""
    title = _title(document, sections)
    signed = find_signature(sections).organ
    organ = title.organ if title else None
    if organ is None and signed is not None:
        organ = re.sub(r"\s+", "", signed.text).strip("*_")
    organ = organ or document.unit
    year = title.year if title else None
    if year is None:
        year = _year(sections)
    return Identity(title, organ, kind_of(organ), year)


def _title(document: Document, sections: Sections) -> Title | None:
    number = next((i for i, section in enumerate(sections.block_sections) if section is not None), None)
    line = title_line(document, len(document.blocks) if number is None else number)
    if line:
        return _made(line.text.strip(), line.words)
    for passage in _metadata_titles(document, sections.start):
        words = parse_title(without_site_name(passage.text))
        if words and words.organ:
            return _made(passage, words)
    return None


def _metadata_titles(document: Document, start: int) -> list[Passage]:
    found = []
    for block in document.blocks[:start]:
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block.text
        words = without_metadata(text.text)
        if words:
            at = text.text.rfind(words)
            found.append(text.cut(at, at + len(words)) if at >= 0 else text)
    if document.title:
        found.append(Passage(document.title, ()))
    return found


def _made(text: Passage, words: TitleWords) -> Title:
    return Title(text.text, words.organ, words.year, words.document_name, text.location if text.runs else Location())


def _year(sections: Sections) -> int | None:
    for _, passage in sections.passages[:20]:
        found = _YEAR.search(plain_digits(passage.text[:2000]))
        if found:
            return int(found[1] or found[2])
    return None
