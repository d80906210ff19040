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
        end, aside = _region(lines, at)
        own = [line for index, line in enumerate(lines[at:end], at) if index not in aside]
        if _is_table(own):
            _close(blocks, prose, width)
            blocks.append(build_table(own))
            prose += [lines[index] for index in sorted(aside)]
        else:
            prose += lines[at:end]
        at = end
    _close(blocks, prose, width)
    return blocks


def _close(blocks: list[TextBlock], prose: list[Line], width: int | None) -> None:
    if prose:
        blocks += paragraphs(prose, width)
        prose.clear()


def _starts(line: Line) -> bool:
    return line.kind in _STARTS or (line.kind is Kind.PIECE and len(line.text.text) >= _SHORTEST_START)


def _region(lines: Sequence[Line], start: int) -> tuple[int, set[int]]:
    """Where the table that begins at a line ends, and what stands in it without belonging to it.

    Notes at the foot of a page, its number and its head stand between the two halves of a table.
    """
    last, unknown = start, 0
    aside: set[int] = set()
    for at in range(start + 1, len(lines)):
        kind = lines[at].kind
        if _is_page_number(lines, at, at - 1 in aside):
            aside.add(at)
        elif kind in _TABLE_KINDS or (kind is Kind.RULE and at == last + 1):
            last, unknown = at, 0
        elif kind not in _NOTHING:
            unknown += 1
            if kind is not Kind.TEXT or unknown > _LONGEST_UNKNOWN:
                break
            if _breaks(lines, at):
                if not _goes_on(lines, at):
                    break
                aside.add(at)
    return last + 1, {at for at in aside if at <= last}


def _is_page_number(lines: Sequence[Line], at: int, after_note: bool) -> bool:
    """Whether a number alone on its line is that of the page: after a note, or after a line of several figures."""
    line = lines[at]
    if line.kind is not Kind.VALUE or not line.text.text.isdecimal() or _next_kind(lines, at) is Kind.VALUE:
        return False
    before = next((found for found in reversed(lines[max(0, at - 5) : at]) if found.kind not in _NOTHING), None)
    return after_note or (before is not None and len(before.cells) > 2 and before.kind is not Kind.ROW)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether the table goes on with labels and figures after a line of prose, before any title."""
    found = [line for line in lines[at + 1 : at + 3 * _LONGEST_UNKNOWN] if line.kind not in _NOTHING]
    kinds = [line.kind for line in found[: 2 * _LONGEST_UNKNOWN]]
    end = next((index for index, kind in enumerate(kinds) if kind in (Kind.TITLE, Kind.NUMBERED)), len(kinds))
    return any(kind in (Kind.LABEL, Kind.PIECE, Kind.LABELLED) for kind in kinds[:end]) and any(
        kind in (Kind.VALUE, Kind.LABELLED) for kind in kinds[:end]
    )


def _breaks(lines: Sequence[Line], at: int) -> bool:
    # A long label that we do not know is followed by its figures, a sentence is not.
    text = lines[at].text.text
    return text.endswith("。") or (is_prose(text) and (at + 1 >= len(lines) or _next_kind(lines, at) is not Kind.VALUE))


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
