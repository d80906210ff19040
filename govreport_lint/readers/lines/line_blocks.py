"""From lines to blocks: tables row by row or cell by cell, wrapped prose, section titles."""

from __future__ import annotations

from collections.abc import Sequence

from .cell_lines import build_table
from .line import Line
from .line_kinds import Kind, is_value
from .paragraphs import TextBlock, is_prose, paragraphs
from .vocabulary import is_label

# Lines in a row that say nothing known end a table; a label wrapped in a narrow column has fewer.
_LONGEST_UNKNOWN = 8
_TABLE_KINDS = frozenset({Kind.ROW, Kind.LABEL, Kind.VALUE, Kind.LABELLED, Kind.PIECE})
_STARTS = frozenset({Kind.ROW, Kind.LABEL, Kind.LABELLED})
_PROOFS = frozenset({Kind.VALUE, Kind.LABELLED, Kind.RULE})
_NOTHING = frozenset({Kind.BLANK, Kind.PAGE, Kind.RULE})
_SHORTEST_START = 8


def read_lines(lines: Sequence[Line], width: int | None) -> list[TextBlock]:
    """The blocks of a run of lines; ``width`` is what ``wrapping.wrap_width`` found for the whole text."""
    blocks: list[TextBlock] = []
    prose: list[Line] = []
    at = 0
    while at < len(lines):
        if not _starts(lines[at]):
            prose.append(lines[at])
            at += 1
            continue
        end = _region_end(lines, at)
        table = build_table(lines[at:end]) if _is_table(lines[at:end]) else None
        if table is None:
            prose += lines[at:end]
        else:
            _close(blocks, prose, width)
            blocks.append(table)
        at = end
    _close(blocks, prose, width)
    return blocks


def _close(blocks: list[TextBlock], prose: list[Line], width: int | None) -> None:
    if prose:
        blocks += paragraphs(prose, width)
        prose.clear()


def _starts(line: Line) -> bool:
    return line.kind in _STARTS or (line.kind is Kind.PIECE and len(line.text.text) >= _SHORTEST_START)


def _region_end(lines: Sequence[Line], start: int) -> int:
    last, unknown = start, 0
    for at in range(start + 1, len(lines)):
        kind = lines[at].kind
        if kind in _TABLE_KINDS or (kind is Kind.RULE and at == last + 1):
            last, unknown = at, 0
        elif kind not in _NOTHING:
            unknown += 1
            if kind is not Kind.TEXT or unknown > _LONGEST_UNKNOWN or _breaks(lines, at):
                break
    return last + 1


def _breaks(lines: Sequence[Line], at: int) -> bool:
    # A long label that we do not know is followed by its figures, a sentence is not.
    return is_prose(lines[at].text.text) and (at + 1 >= len(lines) or _next_kind(lines, at) is not Kind.VALUE)


def _next_kind(lines: Sequence[Line], at: int) -> Kind:
    for line in lines[at + 1 : at + 6]:
        if line.kind not in _NOTHING:
            return line.kind
    return Kind.BLANK


def _is_table(lines: Sequence[Line]) -> bool:
    rows = [line for line in lines if line.kind is Kind.ROW]
    if len(rows) > 1 or any(line.kind in _PROOFS for line in lines):
        return True
    if rows and any(is_label(cell.text) or is_value(cell.text) for cell in rows[0].cells):
        return True
    return sum(line.kind is Kind.LABEL for line in lines) > 2
