"""The dates of a report: the period of its figures, its signature, the page's date, those in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ...document import Document, Heading, Paragraph, Passage, Table
from ...report import DateMention, Printed
from .calendar_dates import MONTHS, RANGE, DateText, find_dates_in, iso, last_day, plain_digits
from .sections import Sections
from .signature import find_signature
from .signature_lines import signature_date

_BEFORE = re.compile(
    r"统计(?:期限|时限|周期|时间|期间|区间|时段|范围|数据)|所列数据|报告期|数据[^。；;]{0,6}(?:自|从|为|截)|期限|涵盖"
)
_AFTER = re.compile(r"^\s*(?:期间|止|的?(?:政府|政务)信息公开)")
_PUBLISHED = re.compile(
    r"(?:发布日期|发布时间|公开日期|公开时间|发文日期|发布于|生成日期|成文日期|印发日期|(?<![\u4e00-\u9fff])日\s*期|(?<![\u4e00-\u9fff])时\s*间)\s*[:：]?\s*$"
)
_LINK = re.compile(r"\s*(?:零时)?\s*起?\s*[，,]?\s*(?:至|到|[-—－–~～]{1,3})\s*")
_REACH = 40
_LINE = 200


class Dates(Struct, frozen=True):
    """``signature`` is the organ that signed the report (None: nobody did)."""

    dates: tuple[DateMention, ...]
    signature: Printed | None


class _Found(Struct, frozen=True):
    """A date in the passage with an index, from ``start`` to ``end``."""

    passage: int
    start: int
    end: int
    role: str
    value: str | None


def find_dates(document: Document, sections: Sections) -> Dates:
    """Every date of a report with its role: those of the body in its order, then those of the page."""
    period = _period(sections)
    signature = find_signature(sections)
    found = [*period, *_mentions(sections, period)]
    dates = [_mention(sections, date) for date in sorted(found, key=lambda date: (date.passage, date.start))]
    if signature.date is not None:
        place = signature.date.location
        dates = [date for date in dates if not (date.role == "mention" and date.location == place)]
        dates.append(DateMention("signature", signature.value, signature.date.text, place))
    organ = signature.organ
    signed = Printed(re.sub(r"\s+", "", organ.text).strip("*_"), organ.location) if organ else None
    return Dates((*dates, *_published(document, sections)), signed)


def _mention(sections: Sections, date: _Found) -> DateMention:
    passage = sections.passages[date.passage][1]
    text = passage.text[date.start : date.end]
    return DateMention(date.role, date.value, text, passage.locate(date.start, date.end))


def _period(sections: Sections) -> list[_Found]:
    """The first stated period: in the preamble, else in any paragraph that speaks of statistics."""
    for index, (number, passage) in enumerate(sections.passages):
        text = plain_digits(passage.text)
        for match in RANGE.finditer(text):
            if _states_period(text, match, number is None):
                year, month, day, end_year, end_month, end_day = match.groups()
                return _ends(index, match, (iso(year, month, day), iso(end_year or year, end_month, end_day)))
        for match in MONTHS.finditer(text):
            if _states_period(text, match, number is None):
                year, first, last = match.groups()
                return _ends(index, match, (iso(year, first, "1"), last_day(year, last)))
    return []


def _states_period(text: str, match: re.Match[str], preamble: bool) -> bool:
    before = re.split(r"[。；;]", text[max(0, match.start() - _REACH) : match.start()])[-1]
    # A year stated as a whole has ended the statement: 统计期限为2024年度，报告于2025年1月至2月编制.
    if re.search(r"年度?\s*[，,][^自从为]*$", before):
        before = re.split(r"[，,]", before)[-1]
    return bool(_BEFORE.search(before) or (preamble and _AFTER.match(text[match.end() : match.end() + 12])))


def _ends(index: int, match: re.Match[str], values: tuple[str | None, str | None]) -> list[_Found]:
    link = _LINK.search(match[0])
    first, second = (link.start(), link.end()) if link else (0, 0)
    start = match.start()
    return [
        _Found(index, start, start + first, "period_start", values[0]),
        _Found(index, start + second, match.end(), "period_end", values[1]),
    ]


def _mentions(sections: Sections, period: list[_Found]) -> Iterator[_Found]:
    taken = {date.passage: (period[0].start, period[-1].end) for date in period}
    for index, (_, passage) in enumerate(sections.passages):
        for date in find_dates_in(passage.text):
            first, last = taken.get(index, (0, 0))
            if not first <= date.start < last:
                yield _Found(index, date.start, date.end, "mention", date.value)


def _published(document: Document, sections: Sections) -> Iterator[DateMention]:
    """Dates that the page states beside the report: in lines and table cells around its sections."""
    first = next((i for i, number in enumerate(sections.block_sections) if number is not None), 0)
    last = sections.sections[-1].blocks[0] if sections.sections else sections.end
    for index, block in enumerate(document.blocks):
        if first <= index < last:
            continue
        if isinstance(block, Table):
            for row in range(len(block.rows)):
                texts = [cell.text for cell in block.cells(row)]
                for label, value in pairwise(texts):
                    yield from _dated(value, label.text)
        elif isinstance(block, Heading | Paragraph) and len(block.text.text) <= _LINE:
            yield from _dated(block.text, "")
            if index < first and (date := signature_date(block.text.text)):
                yield _page_date(block.text, date)


def _dated(passage: Passage, label: str) -> Iterator[DateMention]:
    for date in find_dates_in(passage.text, dashed=True):
        # No further back than the words reach, for a long text may hold a date in every word.
        if _PUBLISHED.search((label + passage.text[max(0, date.start - _REACH) : date.start])[-_REACH:]):
            yield _page_date(passage, date)


def _page_date(passage: Passage, date: DateText) -> DateMention:
    text = passage.text[date.start : date.end]
    return DateMention("published", date.value, text, passage.locate(date.start, date.end))
