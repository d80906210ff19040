"""From a result to an entry: what the audit keeps in memory of each report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from ...checks.subject.cell_values import cell_values
from ...document import Document
from ...extraction.structure.report_titles import parse_title, without_site_name
from ...finding import Severity
from ...likeness.many.digests import digest_of
from ...linter import Linter
from ...report import Report
from ...result import Result
from ..entry import Entry, NameSource, PrintedName, Role
from .search.sieve import ARCHIVE

# Where a page of a government site says whose text it shows (the mark ContentSource).
_META = re.compile(r"<meta\b[^>]{0,500}>", re.IGNORECASE)
_META_SOURCE = re.compile(r"""\bname\s*=\s*["']?ContentSource\b""", re.IGNORECASE)
_META_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HEAD = 65_536


def entry_of(result: Result, document: Document, key: str, size: int, linter: Linter) -> Entry:
    """The entry of a report, without its place: the same bytes give the same entry wherever they lie."""
    report = result.report
    names = tuple(_printed_names(report, document))
    counts = {severity: sum(one.severity is severity for one in result.findings) for severity in Severity}
    return Entry(
        role=Role.CURRENT,
        path="",
        sha256=result.source.sha256,
        size=size,
        key=key,
        format=result.source.format,
        names=names,
        year=report.year,
        form=report.form,
        signed=_date(report, "signature"),
        published=_date(report, "published"),
        values=cell_values(report, linter.rulebook.form(report.form)),
        digest=digest_of(report, [name.text for name in names if name.source is not NameSource.METADATA]),
        letters=_letters(report),
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
    )


def placed(entry: Entry, place: Entry, above: int, number: int | None) -> Entry:
    """An entry at its place in a folder or archive; ``number`` of the report in a file that holds several.

    The first ``above`` characters of the path name what was given, which is no unit's name.
    """
    path = place.path if number is None else f"{place.path}#{number}"
    names = (*entry.names, *_names_around(place.path[above:]))
    problem = replace(entry.problem, path=path) if entry.problem else None
    return replace(
        entry, role=place.role, path=path, size=place.size, modified=place.modified, names=names, problem=problem
    )


def _printed_names(report: Report, document: Document) -> Iterator[PrintedName]:
    """What title, signature and page call the unit."""
    if report.title is not None and report.title.organ:
        yield PrintedName(NameSource.TITLE, report.title.organ)
    if report.signature is not None:
        yield PrintedName(NameSource.SIGNATURE, re.sub(r"\s+", "", report.signature.text).strip("*_"))
    told = [document.unit, _page_title(document.title), _content_source(document)]
    yield from (PrintedName(NameSource.METADATA, name) for name in dict.fromkeys(told) if name)


def _names_around(path: str) -> Iterator[PrintedName]:
    """The name of the file without its ending, then those of the folders and archives around it, the nearest first."""
    parts = PurePosixPath(path).parts
    if not parts:
        return
    yield PrintedName(NameSource.FILE, PurePosixPath(path).stem)
    for folder in reversed(parts[:-1]):
        name = folder[: -len(ARCHIVE)] if folder.lower().endswith(ARCHIVE) else folder
        yield PrintedName(NameSource.FOLDER, name)


def _page_title(title: str | None) -> str | None:
    """The unit in the title of a page; what else stands there is the site's name, which is that of the county."""
    words = parse_title(without_site_name(title)) if title else None
    return words.organ if words else None


def _content_source(document: Document) -> str | None:
    if document.format != "html" or not document.source:
        return None
    for tag in _META.findall(document.source[:_HEAD]):
        content = _META_CONTENT.search(tag)
        if content and _META_SOURCE.search(tag):
            return (content[1] or content[2] or "").strip() or None
    return None


def _date(report: Report, role: str) -> str:
    """The last date with a role, ISO; empty for none."""
    return next((one.value for one in reversed(report.dates) if one.role == role and one.value), "")


def _letters(report: Report) -> int:
    """The characters of the prose, blanks left out."""
    passages = [*report.preamble, *(passage for section in report.sections for passage in section.paragraphs)]
    return sum(len("".join(passage.text.split())) for passage in passages)
