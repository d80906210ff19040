"""Tables that are drawn without ``<table>``: rows of ``div`` or ``li`` whose cells are elements, or stand apart.

Only what is plain is taken for one: rows side by side, several of them a label of the forms with figures behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document import Cell, Location, Passage, Run, Table
from ...html.nodes import Node
from ..blocks.flow import Piece, passage, tidy
from ..lines.line_kinds import is_value
from ..lines.vocabulary import is_label
from .fields import FIELDS, field_text
from .raised import RaisedMarks
from .visibility import SEEN, Sights

_CONTAINERS = frozenset({"div", "ul", "ol", "dl", "section", "article", "main", "tbody", "p"})
_ROWS = frozenset({"div", "li", "ul", "ol", "dl", "section", "p"})
_LEAST_ROWS, _LEAST_LABELLED = 3, 2
_LONGEST_CELL = 80
_DEEPEST, _MOST_PIECES = 4, 100
_GAP = re.compile(r"[\t\u3000]+|\s{2,}")


class DrawnTables:
    """Finds the drawn tables of one page, as far as they are seen."""

    def __init__(self, source: str, look: Sights, raised: RaisedMarks) -> None:
        self._source = source
        self._look = look
        self._raised = raised

    def of(self, node: Node, around: Sequence[Node]) -> Table | None:
        """The table that an element is, by its rows; None for anything else. ``around`` is what it stands in."""
        if node.name not in _CONTAINERS:
            return None
        children = _contents(node)
        if len(children) < _LEAST_ROWS or any(child.name not in _ROWS for child in children):
            return None
        rows: list[list[Passage]] = []
        for child in children:
            cells = self._cells(child, [*around, node])
            if cells is None:
                return None
            rows += [cells] if cells else []
        if not _is_official(rows):
            return None
        grid = (tuple(Cell(text, row, column) for column, text in enumerate(cells)) for row, cells in enumerate(rows))
        return Table(tuple(grid), Location(node.start, node.end))

    def _cells(self, row: Node, around: Sequence[Node]) -> list[Passage] | None:
        """The cells of a row; none for an empty one, None for what is no row."""
        parts = _contents(row)
        if len(parts) < 2 or any(part.name in ("", "table", "br") for part in parts):
            found = _parted(self._pieces(row, around), self._source)
        else:
            seen = [part for part in parts if self._is_seen(part, [*around, row])]
            each = [self._pieces(part, [*around, row]) for part in seen]
            found = None if None in each else [passage(pieces or ()) for pieces in each]
        if found is None or any(len(cell.text) > _LONGEST_CELL for cell in found):
            return None
        return found if any(cell.text for cell in found) else []

    def _is_seen(self, node: Node, around: Sequence[Node]) -> bool:
        sight = self._look.of(node, around, SEEN)
        return sight is not None and sight.seen and not self._raised.holds(node, around)

    def _pieces(self, cell: Node, around: Sequence[Node]) -> list[Piece] | None:
        """The texts of a cell; None for one that holds more than a cell does."""
        waiting = [(cell, tuple(around))]
        found: list[Piece] = []
        while waiting:
            node, outer = waiting.pop()
            if not node.name:
                found.append(Piece(node.text, node.start, node.end))
            elif node.name == "table" or len(outer) > len(around) + _DEEPEST or len(found) > _MOST_PIECES:
                return None
            elif self._is_seen(node, outer):
                found += [Piece(field_text(node), node.start, node.end)] if node.name in FIELDS else ()
                waiting += [(child, (*outer, node)) for child in reversed(node.children) if node.name not in FIELDS]
        return found


def _contents(node: Node) -> list[Node]:
    """The nodes directly inside but for white space."""
    return [child for child in node.children if child.name or not child.text.isspace()]


def _parted(pieces: list[Piece] | None, source: str) -> list[Passage] | None:
    """The cells of a row that is one text, where wide gaps part them."""
    if pieces is None:
        return None
    return [cell for piece in pieces for cell in _apart(piece, source)]


def _apart(piece: Piece, source: str) -> Iterator[Passage]:
    """The cells of one text, each in its own place where the text stands in the source as it is read."""
    text = piece.text.strip()
    # The place of a text begins with the tag before it.
    place = source.find(text, source.find(">", piece.start, piece.end) + 1, piece.end)
    stands = place >= 0 and source.find(text, place + 1, piece.end) < 0
    gaps = [match.span() for match in _GAP.finditer(text)]
    for start, end in zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True):
        cell = text[start:end]
        if gaps and stands and cell and tidy(cell) == cell:
            yield Passage(cell, (Run(0, Location(place + start, place + end)),))
        else:
            yield passage([Piece(cell, piece.start, piece.end)])


def _is_official(rows: list[list[Passage]]) -> bool:
    """Whether rows are those of a form: labels with figures behind them, or rows of labels above one of figures."""
    kinds = [_kinds(row) for row in rows]
    labelled = sum(labels > 0 and figures > 0 for labels, figures in kinds)
    heads = sum(labels > 1 and not figures for labels, figures in kinds)
    bare = sum(figures > 1 and not labels for labels, figures in kinds)
    return labelled >= _LEAST_LABELLED or (heads >= _LEAST_LABELLED and bare > 0)


def _kinds(cells: list[Passage]) -> tuple[int, int]:
    """How many labels of the forms a row begins with, and how many figures follow; (0, 0) for any other row."""
    labels = [cell.text for cell in cells if not is_value(cell.text)]
    figures = cells[len(labels) :]
    if (labels and not is_label(labels[-1])) or not all(is_value(cell.text) for cell in figures):
        return 0, 0
    return len(labels), len(figures)
