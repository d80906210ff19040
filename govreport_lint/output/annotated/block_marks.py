"""A page made of the blocks of a report that is none itself, with marks on what findings are about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from ...document import Block, Cell, Heading, Image, Location, Paragraph, Passage, Table
from ..words.causes import Remark
from .marked_places import MarkedPlaces
from .remark_box import HEAD, anchor, attributes, box
from .review import Review

# A remark about a whole table is told in so many of its cells.
_MOST_CELLS = 100
_EMPTY = "<td></td>"
# No form has as many columns; more than the last number a browser takes for one.
_MOST_EMPTY, _WIDEST = 50, 1000
_LOOKS = (
    "body{max-width:60em;margin:0 auto;padding:1em;font:16px/1.8 sans-serif;color:#222}p{margin:.4em 0}"
    "table{border-collapse:collapse;margin:1em 0}td{border:1px solid #888;padding:.2em .5em;text-align:center}"
)


def rendered(review: Review) -> str:
    """The whole page."""
    page = _Page(review)
    body = "".join(page.block(block) for block in review.document.blocks)
    title = review.result.report.title
    name = escape(title.text if title else review.result.path)
    return (
        f'<!doctype html><html lang="zh"><head>{HEAD}<title>{name}</title>'
        f"<style>{_LOOKS}</style></head><body>{box(review)}{page.rest()}{body}</body></html>\n"
    )


class _Page:
    """Writes blocks; each remark is anchored where it is met first."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._places = MarkedPlaces(review.remarks)
        self._open = dict(review.numbered())
        self._cells: Counter[int] = Counter()
        self._begins = sorted((remark.location.start, number) for number, remark in self._open.items())

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"<h{min(block.level + 1, 6)}>{self._passage(block.text)}</h{min(block.level + 1, 6)}>"
        if isinstance(block, Paragraph):
            return f"<p>{self._passage(block.text)}</p>"
        if isinstance(block, Image):
            return f"<p>[{escape(block.description)}]</p>"
        return self._table(block)

    def anchors(self, location: Location) -> str:
        """Anchors for the remarks that begin at a location."""
        first = bisect_left(self._begins, (location.start, 0))
        last = bisect_left(self._begins, (max(location.end, location.start + 1), 0))
        near = sorted(number for _, number in self._begins[first:last] if number in self._open)
        met = [number for number in near if self._open[number].location.end]
        for number in met:
            del self._open[number]
        return _anchors(met)

    def rest(self) -> str:
        """Anchors for what has met no place: asked when all blocks are written."""
        return _anchors(list(self._open))

    def _table(self, table: Table) -> str:
        about = [remark for place, remark in self._places.near(table.location) if place == table.location]
        given = attributes(about, self._review) if about else ""
        before = self.anchors(table.location) if about else ""
        rows = []
        for index, row in enumerate(table.rows):
            cells = [cell for place, cell in enumerate(row) if (cell.row, cell.column) == (index, place)]
            rows.append(f"<tr>{''.join(_closed_up([self._cell(cell) for cell in cells]))}</tr>")
        return f"{before}<table{given}>{''.join(rows)}</table>"

    def _cell(self, cell: Cell) -> str:
        place = cell.text.location
        about = [remark for marked, remark in self._places.near(place) if marked != Location() and marked.covers(place)]
        given = attributes(about, self._review, silent=self._are_told(about)) if about else ""
        spans = (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "") + (
            f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        )
        return f"<td{spans}{given}>{self.anchors(place)}{escape(cell.text.text)}</td>"

    def _are_told(self, remarks: list[Remark]) -> bool:
        """Whether each of the remarks is told in many cells already; counts this one."""
        self._cells.update(map(id, remarks))
        return all(self._cells[id(remark)] > _MOST_CELLS for remark in remarks)

    def _passage(self, passage: Passage) -> str:
        parts = []
        for start, end, about in marked_pieces(passage, self._places):
            text = escape(passage.text[start:end])
            if about:
                given = attributes(about, self._review)
                text = f"<mark{given}>{self.anchors(passage.locate(start, end))}{text}</mark>"
            parts.append(text)
        return "".join(parts)


def marked_pieces(passage: Passage, places: MarkedPlaces) -> Iterator[tuple[int, int, list[Remark]]]:
    """The passage cut where marks begin and end, each piece with the remarks about it."""
    near = places.near(passage.location)
    found = [(remark, passage.span_of(place)) for place, remark in near if place != Location()]
    spans = [(remark, *span) for remark, span in found if span]
    cuts = sorted({0, len(passage.text), *(cut for _, *span in spans for cut in span)})
    for start, end in pairwise(cuts):
        yield start, end, [remark for remark, first, last in spans if first <= start and end <= last]


def _closed_up(cells: list[str]) -> list[str]:
    """A row without the many empty cells that a damaged head of a table has added to its end: one stands for them."""
    filled = max((place for place, cell in enumerate(cells, 1) if cell != _EMPTY), default=0)
    rest = len(cells) - filled
    return cells if rest <= _MOST_EMPTY else [*cells[:filled], f'<td colspan="{min(rest, _WIDEST)}"></td>']


def _anchors(numbers: list[int]) -> str:
    return "".join(f'<a id="{anchor(number)}"></a>' for number in numbers)
