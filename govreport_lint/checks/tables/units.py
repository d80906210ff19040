"""Kind ``suspect-unit``: an amount asked for in 万元 that was most probably entered in 元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from ...document import Document
from ...language import Text
from ...report import Figure, Report, UnitKind
from ...rulebook.kinds import ColumnKey, FormKey, Kind, Pattern, RowKey, TableKey
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import unread
from .powers import is_local


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``limits``: by kind of body (``local_department``: below the city), the amount in 万元 from which it
    cannot be right; ``stated``: a pattern whose first group is an amount in 元 told in the text.
    ``table``, ``row`` and ``column`` name the cell, ``forms`` the forms that ask for 万元. ``local_departments``:
    a pattern for the names of departments below the city, ``not_local``: words in the names of those that are
    not.
    """

    table: TableKey
    row: RowKey
    column: ColumnKey
    forms: tuple[FormKey, ...]
    limits: dict[str, int]
    stated: Pattern
    local_departments: Pattern
    not_local: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the amount once."""
    if subject.form.key not in options.forms:
        return
    cells = subject.cells(options.table)
    figure = cells.figure(options.row, options.column)
    place = cells.place(options.row, options.column)
    if figure.value is None:
        reason = unread(cells) or Text("没有可读的金额", "no amount that can be read")
        yield NotAssessable(place, reason)
        return
    stated = _stated(subject.document, figure, options.stated)
    limit = _limit(subject.report, options)
    if stated is None and (limit is None or figure.value < limit):
        yield Passed(place)
        return
    yield Failed(
        place=place,
        location=figure.location,
        quote=figure.raw,
        actual=figure.raw,
        values={
            **cells.words(figure),
            "printed": str(figure.value),
            "stated": stated or "",
            "organ": subject.report.organ or "",
        },
        wording="stated" if stated else None,
        evidence=cells.evidence([figure]),
    )


def _limit(report: Report, options: Options) -> int | None:
    local = report.kind is UnitKind.DEPARTMENT and is_local(
        report.organ or "", options.local_departments, options.not_local
    )
    return options.limits.get("local_department" if local else report.kind)


def _stated(document: Document, figure: Figure, pattern: str) -> str | None:
    """The words of the text that give the same amount in 元, if any."""
    if not figure.value:
        return None
    for passage in document.texts():
        for match in re.finditer(pattern, passage.text):
            if _amount(match.group(1)) == figure.value:
                return match.group()
    return None


def _amount(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None


KIND = Kind(
    name="suspect-unit",
    options=Options,
    check=check,
    says=("column", "organ", "printed", "row", "stated", "table"),
    wordings={"stated": None},
)
