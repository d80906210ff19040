"""The paragraphs that are prose: no headings, no labels, no tables that fell to pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Passage
from ...report import Report
from .section_text import passages

_MARK = re.compile(r"[，。；,;！？!?.：:]")


def prose(report: Report) -> Iterator[tuple[int | None, Passage]]:
    """Every paragraph with a mark in it and its section, without the sections of tables that cannot be read."""
    wrecks = {reading.section for reading in report.tables if reading.unreadable}
    for number, passage in passages(report):
        if (number is None or number not in wrecks) and _MARK.search(passage.text):
            yield number, passage
