"""Kinds ``missing-row``, ``extra-row`` and ``misspelt-label``: the printed rows against those of the form."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Document, Location
from ...finding import Evidence
from ...labels import normalise
from ...report import Printed, TableRow
from ...rulebook.kinds import Kind
from ..subject.mending.changes import Mending
from ..subject.outcome import Failed, Outcome
from ..subject.subject import Subject
from ..subject.table_cells import Cells, short
from .meant_labels import label_mending
from .readable import each_table, name

_FEW = 3
# So many rows of one kind are told each by itself; more are one fault, such as a table that is printed many times over.
_MOST_EXTRA = 8
_TOLD = 3


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``local``: rows that places are known to add of their own, told as such."""

    local: tuple[str, ...] = ()


class MisspeltOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``mends``: a label that is meant beyond doubt is mended by a fix."""

    mends: bool = True


def missing(subject: Subject, _options: Options) -> Iterator[Outcome]:
    """Judge, table by table, whether every row of the form is printed."""
    return each_table(subject, _missing)


def _missing(cells: Cells) -> Iterator[Failed]:
    single = _single_rows(cells)
    lacking = [key for key in cells.reading.missing_rows if cells.table.row(key).group not in single]
    order = [row.key for row in cells.table.rows if row.alone is None or row.key in lacking]
    for run in _runs(order, lacking):
        yield from [_lacking_run(cells, run)] if len(run) > _FEW else (_lacking(cells, key) for key in run)
    for group, line in single.items():
        yield Failed(
            place=cells.place(line.key),
            location=line.label.location,
            quote=line.label.text,
            values={"table": name(cells), "row": short(cells.table.group(group)), "label": line.label.text},
            wording="single",
        )


def _runs(order: list[str], lacking: list[str]) -> list[list[str]]:
    """The lacking rows, those together that follow each other in the form."""
    runs: list[list[str]] = []
    for key in lacking:
        if runs and order.index(key) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(key)
        else:
            runs.append([key])
    return runs


def _lacking(cells: Cells, key: str) -> Failed:
    row = cells.table.row(key)
    return Failed(
        place=cells.place(key),
        location=_before(cells, key),
        quote="",
        values={"table": name(cells), "row": short(row), "label": row.label},
    )


def _lacking_run(cells: Cells, keys: list[str]) -> Failed:
    """Many rows that follow each other are one fault: half a table."""
    first, last = cells.table.row(keys[0]), cells.table.row(keys[-1])
    return Failed(
        place=cells.place(keys[0]),
        location=_before(cells, keys[0]),
        quote="",
        wording="run",
        values={
            "table": name(cells),
            "count": str(len(keys)),
            "row": short(first),
            "last_row": short(last),
            "label": first.label,
            "last": last.label,
        },
        evidence=tuple(Evidence(cells.place(key), "") for key in keys),
    )


def _single_rows(cells: Cells) -> dict[str, TableRow]:
    """The printed rows that stand for a whole group of the form, by the key of the group."""
    printed = {row.key: row for row in cells.reading.rows if row.key}
    single = {}
    for row in cells.table.rows:
        members = cells.table.members(row.alone) if row.alone and row.key in printed else ()
        if row.alone and members and printed.keys().isdisjoint(members):
            single[row.alone] = printed[row.key]
    return single


def _before(cells: Cells, key: str) -> Location:
    """The place of the nearest printed row above a missing one, or of the table."""
    found = cells.reading.location
    labels = {row.key: row.label.location for row in cells.reading.rows}
    for row in cells.table.rows:
        if row.key == key:
            break
        found = labels.get(row.key, found)
    return found


def extra(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge, table by table, whether a row is printed that the form lacks, or one twice."""
    local = {normalise(words) for words in options.local}
    return each_table(subject, lambda cells: _extra(cells, local))


def _extra(cells: Cells, local: set[str]) -> Iterator[Failed]:
    for wording, rows in _extra_rows(cells, local).items():
        if len(rows) > _MOST_EXTRA:
            yield _many_rows(cells, rows, "many_twice" if wording == "twice" else "many")
        else:
            yield from (_row_fault(cells, row, wording) for row in rows)


def _extra_rows(cells: Cells, local: set[str]) -> dict[str | None, list[TableRow]]:
    """The rows that are too many, by the wording in which they are told."""
    seen: set[str] = set()
    found: dict[str | None, list[TableRow]] = {}
    for row in cells.reading.rows:
        if row.key is None and row.label.text.strip():
            wording = "local" if normalise(row.label.text) in local else None
            found.setdefault(wording, []).append(row)
        elif row.key in seen:
            found.setdefault("twice", []).append(row)
        seen.add(row.key or "")
    return found


def _many_rows(cells: Cells, rows: list[TableRow], wording: str) -> Failed:
    """Many rows that are too many are one fault, told at the first of them."""
    labels = "、".join(dict.fromkeys(f"“{row.label.text}”" for row in rows[:_TOLD]))
    return Failed(
        place=cells.place(),
        location=rows[0].label.location,
        quote=rows[0].label.text,
        values={"table": name(cells), "count": str(len(rows)), "labels": labels},
        wording=wording,
    )


def _row_fault(cells: Cells, row: TableRow, wording: str | None) -> Failed:
    return Failed(
        place=cells.place(row.key),
        location=row.label.location,
        quote=row.label.text,
        values={"table": name(cells), "label": row.label.text},
        wording=wording,
    )


def misspelt(subject: Subject, options: MisspeltOptions) -> Iterator[Outcome]:
    """Judge, table by table, whether the printed labels are those of the form."""
    return each_table(subject, lambda cells: _misspelt(subject.document, cells, options))


def _misspelt(document: Document, cells: Cells, options: MisspeltOptions) -> Iterator[Failed]:
    for row in cells.reading.rows:
        if row.key is not None and not row.exact:
            mending = label_mending(document, cells, row.key, row.label) if options.mends else None
            yield _label_fault(cells, row.key, row.label, mending)


def _label_fault(cells: Cells, key: str, label: Printed, mending: Mending | None) -> Failed:
    official = cells.table.row(key).label
    return Failed(
        place=cells.place(key),
        location=label.location,
        quote=label.text,
        values={"table": name(cells), "printed": label.text, "official": official},
        expected=official,
        actual=label.text,
        fix=mending,
    )


MISSING = Kind(
    name="missing-row",
    options=Options,
    check=missing,
    says=("label", "row", "table"),
    wordings={"single": None, "run": ("count", "label", "last", "last_row", "row", "table")},
    absence=True,
)
EXTRA = Kind(
    name="extra-row",
    options=Options,
    check=extra,
    says=("label", "table"),
    wordings={
        "local": None,
        "twice": None,
        "many": ("count", "labels", "table"),
        "many_twice": ("count", "labels", "table"),
    },
    absence=True,
)
MISSPELT = Kind(
    name="misspelt-label",
    options=MisspeltOptions,
    check=misspelt,
    says=("official", "printed", "table"),
    mends=("mends",),
)
