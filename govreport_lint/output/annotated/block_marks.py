"""A page made of the blocks of a report that is none itself, with marks on what findings are about."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from ...document import Block, Cell, Heading, Image, Location, Paragraph, Passage, Table
from ...finding import Finding, Result
from .remark_box import anchor, attributes, box

_LOOKS = (
    "body{max-width:60em;margin:0 auto;padding:1em;font:16px/1.8 sans-serif;color:#222}p{margin:.4em 0}"
    "table{border-collapse:collapse;margin:1em 0}td{border:1px solid #888;padding:.2em .5em;text-align:center}"
)


def rendered(result: Result, language: str) -> str:
    """The whole page."""
    page = _Page(result, language)
    body = "".join(page.block(block) for block in result.report.document.blocks)
    title = escape(result.report.title.text if result.report.title else result.path)
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_LOOKS}</style></head><body>{box(result, language)}{page.rest()}{body}</body></html>\n"
    )


class _Page:
    """Writes blocks; each finding is anchored where it is met first."""

    def __init__(self, result: Result, language: str) -> None:
        self._result, self._language = result, language
        self._open = dict(enumerate(result.findings, 1))

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"<h{min(block.level + 1, 6)}>{self._passage(block.text)}</h{min(block.level + 1, 6)}>"
        if isinstance(block, Paragraph):
            return f"<p>{self._passage(block.text)}</p>"
        if isinstance(block, Image):
            return f"<p>[{escape(block.description)}]</p>"
        return self._table(block)

    def anchors(self, location: Location) -> str:
        """Anchors for the findings that begin at a location."""
        met = [number for number, finding in self._open.items() if _begins(finding.location, location)]
        for number in met:
            del self._open[number]
        return _anchors(met)

    def rest(self) -> str:
        """Anchors for what has met no place: asked when all blocks are written."""
        return _anchors(list(self._open))

    def _table(self, table: Table) -> str:
        about = [each for each in self._result.findings if each.location == table.location]
        given = attributes(about, self._result, self._language) if about else ""
        before = self.anchors(table.location) if about else ""
        rows = []
        for index, row in enumerate(table.rows):
            cells = [cell for place, cell in enumerate(row) if (cell.row, cell.column) == (index, place)]
            rows.append(f"<tr>{''.join(self._cell(cell) for cell in cells)}</tr>")
        return f"{before}<table{given}>{''.join(rows)}</table>"

    def _cell(self, cell: Cell) -> str:
        place = cell.text.location
        about = [each for each in self._result.findings if _covers(each.location, place)]
        given = attributes(about, self._result, self._language) if about else ""
        spans = (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "") + (
            f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        )
        return f"<td{spans}{given}>{self.anchors(place)}{escape(cell.text.text)}</td>"

    def _passage(self, passage: Passage) -> str:
        parts = []
        for start, end, about in _pieces(passage, self._result.findings):
            text = escape(passage.text[start:end])
            if about:
                given = attributes(about, self._result, self._language)
                text = f"<mark{given}>{self.anchors(passage.locate(start, end))}{text}</mark>"
            parts.append(text)
        return "".join(parts)


def _pieces(passage: Passage, findings: tuple[Finding, ...]) -> Iterator[tuple[int, int, list[Finding]]]:
    """The passage cut where marks begin and end, each piece with the findings about it."""
    spans = [(finding, *span) for finding in findings for span in _spans(passage, finding.location)]
    cuts = sorted({0, len(passage.text), *(cut for _, *span in spans for cut in span)})
    for start, end in pairwise(cuts):
        yield start, end, [finding for finding, first, last in spans if first <= start and end <= last]


def _spans(passage: Passage, location: Location) -> Iterator[tuple[int, int]]:
    """Which characters of a passage stand in a location."""
    for index, run in enumerate(passage.runs):
        stop = passage.runs[index + 1].at if index + 1 < len(passage.runs) else len(passage.text)
        if not _covers(location, run.location) and not (run.exact and _overlap(location, run.location)):
            continue
        if not run.exact:
            yield run.at, stop
            continue
        first = run.at + max(0, location.start - run.location.start)
        yield first, max(first, min(stop, run.at + location.end - run.location.start))


def _overlap(one: Location, other: Location) -> bool:
    return one.start < other.end and other.start < one.end


def _covers(outer: Location, inner: Location) -> bool:
    """Whether an element, an empty one too, stands in a location."""
    if outer.start == outer.end == 0:
        return False
    return outer.start <= inner.start and inner.end <= max(outer.end, outer.start)


def _anchors(numbers: list[int]) -> str:
    return "".join(f'<a id="{anchor(number)}"></a>' for number in numbers)


def _begins(finding: Location, piece: Location) -> bool:
    if finding.start == finding.end == 0:
        return False
    return piece.start <= finding.start <= max(piece.end - 1, piece.start)
