"""The records of audit.json: the JSON contract, version 2, with what only an audit has.

``docs/audit-schema.json`` is generated from them. The order of the fields is the order of the keys.
"""

from __future__ import annotations

from msgspec import Struct

from ....finding import Evidence, Place, Severity
from ....likeness.alike import AlikePassage, Likeness
from ....output.data.contract import ErrorRecord
from ...audited import Audit, Audited, Conclusion, Decision, Item, Progress, WorkbookCell, WorkbookCheck
from ...entry import Entry, Role


class AuditRecord(Struct, frozen=True):
    """Whose audit it is. ``settings`` is the hash of what it was judged by, ``version`` the program's."""

    place: str
    year: int | None
    round: int
    date: str
    version: str
    settings: str


class ItemRecord(Struct, frozen=True):
    """An item of the 问题清单. ``source``: the paper on the other side; ``decision`` is null where nobody decided."""

    number: str
    code: str
    title: str
    severity: Severity
    message: str
    suggestion: str
    basis: str
    place: Place
    where: str
    quote: str
    source: str
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...]
    progress: Progress
    decision: Decision | None
    fingerprint: str


class CountsRecord(Struct, frozen=True):
    """The items that are held against a unit now, by severity, and how many checks it passed and failed."""

    error: int
    warning: int
    info: int
    passed: int
    failed: int
    not_assessable: int


class AlikeRecord(Struct, frozen=True):
    """What the text shares with last year's (``other`` is ``previous``) or with another unit's; ``share`` is 重复率."""

    other: str
    share: float
    letters: int
    shared: int
    numbers_too: bool
    passages: tuple[AlikePassage, ...]


class UnitRecord(Struct, frozen=True):
    """A unit of the list, a report of none, or the county's own. ``kind`` is its 类别, ``file`` the version that
    counts and ``others`` the versions that do not; ``overdue`` is null where it is not known."""

    number: int | None
    name: str
    kind: str | None
    due: bool
    counted: bool
    status: str
    file: str | None
    others: tuple[str, ...]
    previous: str | None
    kept: bool
    conclusion: Conclusion
    overdue: bool | None
    counts: CountsRecord
    like_previous: float | None
    alike: tuple[AlikeRecord, ...]
    items: tuple[ItemRecord, ...]


class WorkbookRecord(Struct, frozen=True):
    """The 汇总表 against the reports; ``refused`` says why it could not be read."""

    path: str
    layout: str
    compared: int
    cells: tuple[WorkbookCell, ...]
    refused: str | None
    unknown: tuple[str, ...]
    absent: tuple[str, ...]


class UnreadRecord(Struct, frozen=True):
    """A file without a report."""

    path: str
    role: Role
    sha256: str
    error: ErrorRecord


def audit_record(audit: Audit) -> AuditRecord:
    """The head."""
    return AuditRecord(audit.place, audit.year, audit.round, audit.date, audit.version, audit.settings_key)


def unit_record(audited: Audited, language: str) -> UnitRecord:
    """The record of a unit in ``zh`` or ``en``."""
    unit, filing, entry = audited.unit, audited.filing, audited.entry
    error, warning, info = (audited.count(severity) for severity in Severity)
    name = unit.name if unit else (filing.unit or next(iter(filing.printed), ""))
    return UnitRecord(
        number=unit.number if unit else None,
        name=name,
        kind=unit.category if unit else None,
        due=filing.due,
        counted=unit is not None and unit.counted,
        status=filing.status,
        file=entry.path if entry else None,
        others=tuple(sorted(one.path for one in filing.versions if entry is None or one.path != entry.path)),
        previous=audited.previous.path if audited.previous else None,
        kept=audited.kept,
        conclusion=audited.conclusion,
        overdue=audited.overdue,
        counts=CountsRecord(error, warning, info, audited.passed, audited.failed, audited.not_assessable),
        like_previous=None if audited.like_previous is None else round(audited.like_previous, 4),
        alike=tuple(map(_alike, audited.alike)),
        items=tuple(_item(item, language) for item in sorted(audited.items, key=lambda item: item.number)),
    )


def workbook_record(check: WorkbookCheck, language: str) -> WorkbookRecord:
    """The record of the 汇总表 in ``zh`` or ``en``."""
    refused = check.refused.in_language(language) if check.refused else None
    return WorkbookRecord(
        check.path, check.layout, check.compared, check.cells, refused, check.unknown, check.absent
    )  # fmt: skip


def unread_record(entry: Entry, language: str) -> UnreadRecord:
    """The record of a file without a report; ``entry.problem`` must say why."""
    problem = entry.problem
    assert problem is not None
    error = ErrorRecord(problem.code, problem.reason.in_language(language))
    return UnreadRecord(entry.path, entry.role, entry.sha256, error)


def _item(item: Item, language: str) -> ItemRecord:
    return ItemRecord(
        number=item.number,
        code=item.code,
        title=item.title.in_language(language),
        severity=item.severity,
        message=item.message.in_language(language),
        suggestion=item.suggestion.in_language(language),
        basis=item.basis.in_language(language),
        place=item.place,
        where=item.where.in_language(language),
        quote=item.quote,
        source=item.source,
        evidence=item.evidence,
        also=tuple(also.in_language(language) for also in item.also),
        progress=item.progress,
        decision=None if item.decision == Decision() else item.decision,
        fingerprint=item.fingerprint,
    )


def _alike(like: Likeness) -> AlikeRecord:
    return AlikeRecord(like.other, round(like.share, 4), like.letters, like.shared, like.numbers_too, like.passages)
