"""The repairs of a report's tables as records: each cause with its answers, its findings and what else is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..checks import Subject
from ..finding import Change, Finding, Place, Repair
from ..language import Text
from ..lines import Lines
from ..report import State
from ..rulebook.packs import Rule, Silence
from .causes import Cause, causes
from .evidence import Known, weigh
from .limits import Limits
from .slips import Corrected, slips
from .supports import Answer, Found, search
from .systems import Equation, System, systems

_BY_PROSE = Text(
    "另有 {count} 种改法也能使等式平，但与正文“{quotes}”不符，已排除",
    "{count} other answers would balance but contradict the text “{quotes}”",
)
_BY_KNOWN = Text(
    "另有 {count} 种改法也能使等式平，但与上年年报不衔接，已排除",
    "{count} other answers would balance but do not follow from last year's report",
)
_FIRST = Text("第 1 种：{words}", "answer 1: {words}")
_NOT_LOCATED = Text(
    "未能定位：填错的单元格较多，请对照台账逐格核实",
    "not located: too many cells are wrong, check each against the register",
)


class Case(Struct, frozen=True):
    """What is asked: the report, what was found in it, what else is known and how far to look."""

    subject: Subject
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    known: Known
    limits: Limits
    lines: Lines


def records(case: Case) -> Iterator[Repair]:
    """The repairs, table by table."""
    for system in systems(case.subject, case.rules):
        if system.broken or system.invalid:
            yield from _of(case, system)


def _of(case: Case, system: System) -> Iterator[Repair]:
    """The repairs of one table. What explains no finding (cells to be filled in) is told only if it is certain."""
    for cause in causes(system, _found(system, case.limits)):
        if not cause.answers and _is_told(case, cause):
            continue
        repair = _repair(case, system, cause)
        if repair.explains or (repair.unique and _is_printed(system, cause)):
            yield repair


def _is_told(case: Case, cause: Cause) -> bool:
    """Whether one finding stands for all the broken equations of a cause: it says itself what is wrong."""
    silences = {rule.code: rule.silences for rule in case.rules}
    return any(
        all(_stands_for(equation, finding, silences.get(finding.code, ())) for equation in cause.broken)
        for finding in case.findings
    )


def _is_printed(system: System, cause: Cause) -> bool:
    """Whether the cells of a cause stand in the report; what is only missing is told as such."""
    cells = (system.figures[cell] for answer in cause.answers for cell, _ in answer)
    return all(figure.state is not State.MISSING for figure in cells)


def _found(system: System, limits: Limits) -> Found:
    """The smallest answers; one that changes nothing where every equation holds (an invalid figure is 0)."""
    if not system.broken:
        return Found(((),), True)
    return search(system, limits.cost, limits.steps, limits.answers)


def _repair(case: Case, system: System, cause: Cause) -> Repair:
    explains, told = _explains(case, system, cause), case.limits.told
    if not cause.answers:
        return Repair(system.table, (), False, (), explains, True, (_NOT_LOCATED,))
    answers = cause.answers[: told + 1]
    weighed = weigh(case.subject, case.rules, system, answers, case.known)
    named = [(_slips(case.subject, system, answer), answer) for answer in weighed.answers]
    named.sort(key=lambda pair: (not pair[0], pair[1]))
    more = not cause.complete or len(cause.answers) > len(answers)
    return Repair(
        table=system.table,
        cells=_changes(case, system, named[0][1]),
        unique=len(named) == 1 and not more,
        alternatives=tuple(_changes(case, system, answer) for _, answer in named[1:]),
        explains=explains,
        more=more,
        reasons=(*_of_first(named), *_excluding(len(answers) - len(named), weighed.quotes)),
    )


def _of_first(named: Sequence[tuple[tuple[Text, ...], Answer]]) -> Iterator[Text]:
    """The slips of the first answer, said to be of that one where there are others."""
    for slip in named[0][0]:
        first = _FIRST.filled(words=slip)
        yield first if len(named) > 1 else slip


def _excluding(count: int, quotes: Sequence[str]) -> Iterator[Text]:
    if count:
        words = _BY_PROSE if quotes else _BY_KNOWN
        yield Text(
            words.zh.format(count=count, quotes="”“".join(quotes)),
            words.en.format(count=count, quotes="”, “".join(quotes)),
        )


def _changes(case: Case, system: System, answer: Answer) -> tuple[Change, ...]:
    """The cells of an answer in the words of the contract, in the order of the table's equations."""
    return tuple(
        Change(
            figure.row,
            figure.column,
            figure.raw,
            str(system.values[cell] + by),
            figure.location,
            case.lines.span(figure.location),
        )
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


def _explains(case: Case, system: System, cause: Cause) -> tuple[str, ...]:
    """The findings that are about the cause's broken equations, that stand for one of them, that hold the prose
    against a cell of its answers (two that demand different things of one cell have one cause), or that hold another
    paper against such a cell and demand what an answer puts there."""
    answers = [(cell, by) for answer in cause.answers for cell, by in answer]
    cells = {(system.table, *_key(system, cell)) for cell, _ in answers}
    demands = {((system.table, *_key(system, cell)), str(system.values[cell] + by)) for cell, by in answers}
    silences = {rule.code: rule.silences for rule in case.rules}
    return tuple(
        finding.fingerprint
        for finding in case.findings
        if any(_is_about(finding, equation, silences.get(finding.code, ())) for equation in cause.broken)
        or (finding.place.table is None and any(_cell(item.place) in cells for item in finding.evidence))
        or (_is_of_two_papers(finding) and (_cell(finding.place), finding.expected) in demands)
    )


def _is_of_two_papers(finding: Finding) -> bool:
    return any(not item.is_own for item in finding.evidence)


def _key(system: System, cell: int) -> tuple[str, str]:
    return system.figures[cell].row, system.figures[cell].column


def _cell(place: Place) -> tuple[str | None, ...]:
    return place.table, place.row, place.column


def _is_about(finding: Finding, equation: Equation, silences: Sequence[Silence]) -> bool:
    if (finding.code, finding.place) == (equation.code, equation.place):
        return True
    return _stands_for(equation, finding, silences)


def _stands_for(equation: Equation, finding: Finding, silences: Sequence[Silence]) -> bool:
    """Whether a finding silences what the equation would tell, as it tells the same fault more exactly."""
    return any(
        equation.code in silence.codes and finding.place.shared(silence.same) == equation.place.shared(silence.same)
        for silence in silences
    )
