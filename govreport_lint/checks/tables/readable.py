"""Kind ``unreadable-table``, and the way every rule about tables goes through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...language import Text
from ...rulebook.kinds import Kind, NoOptions
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import Cells, short, unread


def each_table(subject: Subject, faults: Callable[[Cells], Iterable[Failed]]) -> Iterator[Outcome]:
    """Judge each table of the form: its faults, that it has none, or why nothing can be said of it."""
    for table in subject.form.tables:
        cells = subject.cells(table.key)
        reason = unread(cells)
        if reason:
            yield NotAssessable(cells.place(), reason)
            continue
        found = list(faults(cells))
        yield from found
        if not found:
            yield Passed(cells.place())


def name(cells: Cells) -> Text:
    """What the table is called in messages."""
    return Text(cells.table.name, cells.table.name_en)


def check(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Judge whether each table that is there can be read; one that is not there is another rule's."""
    for table in subject.form.tables:
        cells = subject.cells(table.key)
        faults = list(_faults(cells))
        yield from faults
        if not faults and cells.reading.found and not cells.reading.image:
            yield Passed(cells.place())


def _faults(cells: Cells) -> Iterator[Failed]:
    reading = cells.reading
    if reading.unreadable:
        values: dict[str, Text | str] = {"table": name(cells), "reason": reading.unreadable}
        yield Failed(place=cells.place(), location=reading.location, quote="", values=values)
        return
    told: set[Text] = set()
    for row in reading.rows:
        if row.key is None or row.reason is None:
            continue
        # The rows of 表四 stand on one line and fail together.
        if not cells.table.across or row.reason not in told:
            values = {"table": name(cells), "row": short(cells.table.row(row.key)), "reason": row.reason}
            yield Failed(
                place=cells.place(row.key),
                location=row.label.location,
                quote=row.label.text,
                values=values,
                wording="row",
            )
        told.add(row.reason)


KIND = Kind(
    name="unreadable-table",
    options=NoOptions,
    check=check,
    says=("reason", "table"),
    wordings={"row": ("reason", "row", "table")},
    absence=True,
)
