"""Labels that narrow columns wrap over lines, put together again.

Text out of a PDF prints ``8.属于``, ``行政查``, ``询事项`` on lines of their own, with the figures of the row after the
first or the last of them and the pieces of a label beside it (``（三）``, ``不予公``, ``开``) in between. A piece goes
on with the label that it continues to a name of the forms, else it begins a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...document import Passage, join
from ...labels import normalise
from ..blocks.source_passages import cut_all
from .vocabulary import begins_name, is_name

_WORD = re.compile(r"\S+")
# A piece belongs to one of the labels begun last: the row's own, its group's, one of the header. A label that a page
# break cut goes on behind the header that is printed again.
_REACH = 8
_REACH_OVER_PAGES = 24


class _Label:
    """A label as far as it is known: its pieces, its letters, the figures behind it."""

    def __init__(self, piece: Passage) -> None:
        self.pieces = [piece]
        self.letters = normalise(piece.text)
        self.values: list[Passage] = []

    def goes_on(self, letters: str) -> bool:
        return bool(letters) and begins_name(self.letters + letters)

    @property
    def whole(self) -> bool:
        return is_name(self.letters)

    def add(self, piece: Passage, letters: str) -> None:
        self.pieces.append(piece)
        self.letters += letters

    def cells(self) -> list[Passage]:
        """The label in one, or its pieces where they make no name."""
        return [join(self.pieces)] if self.whole else self.pieces


def put_labels_together(
    lines: Iterable[tuple[Sequence[Passage], Sequence[Passage]]],
) -> Iterator[tuple[list[Passage], list[Passage]]]:
    """The labels and the figures of lines as they belong together, each label before its figures."""
    labels: list[_Label] = []
    last: _Label | None = None
    for pieces, values in lines:
        for piece in pieces:
            for part in _parts(piece, labels):
                last = _place(part, labels)
        # 无 is a value, but not on its way from 4. to 4.无正当理由大量反复申请.
        if last and len(values) == 1 and not last.values and last.goes_on(normalise(values[0].text)):
            last.add(values[0], normalise(values[0].text))
            continue
        if not values:
            continue
        if last is None:
            yield [], list(values)
        else:
            last.values += values
    for label in labels:
        yield label.cells(), label.values


def _parts(piece: Passage, labels: list[_Label]) -> list[Passage]:
    """A line that holds pieces of several labels beside each other (``不予公 国家秘``), cut at its blanks."""
    words = list(_WORD.finditer(piece.text))
    if len(words) < 2 or _fits(normalise(piece.text), labels):
        return [piece]
    if all(_fits(normalise(word.group()), labels) for word in words):
        return cut_all(piece, [word.span() for word in words])
    return [piece]


def _fits(letters: str, labels: list[_Label]) -> bool:
    return begins_name(letters) or _open_for(letters, labels) is not None


def _place(piece: Passage, labels: list[_Label]) -> _Label:
    letters = normalise(piece.text)
    label = _open_for(letters, labels) if letters or not labels else labels[-1]
    if label is None:
        label = _Label(piece)
        labels.append(label)
    else:
        label.add(piece, letters)
    return label


def _open_for(letters: str, labels: list[_Label]) -> _Label | None:
    """The label begun last that these letters continue."""
    for back, label in enumerate(reversed(labels[-_REACH_OVER_PAGES:])):
        if label.goes_on(letters) and (back < _REACH or not label.whole):
            return label
    return None
