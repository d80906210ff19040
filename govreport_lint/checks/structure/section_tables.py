"""Kinds about the three tables as wholes: there, in their sections, once, and in the form of the year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...form import TableForm
from ...language import Text
from ...report import Printed, TableReading
from ...rulebook.kinds import FormKey, Kind, Need, NoOptions
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import nearest_place
from ..subject.subject import Subject


class FormOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``old`` may no longer be used from ``from_year`` on, nor mixed with ``new``."""

    old: FormKey
    new: FormKey
    from_year: int


def required(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Each table of the form stands in the report; a picture is not a table that can be read."""
    for table in subject.form.tables:
        reading = subject.report.table(table.key)
        place = Place(table.section, table.key)
        if reading.found:
            yield Passed(place)
        elif reading.unreadable:
            yield NotAssessable(place, Text("表格无法读取", "the table cannot be read"))
        else:
            yield _missing(subject, table, reading)


def placed(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Each table stands in its own section, and once."""
    for table in subject.form.tables:
        reading = subject.report.table(table.key)
        place = Place(table.section, table.key)
        if not reading.found or reading.unreadable:
            continue
        yield from _copies(table, reading)
        if subject.report.section(table.section) is None:
            yield NotAssessable(place, Text("缺少该表所在的部分", "the section of this table is missing"))
        elif reading.section in (None, table.section):
            yield Passed(place)
        else:
            other = subject.report.section(reading.section or 0)
            yield Failed(
                place=place,
                location=reading.location,
                quote="",
                values={"table": _name(table), "found": other.title if other else "", "title": table.title},
            )


def form_of_year(subject: Subject, options: FormOptions) -> Iterator[Outcome]:
    """The tables are printed in the form that is in force for the report year, and in one form only."""
    report, place = subject.report, Place(2, "disclosure")
    old, new = (report.form_signs.get(key, ()) for key in (options.old, options.new))
    if not old and not new:
        return
    if report.year is None and not (old and new):
        yield NotAssessable(place, Text("看不出报告年度", "the report year is unknown"))
    elif (report.year is not None and report.year < options.from_year) or not old:
        yield Passed(place)
    else:
        yield Failed(
            place=place,
            location=old[0].location,
            quote="",
            values={"year": _year(report.year), "old": _words(old), "new": _words(new)},
            wording="mixed" if new else None,
        )


def _year(year: int | None) -> Text:
    return Text(f"{year}年度", f"for {year} ") if year else Text("", "")


def _missing(subject: Subject, table: TableForm, reading: TableReading) -> Failed:
    section = subject.report.section(table.section)
    image = reading.image or bool(section and section.images)
    return Failed(
        place=Place(table.section, table.key),
        location=section.location if section else nearest_place(subject.report, table.section),
        quote=section.title if section else "",
        values={"table": _name(table), "title": table.title},
        wording="image" if image else None,
    )


def _copies(table: TableForm, reading: TableReading) -> Iterator[Failed]:
    for copy in reading.copies:
        yield Failed(
            place=Place(table.section, table.key),
            location=copy,
            quote="",
            values={"table": _name(table), "title": table.title},
            wording="twice",
        )


def _name(table: TableForm) -> Text:
    return Text(table.name, table.name_en)


def _words(signs: tuple[Printed, ...]) -> str:
    return "、".join(dict.fromkeys("".join(sign.text.split()) for sign in signs[:12]))


REQUIRED = Kind(
    name="required-tables",
    options=NoOptions,
    check=required,
    says=("table", "title"),
    wordings={"image": None},
    needs=(Need.TEXT,),
    absence=True,
)
PLACED = Kind(
    name="table-place",
    options=NoOptions,
    check=placed,
    says=("found", "table", "title"),
    wordings={"twice": ("table", "title")},
    needs=(Need.TEXT,),
)
FORM = Kind(
    name="form-of-year",
    options=FormOptions,
    check=form_of_year,
    says=("new", "old", "year"),
    wordings={"mixed": None},
)
