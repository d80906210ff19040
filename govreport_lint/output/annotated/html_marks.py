"""A web page handed back as it was, with marks on the elements that findings are about.

Start tags get attributes, and anchors are put behind them; no other character of the page changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document, Heading, Location, Paragraph, Table
from ..words.causes import Remark
from .remark_box import anchor, attributes, box
from .review import Review

_TAG = re.compile(r"<[a-zA-Z][^\s/>]*")
# Between tags like these stands nothing, and nothing stands in the others.
_NO_CONTENT = frozenset({
    "table", "tbody", "thead", "tfoot", "tr", "img", "br", "hr", "input", "textarea", "select", "meta", "link",
})  # fmt: skip
_RAW = ("script", "style", "template", "textarea", "title", "noscript")


def marked_page(review: Review, source: str) -> str:
    """The page with the box of remarks at its head and marks in it."""
    starts = _starts(review.document)
    painted: dict[int, list[Remark]] = {}
    anchored: dict[int, list[int]] = {}
    for number, remark in review.numbered():
        anchored.setdefault(_elements(remark.location, starts)[0], []).append(number)
        for at in dict.fromkeys(at for place in remark.marked for at in _elements(place, starts)):
            painted.setdefault(at, []).append(remark)
    insertions = [(_body(source), box(review))]
    for at in sorted(painted.keys() | anchored.keys()):
        remarks = painted.get(at, [])
        given = attributes(remarks, review) if remarks else ""
        insertions += _mark(source, at, anchored.get(at, []), given, remarks)
    return _with(source, insertions)


def _starts(document: Document) -> list[int]:
    """Where the elements begin that hold the text, in ascending order."""
    starts: set[int] = set()
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            starts |= {run.location.start for run in block.text.runs}
        elif isinstance(block, Table):
            starts |= {run.location.start for row in block.rows for cell in row for run in cell.text.runs}
    return sorted(starts)


def _elements(location: Location, starts: list[int]) -> list[int]:
    """Where the elements of a location begin; of a whole table the table."""
    within = [at for at in starts if location.start <= at < location.end]
    return within if within and within[0] == location.start and len(within) < 8 else [location.start]


def _mark(source: str, at: int, numbers: list[int], given: str, remarks: list[Remark]) -> Iterator[tuple[int, str]]:
    """What to insert where for a mark at an offset."""
    anchors = "".join(f'<a id="{anchor(number)}"></a>' for number in numbers)
    tag = _TAG.match(source, at)
    if tag is None:
        yield from _text_mark(source, at, anchors, given, remarks)
        return
    if given:
        yield tag.end(), given
    end = _tag_end(source, tag.end())
    yield (at if tag.group()[1:].lower() in _NO_CONTENT else end), anchors


def _text_mark(source: str, at: int, anchors: str, given: str, remarks: list[Remark]) -> Iterator[tuple[int, str]]:
    """A mark around text that stands in no element of its own, as far as the next tag."""
    ends = [place.end for remark in remarks for place in remark.marked if place.start == at]
    end = min(max(ends, default=at), len(source))
    tag = source.find("<", at, end)
    stop = tag if tag >= 0 else end
    shown = bool(given) and stop > at
    yield at, f"{anchors}<mark{given}>" if shown else anchors
    if shown:
        yield stop, "</mark>"


def _tag_end(source: str, at: int) -> int:
    """Behind the start tag whose name ends at an offset: a ``>`` in quotes does not end it."""
    quote = ""
    for index in range(at, len(source)):
        character = source[index]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == ">":
            return index + 1
    return len(source)


def _body(source: str) -> int:
    """Where the body begins; without one, behind what stands before it."""
    at = fallback = 0
    lower = source.lower()
    while (at := lower.find("<", at)) >= 0:
        if lower.startswith("<!--", at):
            at = lower.find("-->", at + 4)
        elif (raw := next((name for name in _RAW if lower.startswith(f"<{name}", at)), None)) is not None:
            at = lower.find(f"</{raw}", at)
        elif lower.startswith("<body", at):
            return _tag_end(source, at + 5)
        elif lower.startswith(("<!doctype", "<html", "</head"), at):
            fallback = at = _tag_end(source, at + 5)
            continue
        if at < 0:
            break
        at += 1
    return fallback


def _with(source: str, insertions: list[tuple[int, str]]) -> str:
    parts, last = [], 0
    for at, text in sorted(insertions, key=lambda pair: pair[0]):
        parts += [source[last:at], text]
        last = at
    return "".join([*parts, source[last:]])
