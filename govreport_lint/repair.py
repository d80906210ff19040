"""Which cell is wrong: the smallest set of cells whose correction makes every equation of a table hold.

The Fellegi–Holt principle of statistical offices (docs/repair.md): change as few cells as possible. The
equations are those of the checks. Every equally small answer is told, so that one that is the only one can be
called so; the program never writes a figure into a report by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .checks import Subject, subject_of
from .finding import Change, Finding, Repair
from .form import Form
from .language import Text
from .packs import Rule, Silence
from .repairing.causes import Cause, causes
from .repairing.evidence import Known, weigh
from .repairing.slips import Corrected, slips
from .repairing.supports import Answer, Found, search
from .repairing.systems import Equation, System, equality_rules, systems
from .report import Report, State

__all__ = ["Limits", "repairs"]

_BY_PROSE = Text("另有 {count} 种改法与正文“{quotes}”不符", "{count} other answers contradict the text “{quotes}”")
_BY_KNOWN = Text("另有 {count} 种改法与上年年报不衔接", "{count} other answers do not follow from last year's report")
_NOT_LOCATED = Text(
    "未能定位：填错的单元格较多，请对照台账逐格核实",
    "not located: too many cells are wrong, check each against the register",
)


class Limits(Struct, frozen=True, kw_only=True):
    """How far to look: ``steps`` of the search (about half a second; a number of steps and not a time, so that
    every machine gives the same answer), the ``cost`` of an answer, the ``answers`` collected for a table, and
    how many alternatives are ``told`` for one cause."""

    steps: int = 20_000
    cost: int = 64
    answers: int = 2_000
    told: int = 64


class _Case(Struct, frozen=True):
    """What is asked: the report, what was found in it, what else is known and how far to look."""

    subject: Subject
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    known: Known
    limits: Limits


def repairs(
    report: Report, form: Form, rules: Sequence[Rule], findings: Sequence[Finding], *,
    known: Known = {}, limits: Limits = Limits(),  # noqa: B006, B008  -- both frozen or only read
) -> tuple[Repair, ...]:  # fmt: skip
    """One repair for each independent cause of equations that do not hold, table by table.

    ``findings`` are those of the same rules on the report; ``known`` are figures from elsewhere (last year's
    report), by table, row and column, which choose among equally small answers. A table that could not be read
    has no repair, a table that balances neither.
    """
    if not _is_due(report, rules, findings):
        return ()
    case = _Case(subject_of(report, form), tuple(rules), tuple(findings), known, limits)
    found = systems(case.subject, rules)
    return tuple(repair for system in found if system.broken or system.invalid for repair in _of(case, system))


def _is_due(report: Report, rules: Sequence[Rule], findings: Sequence[Finding]) -> bool:
    """Whether there can be anything to repair; spares a balanced report the work."""
    stated = list(equality_rules(rules, report.form))
    codes = {rule.code for rule, _ in stated}
    silencing = {rule.code for rule in rules if any(codes.intersection(silence.codes) for silence in rule.silences)}
    if any(finding.code in codes or finding.code in silencing for finding in findings):
        return True
    tables = {options.table for _, options in stated}
    figures = (figure for figure in report.figures if figure.table in tables)
    return any(figure.value is None or figure.value < 0 for figure in figures)


def _of(case: _Case, system: System) -> Iterator[Repair]:
    """The repairs of one table. What explains no finding (cells to be filled in) is told only if it is certain."""
    for cause in causes(system, _found(system, case.limits)):
        repair = _repair(case, system, cause)
        if repair.explains or (repair.unique and _is_printed(system, cause)):
            yield repair


def _is_printed(system: System, cause: Cause) -> bool:
    """Whether the cells of a cause stand in the report; what is only missing is told as such."""
    cells = (system.figures[cell] for answer in cause.answers for cell, _ in answer)
    return all(figure.state is not State.MISSING for figure in cells)


def _found(system: System, limits: Limits) -> Found:
    """The smallest answers; one that changes nothing where every equation holds (an invalid figure is 0)."""
    if not system.broken:
        return Found(((),), True)
    return search(system, limits.cost, limits.steps, limits.answers)


def _repair(case: _Case, system: System, cause: Cause) -> Repair:
    explains, told = _explains(case, cause), case.limits.told
    if not cause.answers:
        return Repair(system.table, (), False, (), explains, True, (_NOT_LOCATED,))
    answers = cause.answers[: told + 1]
    weighed = weigh(case.subject, case.rules, system, answers, case.known)
    named = [(_slips(case.subject, system, answer), answer) for answer in weighed.answers]
    named.sort(key=lambda pair: (not pair[0], pair[1]))
    more = not cause.complete or len(cause.answers) > len(answers)
    return Repair(
        table=system.table,
        cells=_changes(system, named[0][1]),
        unique=len(named) == 1 and not more,
        alternatives=tuple(_changes(system, answer) for _, answer in named[1:]),
        explains=explains,
        more=more,
        reasons=(*named[0][0], *_excluding(len(answers) - len(named), weighed.quotes)),
    )


def _excluding(count: int, quotes: Sequence[str]) -> Iterator[Text]:
    if count:
        words = _BY_PROSE if quotes else _BY_KNOWN
        yield Text(
            words.zh.format(count=count, quotes="”“".join(quotes)),
            words.en.format(count=count, quotes="”, “".join(quotes)),
        )


def _changes(system: System, answer: Answer) -> tuple[Change, ...]:
    """The cells of an answer in the words of the contract, in the order of the table's equations."""
    return tuple(
        Change(figure.row, figure.column, figure.raw, str(system.values[cell] + by))
        for cell, by in answer
        for figure in (system.figures[cell],)
    )


def _slips(subject: Subject, system: System, answer: Answer) -> tuple[Text, ...]:
    totals = {equation.total for equation in system.equations}
    corrected = []
    for cell, by in answer:
        figure, value = system.figures[cell], system.values[cell]
        old = int(figure.value) if figure.value is not None else None
        corrected.append(Corrected(figure, old, value + by, cell in totals, _carried_in(system, cell)))
    return slips(subject.tables[system.table], corrected)


def _carried_in(system: System, cell: int) -> int:
    """What is carried in according to an equation in which a cell stands; 0 without one."""
    for equation in system.equations:
        if cell in equation.coefficients:
            for other in equation.coefficients:
                if other != cell and system.figures[other].row == "carried_in":
                    return system.values[other]
    return 0


def _explains(case: _Case, cause: Cause) -> tuple[str, ...]:
    """The findings that are about the cause's broken equations, or that stand for one of them."""
    silences = {rule.code: rule.silences for rule in case.rules}
    return tuple(
        finding.fingerprint
        for finding in case.findings
        if any(_is_about(finding, equation, silences.get(finding.code, ())) for equation in cause.broken)
    )


def _is_about(finding: Finding, equation: Equation, silences: Sequence[Silence]) -> bool:
    if (finding.code, finding.place) == (equation.code, equation.place):
        return True
    return any(
        equation.code in silence.codes and finding.place.shared(silence.same) == equation.place.shared(silence.same)
        for silence in silences
    )
