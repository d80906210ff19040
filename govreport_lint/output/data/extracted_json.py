"""What was understood of a report, as JSON: one object, of several files a list."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TextIO

from msgspec import Struct

from ...document import Document
from ...lines import Lines
from ...report import DateMention, Figure, Report, Section
from ...told import Claim
from ..words.problems import Problem
from .contract import FigureRecord, Spot, spot
from .json import encode, problem_record


class SectionRecord(Struct, frozen=True):
    """A section with its official number."""

    number: int
    title: str
    location: Spot


class ClaimRecord(Struct, frozen=True):
    """Something that the prose says in figures."""

    subject: str
    value: int | Decimal | None
    low: int | Decimal | None
    high: int | Decimal | None
    unit: str | None
    year: int | None
    scope: str
    text: str
    location: Spot


class DateRecord(Struct, frozen=True):
    """A date or a period."""

    role: str
    value: str | None
    text: str
    location: Spot


class ExtractRecord(Struct, frozen=True):
    """The structured records of one report."""

    organ: str | None
    year: int | None
    form: str
    sections: tuple[SectionRecord, ...]
    figures: tuple[FigureRecord, ...]
    claims: tuple[ClaimRecord, ...]
    dates: tuple[DateRecord, ...]


class ExtractWriter:
    """Writes reports as they come: a list where ``several`` is true, else the one object."""

    def __init__(self, stream: TextIO, language: str, *, several: bool) -> None:
        self._stream = stream
        self._language = language
        self._several = several
        self._empty = True
        if several:
            stream.write("[")

    def report(self, document: Document, report: Report) -> None:
        """Write one report."""
        self._item(extract_record(document, report))

    def problem(self, problem: Problem) -> None:
        """Write a file that could not be read."""
        self._item(problem_record(problem, self._language))

    def close(self) -> None:
        """Write the end."""
        if self._several:
            self._stream.write("]\n" if self._empty else "\n]\n")

    def _item(self, record: Any) -> None:
        if not self._several:
            self._stream.write(encode(record) + "\n")
            return
        self._stream.write(("\n  " if self._empty else ",\n  ") + encode(record, 2))
        self._empty = False


def extract_record(document: Document, report: Report) -> ExtractRecord:
    """The record of one report."""
    lines = Lines(document.source)
    return ExtractRecord(
        report.organ,
        report.year,
        report.form,
        tuple(_section(section, lines) for section in report.sections),
        tuple(_figure(figure, lines) for figure in report.figures),
        tuple(_claim(claim, lines) for claim in report.claims),
        tuple(_date(date, lines) for date in report.dates),
    )


def _section(section: Section, lines: Lines) -> SectionRecord:
    return SectionRecord(section.number, section.title, spot(section.location, lines.span(section.location)))


def _figure(figure: Figure, lines: Lines) -> FigureRecord:
    return FigureRecord(*figure[:-1], spot(figure.location, lines.span(figure.location)))


def _claim(claim: Claim, lines: Lines) -> ClaimRecord:
    return ClaimRecord(
        claim.subject,
        claim.value,
        claim.low,
        claim.high,
        claim.unit,
        claim.year,
        claim.scope,
        claim.text,
        spot(claim.location, lines.span(claim.location)),
    )


def _date(date: DateMention, lines: Lines) -> DateRecord:
    return DateRecord(date.role, date.value, date.text, spot(date.location, lines.span(date.location)))
