"""What the checks say: findings, what could not be assessed, and the repairs of cells."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from .document import Location
from .language import Text
from .lines import Span


class Severity(StrEnum):
    """``ERROR`` 错误 certainly wrong, ``WARNING`` 疑点 probably wrong, ``INFO`` 提示 form and wording."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


# What two findings can share: of a place, what it is made of; besides, the sentence that they are about where their
# numbers differ by as much, and a cell among their evidence.
SAME: dict[str, tuple[str, ...]] = {
    "report": (), "section": ("section",), "table": ("table",), "row": ("table", "row"),
    "column": ("table", "column"), "cell": ("table", "row", "column"), "sentence": (), "evidence": (),
}  # fmt: skip


class Place(Struct, frozen=True):
    """A place in the report's own terms: section number (1–6) and the keys of table, row and column."""

    section: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None

    def shared(self, same: str) -> tuple[int | str | None, ...]:
        """What two places have in common that are in the same ``report``, ``section``, ``table``, ``row``,
        ``column`` or ``cell``; raises ``KeyError`` for another word."""
        return tuple(getattr(self, name) for name in SAME[same])


class Evidence(Struct, frozen=True):
    """A value that a finding rests on, and where it stands.

    ``source`` is the paper that it stands in: ``report`` (the one that is judged), ``previous`` (last year's),
    ``county``, ``workbook``, the name of a unit, or 各单位 for all of them together.
    """

    place: Place
    value: str
    source: str = "report"

    @property
    def is_own(self) -> bool:
        """Whether it stands in the report that is judged."""
        return self.source == "report"


class Context(Struct, frozen=True):
    """The sentence that a finding is about, in three parts: before the words that are meant, those, after them."""

    before: str
    words: str
    after: str


class Edit(Struct, frozen=True):
    """Printed characters and what is to stand in their place; ``location`` is exactly theirs, ``printed`` is empty
    where something is put in before it. ``span`` are its lines and columns in files that have lines."""

    location: Location
    printed: str
    text: str
    span: Span | None = None


class Fix(Struct, frozen=True):
    """How the form of what is printed can be mended without a change of any fact: edits that belong together, or
    that are each right without the others (``apart``)."""

    title: Text
    edits: tuple[Edit, ...]
    apart: bool = False


class Finding(Struct, frozen=True, kw_only=True):
    """One fault. ``rule`` is the rule's name, ``quote`` the printed text that it is about, ``context`` the sentence
    around it where it stands in prose.

    ``expected`` and ``actual`` are set where the rule compares two values. ``span`` are the lines and columns of
    ``location`` in files that have lines. The fingerprint is made of code, place, the words around and the order
    among equals: never of positions, so it survives edits elsewhere in the file, and never of the number that is
    wrong, so a number corrected to another wrong one is the same finding. ``fix`` mends it where it is a matter of
    form alone.
    """

    code: str
    rule: str
    family: str
    severity: Severity
    message: Text
    suggestion: Text
    basis: Text
    place: Place
    location: Location
    quote: str
    span: Span | None = None
    context: Context | None = None
    expected: str | None = None
    actual: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None
    unfixed: Text | None = None
    fingerprint: str


class SettledBy(StrEnum):
    """What settles a finding: a ``COMMENT`` in the report, an entry of a ``LIST`` beside it, a ``BASELINE``."""

    COMMENT = "comment"
    LIST = "list"
    BASELINE = "baseline"


class Suppressed(Struct, frozen=True):
    """A finding that somebody has settled: it is not counted, but told with their reason.

    ``by`` is where that was said: the comment's line in the report, the file with the list and the line in it, the
    file of the baseline (which gives no reason).
    """

    finding: Finding
    reason: str
    by: str
    means: SettledBy = SettledBy.COMMENT


class Unassessed(Struct, frozen=True):
    """One check that could not be made: the rule's code, the place and why."""

    rule: str
    place: Place
    reason: Text


class Coverage(Struct, frozen=True):
    """How many checks passed, failed and could not be assessed; a check is one instance of an equation or rule."""

    passed: int = 0
    failed: int = 0
    not_assessable: int = 0
    unassessed: tuple[Unassessed, ...] = ()


class Change(Struct, frozen=True):
    """A cell of a repair: what is printed, what would balance, and where the cell stands."""

    row: str
    column: str
    printed: str
    suggested: str
    location: Location = Location()
    span: Span | None = None


class Repair(Struct, frozen=True):
    """The smallest set of cells whose correction makes the equations of a table hold, for one cause.

    ``cells`` is empty where the cause could not be located. ``alternatives`` are the other equally small answers
    (``more``: there may be others beyond them), ``unique`` says that there is none. ``explains`` are the
    fingerprints of the findings whose equations it mends or that speak of its cells, ``reasons`` what else is known
    about it: a typical slip, what the prose says.
    """

    table: str
    cells: tuple[Change, ...]
    unique: bool
    alternatives: tuple[tuple[Change, ...], ...] = ()
    explains: tuple[str, ...] = ()
    more: bool = False
    reasons: tuple[Text, ...] = ()
