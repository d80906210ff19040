"""audit.json: the files as ``lint --format json`` writes them, then units, sums and what else an audit has.

It is written result by result, so that memory stays flat over thousands of reports. Nothing in it tells the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from msgspec.structs import replace

from ....language import known_language
from ....output.data.contract import SCHEMA, SummaryRecord, file_record
from ....output.data.json import encode, problem_record
from ....output.words.problems import Totals
from ....result import Result
from ...audited import Audit
from ...entry import Entry
from ..whole_file import whole_file
from ..writing import own_place
from .records import audit_record, unit_record, unread_record, workbook_record

NAME = "audit.json"


def judged_entries(audit: Audit) -> tuple[Entry, ...]:
    """The reports that count, the county's own among them, in the order in which their results are to be given."""
    every = (*audit.units, *audit.unlisted, *filter(None, [audit.county]))
    return tuple(sorted((one.entry for one in every if one.entry), key=lambda entry: (entry.path, entry.sha256)))


def write(
    audit: Audit,
    results: Iterable[tuple[Entry, Result]],
    out: Path,
    language: str = "zh",
    known: Collection[str] = (),
) -> tuple[Path, ...]:
    """Write ``audit.json`` into a folder. ``results`` are those of ``judged_entries``, judged with the papers beside
    them; ``known`` as in ``own_place``. Raises ``OSError``, and ``ValueError`` for an unknown language."""
    known_language(language)
    path = own_place(out / NAME, known)
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        write_json(audit, results, stream, language)
    return (path,)


def write_json(audit: Audit, results: Iterable[tuple[Entry, Result]], stream: TextIO, language: str = "zh") -> None:
    """Write the whole object into a stream."""
    totals = Totals(passed_over=sum(audit.passed_over.values()))
    stream.write("{\n" + _key("schema", SCHEMA) + ",\n" + _key("audit", audit_record(audit)) + ',\n  "files": [')
    comma = ""
    for entry, result in results:
        record = replace(file_record(result, language), path=entry.path)
        stream.write(f"{comma}\n    {encode(record, 4)}")
        totals, comma = totals.plus(result), ","
    for entry in _unread(audit):
        assert entry.problem is not None
        told = replace(entry.problem, path=entry.path)
        stream.write(f"{comma}\n    {encode(problem_record(told, language), 4)}")
        totals, comma = totals.plus(told), ","
    stream.write(("\n  ]" if comma else "]") + "".join(",\n" + part for part in _rest(audit, totals, language)))
    stream.write("\n}\n")


def _rest(audit: Audit, totals: Totals, language: str) -> Iterator[str]:
    yield _key("summary", SummaryRecord(
        totals.files, totals.problems, totals.passed_over, totals.error, totals.warning, totals.info
    ))  # fmt: skip
    units = sorted(audit.units, key=lambda one: one.unit.number if one.unit else 0)
    yield _key("units", [unit_record(one, language) for one in units])
    yield _key("unlisted", [unit_record(one, language) for one in audit.unlisted])
    yield _key("county", unit_record(audit.county, language) if audit.county else None)
    yield _key("sums", audit.sums)
    yield _key("workbook", workbook_record(audit.workbook, language) if audit.workbook else None)
    yield _key("templates", audit.templates)
    yield _key("unread", [unread_record(entry, language) for entry in _unread(audit)])
    yield _key("passed_over", dict(sorted(audit.passed_over.items())))
    yield _key("remarks", [remark.in_language(language) for remark in audit.remarks])


def _key(name: str, value: Any) -> str:
    return f'  "{name}": {encode(value, 2)}'


def _unread(audit: Audit) -> list[Entry]:
    return sorted((entry for entry in audit.unread if entry.problem), key=lambda entry: (entry.path, entry.role))
