"""What an audit comes to: units with their items, the county's sums, the 汇总表; every paper is written from this."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from ..checks.sets.unit_sums import Verdict as Verdict  # noqa: PLC0414 - the arithmetic has to know it too
from ..checks.subject.filing import Filing
from ..configuration.audit_settings import AuditSettings
from ..finding import Evidence, Place, Severity
from ..language import Text
from ..likeness.alike import Likeness
from .entry import Entry
from .unit import Unit


class Conclusion(StrEnum):
    """结论: 退回修改 with any error, 请核实 with doubts only, 通过 with hints or nothing; NONE without a report."""

    RETURN = "退回修改"
    VERIFY = "请核实"
    PASS = "通过"
    NONE = "—"


class Progress(StrEnum):
    """整改情况 of an item between two rounds."""

    NEW = "新增"
    OPEN = "未整改"
    STILL_WRONG = "已改仍不符"
    MENDED = "已整改"
    GONE = "不再适用"

    @property
    def done(self) -> bool:
        """Whether nothing is left to be mended."""
        return self in (Progress.MENDED, Progress.GONE)


class Decision(Struct, frozen=True):
    """What a person has typed into the workbook: 复核结论 (属实, 不属实, 待核), 复核说明, 复核人."""

    verdict: str = ""
    reason: str = ""
    reviewer: str = ""

    @property
    def quiet(self) -> bool:
        """Whether the item is no longer held against the unit: 不属实 with a reason."""
        return self.verdict == "不属实" and bool(self.reason.strip())


class PieceCell(Struct, frozen=True):
    """A cell of a piece of a table. ``mark``: ``wrong`` for what the item is about, ``held`` for what it is held
    against, empty for the rest; ``suggested`` is what would balance."""

    text: str
    mark: str = ""
    suggested: str = ""


class Piece(Struct, frozen=True):
    """The part of an official table that an item is about: the names of its columns, its rows with their labels."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[PieceCell, ...]], ...]


class Item(Struct, frozen=True, kw_only=True):
    """One cause: a row of the 问题清单. Findings that a repair explains are one item; ``also`` tells the others.

    ``number`` is given once and lasts. ``where`` is the place in words, ``source`` the paper on the other side
    (``report``, ``previous``, ``county``, ``workbook`` or a unit's name), ``order`` tells equals apart.
    """

    unit: str
    code: str
    title: Text
    severity: Severity
    place: Place
    where: Text
    quote: str
    message: Text
    suggestion: Text
    basis: Text
    fingerprint: str
    source: str = "report"
    evidence: tuple[Evidence, ...] = ()
    also: tuple[Text, ...] = ()
    order: int = 0
    piece: Piece | None = None
    number: str = ""
    progress: Progress = Progress.NEW
    decision: Decision = Decision()

    @property
    def stands(self) -> bool:
        """Whether it is held against the unit now: neither mended, gone nor quiet."""
        return not self.progress.done and not self.decision.quiet


class NotJudged(Struct, frozen=True):
    """A check that could not be made: its rule, the place in words, why; ``count`` of the same kind."""

    code: str
    where: Text
    reason: Text
    count: int = 1


class SettledInFile(Struct, frozen=True):
    """A finding that the unit itself has settled by a comment in its file: its rule, the place in words, what it says,
    the unit's reason, the line of the comment."""

    code: str
    where: Text
    message: Text
    reason: str
    line: int
    fingerprint: str


