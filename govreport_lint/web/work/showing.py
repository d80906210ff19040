"""Work: a file as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Document
from ...editing.amendments import Amendment
from ...language import Text
from ...result import Result
from ..view.changes import Before
from ..view.report_view import report_view
from .answering import answered
from .endings import annotated_suffix
from .opening import Judged, judged, run_of
from .records import Asked, Ending, RefusedAmendment, Shown


def show(data: bytes) -> bytes:
    """Answer an ``Asked`` with ``Shown`` or ``Refusal``."""
    return answered(data, Asked, _shown)


def _shown(asked: Asked) -> Shown:
    found = judged(asked)
    amended, run = found.amended, run_of(found.linter, asked.language)
    documents = found.linter.reports(amended.document)
    before = _before(found) if asked.amendments else []
    reports = []
    for number, (document, result) in enumerate(zip(documents, amended.results, strict=True), 1):
        own, was = _own(asked.amendments, result), before[number - 1] if number <= len(before) else None
        reports.append(report_view(document, result, run, f"r{number}", own, was))
    reason = amended.reason.in_language(asked.language) if amended.reason else None
    refused = tuple(RefusedAmendment(one.amendment, one.reason.in_language(asked.language)) for one in amended.refused)
    return Shown(
        asked.file.name,
        amended.document.format,
        tuple(reports),
        Ending(amended.suffix if amended.data is not None else None, reason),
        Ending(annotated_suffix(amended.document.format, asked.file.name)),
        refused,
        _notes(amended.document, asked.language),
    )


def _before(found: Judged) -> list[Before]:
    """The reports of the file without what was changed in it."""
    linter, original = found.linter, found.amended.original
    results = linter.check_each(original, found.before)
    return [Before(*both) for both in zip(linter.reports(original), results, strict=True)]


def _own(amendments: Sequence[Amendment], result: Result) -> tuple[Amendment, ...]:
    """The changes of one report of the file."""
    part = result.source.part
    return tuple(one for one in amendments if one.part == part or part is None)


def _notes(document: Document, language: str) -> tuple[str, ...]:
    """What the reader wants told about the file."""
    notes: tuple[Text | str, ...] = document.notes
    return tuple(note if isinstance(note, str) else note.in_language(language) for note in notes)
