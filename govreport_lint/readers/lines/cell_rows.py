"""Cutting a line of a table into its cells: at tabs, at pipes, at wide gaps."""

from __future__ import annotations

import re

from ...document import Passage
from ..blocks.source_passages import cut_all, inner
from .line_kinds import Kind, kind_of

_ONLY_BARS = re.compile(r"\|+")
_DASHES = r"\s*(?::?-{2,}:?|:-:?|-:)\s*"
_RULE = re.compile(rf"\|?{_DASHES}(?:\|{_DASHES})*\|?|\|(?::?-+:?\|)+")
_GAP = re.compile(r"\s{2,}")
_LONGEST_GAPPED = 400


def is_rule(text: str) -> bool:
    """Whether the line is the delimiter row of a pipe table (``|---|---|``)."""
    return "|" in text and "-" in text and bool(_RULE.fullmatch(text))


def holds_only_bars(text: str) -> bool:
    """Whether the line has pipes and nothing else: a row that lost its cells."""
    return bool(_ONLY_BARS.fullmatch(text))


def split_cells(line: Passage, kept: frozenset[int], table: bool = False) -> list[Passage] | None:
    """The cells of a line with tabs or pipes; None where it does not look like a row.

    ``kept`` are the positions of pipes that belong to the text (escaped, in code); ``table``: it is surely
    a row. A single cell means: a line of its own with a pipe after it.
    """
    text = line.text
    if "\t" in text and not text.lstrip().startswith("|"):
        return _parts(line, [at for at, character in enumerate(text) if character == "\t"])
    bars = [at for at, character in enumerate(text) if character == "|" and _cuts(text, at, kept)]
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    opened, closed = bool(bars) and bars[0] == left, bool(bars) and bars[-1] == right - 1
    if not bars or not (table or opened or closed or _worded_row(text, bars)):
        return None
    parts = _parts(line, bars)
    return parts[opened : len(parts) - closed] or parts[:1]


def _cuts(text: str, at: int, kept: frozenset[int]) -> bool:
    return at not in kept and (at == 0 or text[at - 1] != "\\" or at - 1 in kept)


def _worded_row(text: str, bars: list[int]) -> bool:
    if "。" in text:
        return False
    if len(bars) > 1:
        return True
    sides = (text[: bars[0]].strip(), text[bars[0] + 1 :].strip())
    return any(kind_of(side) in (Kind.LABEL, Kind.VALUE) for side in sides)


def _parts(line: Passage, marks: list[int]) -> list[Passage]:
    starts = [0, *(mark + 1 for mark in marks)]
    spans = zip(starts, [*marks, len(line.text)], strict=True)
    return cut_all(line, [inner(line.text, start, end) for start, end in spans])


def split_gaps(line: Passage) -> list[Passage] | None:
    """The cells of a line whose cells stand apart by wide gaps; None unless each is a label or a value."""
    text = line.text
    if len(text) > _LONGEST_GAPPED or not _GAP.search(text):
        return None
    gaps = list(_GAP.finditer(text))
    starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    spans = list(zip(starts, ends, strict=True))
    if all(kind_of(text[start:end]) in (Kind.LABEL, Kind.VALUE) for start, end in spans):
        return cut_all(line, spans)
    return None
