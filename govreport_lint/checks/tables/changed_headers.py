"""Kinds ``missing-column`` and ``changed-header``: the printed headers against those of the form."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Document
from ...labels import normalise
from ...language import Text
from ...report import Misplaced
from ...rulebook.kinds import Kind, NoOptions
from ..subject.mending.changes import Mending
from ..subject.mending.printed_passages import cell_changes
from ..subject.outcome import Failed, Outcome
from ..subject.subject import Subject
from ..subject.table_cells import Cells, short
from .readable import each_table, name

_TITLE = Text("改为统一格式的表头", "use the header of the official form")


class HeaderOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``accepted``: headers that say the same as the form's and are not told; ``mended``: headers that differ in words
    alone, which a fix gives their official ones."""

    accepted: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()


def missing(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Judge, table by table, whether every column of the form is printed."""
    return each_table(subject, _missing)


def _missing(cells: Cells) -> Iterator[Failed]:
    for key in cells.reading.missing_columns:
        column = cells.table.column(key)
        yield Failed(
            place=cells.place(column=key),
            location=cells.reading.location,
            quote="",
            values={"table": name(cells), "column": short(column), "label": column.label},
        )


def changed(subject: Subject, options: HeaderOptions) -> Iterator[Outcome]:
    """Judge, table by table, whether the header cells are those of the form."""
    accepted = {normalise(words) for words in options.accepted}
    mended = {normalise(words) for words in options.mended}
    return each_table(subject, lambda cells: _changed(subject.document, cells, accepted, mended))


def _changed(document: Document, cells: Cells, accepted: set[str], mended: set[str]) -> Iterator[Failed]:
    columns = {column.label: column.key for column in cells.table.columns}
    for header in cells.reading.headers:
        printed, official = header.printed.text, header.expected
        if normalise(printed) in accepted:
            continue
        yield Failed(
            place=cells.place(column=columns.get(official)),
            location=header.printed.location,
            quote=printed,
            values={"table": name(cells), "printed": printed, "official": official},
            expected=official,
            actual=printed,
            fix=_mending(document, header) if normalise(printed) in mended else None,
        )


def _mending(document: Document, header: Misplaced) -> Mending | None:
    changes = cell_changes(document, header.printed.text, header.printed.location, header.expected)
    return Mending(_TITLE, changes) if changes else None


MISSING = Kind(
    name="missing-column",
    options=NoOptions,
    check=missing,
    says=("column", "label", "table"),
    absence=True,
)
CHANGED = Kind(
    name="changed-header",
    options=HeaderOptions,
    check=changed,
    says=("official", "printed", "table"),
    mends=("mended",),
)
