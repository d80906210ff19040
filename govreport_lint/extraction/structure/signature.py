"""Who signed a report and when: what stands after its last section."""

from __future__ import annotations

from msgspec import Struct

from ...document import Passage
from .calendar_dates import DateText
from .sections import Sections
from .signature_lines import beside, is_organ_line, signature_date


class Signature(Struct, frozen=True):
    """The organ and the date as printed, with the ISO value of the date (None: no such day)."""

    organ: Passage | None = None
    date: Passage | None = None
    value: str | None = None


def find_signature(sections: Sections) -> Signature:
    """The signature under section five or six, the last sections of the form; empty where there is none."""
    if not sections.sections or sections.sections[-1].number < 5:
        return Signature()
    lines = sections.sections[-1].paragraphs
    for index in range(len(lines) - 1, -1, -1):
        date = signature_date(lines[index].text)
        if date is None:
            continue
        return Signature(
            _organ_beside(lines[index], date) or _neighbour(lines, index),
            lines[index].cut(date.start, date.end),
            date.value,
        )
    last = lines[-1] if lines else None
    return Signature(last.strip() if last and is_organ_line(last.text) else None)


def _organ_beside(line: Passage, date: DateText) -> Passage | None:
    """The organ that stands on the line of the date, before or after it."""
    for words in beside(line.text, date):
        if words and is_organ_line(words):
            at = line.text.index(words)
            return line.cut(at, at + len(words)).strip()
    return None


def _neighbour(lines: tuple[Passage, ...], index: int) -> Passage | None:
    for place in (index - 1, index + 1):
        if 0 <= place < len(lines) and is_organ_line(lines[place].text):
            return lines[place].strip()
    return None