class Audited(Struct, frozen=True, kw_only=True):
    """A unit, what it handed in, what is wrong with it. ``unit`` is None for a report of no unit on the list.

    ``entry`` is the version that counts, ``previous`` last year's. ``like_previous`` is the 重复率 with last year's
    report, ``alike`` what its text shares with it and with others (the most alike first). ``overdue`` is None where
    no deadline or no date is known. ``settled`` are findings that comments in its file settle: they are no items.
    """

    unit: Unit | None
    filing: Filing
    entry: Entry | None = None
    previous: Entry | None = None
    items: tuple[Item, ...] = ()
    passed: int = 0
    failed: int = 0
    not_assessable: int = 0
    not_judged: tuple[NotJudged, ...] = ()
    settled: tuple[SettledInFile, ...] = ()
    like_previous: float | None = None
    alike: tuple[Likeness, ...] = ()
    overdue: bool | None = None
    open_before: int = 0
    kept: bool = False

    def count(self, severity: Severity) -> int:
        """How many items of a severity are held against the unit."""
        return sum(item.severity is severity and item.stands for item in self.items)

    @property
    def conclusion(self) -> Conclusion:
        """What is answered to the unit."""
        if self.entry is None:
            return Conclusion.NONE
        if self.count(Severity.ERROR):
            return Conclusion.RETURN
        return Conclusion.VERIFY if self.count(Severity.WARNING) else Conclusion.PASS


class SummedCell(Struct, frozen=True):
    """A cell of the county's report: what is printed, the sum of the units that count, who is missing in it."""

    table: str
    row: str
    column: str
    printed: int | Decimal | None
    total: int | Decimal
    verdict: Verdict
    missing: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()


class MoveKind(StrEnum):
    """How a unit's figures may have gone wrong in the sum."""

    LEFT_OUT = "漏计"
    TWICE = "重复计入"
    NOT_COUNTED = "不该计入"
    OLD_DRAFT = "用的是旧稿"


class Move(Struct, frozen=True):
    """One unit that would explain the difference."""

    kind: MoveKind
    unit: str


class Explanation(Struct, frozen=True):
    """What explains the difference of one table (None: of all): at most two moves; ``ties`` do it as well.

    ``cells`` is how many cells differ and are explained by it.
    """

    table: str | None
    moves: tuple[Move, ...]
    cells: int
    ties: tuple[tuple[Move, ...], ...] = ()


class Sums(Struct, frozen=True, kw_only=True):
    """The county's sums: every cell, what explains the differences, who counts and who is missing."""

    form: str
    cells: tuple[SummedCell, ...]
    explanations: tuple[Explanation, ...] = ()
    counted: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class WorkbookCell(Struct, frozen=True):
    """A cell of the 汇总表 beside the unit's own report; ``at`` is its address in the workbook (表三!D7)."""

    unit: str
    table: str
    row: str
    column: str
    printed: str
    reported: str
    difference: int | Decimal | None
    at: str = ""


class WorkbookCheck(Struct, frozen=True, kw_only=True):
    """The 汇总表 against the reports. ``refused``: why it could not be read, with the cell; ``unknown``: columns that
    name no cell for certain; ``absent``: units that only one of both has."""

    path: str
    layout: str = ""
    compared: int = 0
    cells: tuple[WorkbookCell, ...] = ()
    refused: Text | None = None
    unknown: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Template(Struct, frozen=True):
    """A clause that more than a quarter of the units share, told once; ``units`` that have it."""

    text: str
    units: tuple[str, ...]


class Audit(Struct, frozen=True, kw_only=True):
    """The whole audit. ``place`` is the county, ``date`` the day of the round (ISO), ``round`` counts from 1.

    ``units`` follow the list; ``unlisted`` are reports of no unit; ``unread`` files that hold no report or could not
    be read; ``passed_over`` files in no format that can be read, by suffix; ``settings_key`` is the hash of what it
    was judged by. ``reviewed``: what was chosen in 复核 beside the figures of a unit, by its name.
    """

    place: str
    year: int | None
    round: int
    date: str
    version: str
    settings: AuditSettings
    settings_key: str
    units: tuple[Audited, ...]
    unlisted: tuple[Audited, ...] = ()
    county: Audited | None = None
    sums: Sums | None = None
    workbook: WorkbookCheck | None = None
    templates: tuple[Template, ...] = ()
    unread: tuple[Entry, ...] = ()
    passed_over: dict[str, int] = {}
    remarks: tuple[Text, ...] = ()
    mended: tuple[Item, ...] = ()
    reviewed: dict[str, str] = {}
