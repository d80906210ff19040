"""Which label is meant beyond doubt by one that is misspelt."""

from __future__ import annotations

from collections import Counter

from ...document import Document
from ...labels import bare, likeness
from ...language import Text
from ...report import Printed
from ..subject.mending.changes import Mending
from ..subject.mending.printed_passages import cell_changes
from ..subject.table_cells import Cells

_TITLE = Text("改为统一格式的行名", "use the label of the official form")
_LEAST = 0.7
# A label with one of these more or less may mean something else: 予以、不予，本年、上年，元、万元.
_TELLING = frozenset("不未无非免没上下本前次新旧元万亿")


def label_mending(document: Document, cells: Cells, key: str, label: Printed) -> Mending | None:
    """The official label in the place of the printed one; None where it is not certain that this row is meant."""
    official = cells.table.row(key).label
    printed = bare(label.text)
    alike = likeness(printed, bare(official))
    others = [row.label for row in cells.table.rows if row.key != key and row.label != official]
    rivals = [likeness(printed, bare(other)) for other in others]
    if alike < _LEAST or max(rivals, default=0.0) >= alike or _changes_meaning(printed, bare(official)):
        return None
    changes = cell_changes(document, label.text, label.location, official)
    return Mending(_TITLE, changes) if changes else None


def _changes_meaning(printed: str, official: str) -> bool:
    here, there = Counter(printed), Counter(official)
    return not (_TELLING.isdisjoint(here - there) and _TELLING.isdisjoint(there - here))
