"""One report judged with what lies beside it: what a process is told, and the few kilobytes that it hands back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from ...checks.subject.beside import Beside, Bounds, NameClash, UnitValues, paper
from ...checks.subject.cell_values import Cell
from ...form import Form
from ...language import Text
from ...likeness.alike import Likeness
from ...linter import Linter
from ...output.words.places import place_words
from ...output.words.printable import printable
from ...report import Figure, Report
from ...result import Result
from ..audited import Item, NotJudged, SettledInFile
from ..choice import Choice, linter_of
from .items import items_of

_WIDTH = 200
PREVIOUS = "previous"


class UnitTask(Struct, frozen=True, kw_only=True):
    """What is to be judged: ``key`` of the report's result, ``previous`` of last year's (empty: none), ``copies`` of
    the units whose text is like this one (name, key); the rest as in ``Beside``. ``names`` are those of the unit;
    ``inline``: comments in its file may settle findings.

    ``result`` is what the judged result is kept under.
    """

    unit: str
    key: str
    result: str
    previous: str = ""
    exempt: str = ""
    names: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] | None = None
    templates: tuple[tuple[int, int], ...] = ()
    bounds: tuple[tuple[Cell, Bounds], ...] = ()
    workbook: tuple[tuple[Cell, Figure], ...] | None = None
    units: tuple[UnitValues, ...] | None = None
    clashes: tuple[NameClash, ...] = ()
    inline: bool = True


class JudgedUnit(Struct, frozen=True, kw_only=True):
    """What came of it, ready for every paper."""

    items: tuple[Item, ...]
    passed: int
    failed: int
    not_assessable: int
    not_judged: tuple[NotJudged, ...]
    settled: tuple[SettledInFile, ...] = ()
    like_previous: float | None = None
    alike: tuple[Likeness, ...] = ()


class Packed(Struct, frozen=True):
    """A task with the results that it speaks of, encoded, and the rules: whoever works on it need not share a disk."""

    task: UnitTask
    results: dict[str, bytes]
    choice: Choice = Choice()


class Answer(Struct, frozen=True):
    """What came of it, and the judged result, encoded, for the letters."""

    judged: JudgedUnit
    result: bytes


def judge_packed(data: bytes) -> bytes:
    """Work on an encoded ``Packed``; gives an encoded ``Answer``."""
    packed = msgspec.msgpack.decode(data, type=Packed)
    linter = linter_of(packed.choice, inline=packed.task.inline)
    judged, result = judge_unit(packed.task, packed.results, linter)
    return msgspec.msgpack.encode(Answer(judged, msgspec.msgpack.encode(result)))


def keys_of(task: UnitTask) -> tuple[str, ...]:
    """The results that a task speaks of."""
    return (task.key, *filter(None, [task.previous]), *(key for _, key in task.copies or ()))


def judge_unit(task: UnitTask, results: Mapping[str, bytes], linter: Linter) -> tuple[JudgedUnit, Result]:
    """Judge a report with the papers beside it; ``results`` are encoded, by their key."""
    decoder = msgspec.msgpack.Decoder(Result)
    result = decoder.decode(results[task.key])
    previous = decoder.decode(results[task.previous]).report if task.previous else None
    others = {unit: decoder.decode(results[key]).report for unit, key in task.copies or ()}
    compared = _compared(task, result.report, previous, others)
    repeated = next((like for like in compared if like.other == PREVIOUS), None)
    beside = Beside(
        previous=paper(previous, linter.rulebook.form(previous.form)) if previous else None,
        exempt=task.exempt,
        units=task.units,
        bounds=dict(task.bounds) or None,
        copies=None if task.copies is None else tuple(like for like in compared if like.other != PREVIOUS),
        workbook=None if task.workbook is None else dict(task.workbook),
        clashes=task.clashes,
        listed=True,
        repeated=repeated,
    )
    judged = linter.check_beside(result, beside)
    form, coverage = linter.rulebook.form(judged.report.form), judged.coverage
    told = JudgedUnit(
        items=items_of(judged, form, task.unit, linter.rulebook.by_name),
        passed=coverage.passed,
        failed=coverage.failed,
        not_assessable=coverage.not_assessable,
        not_judged=tuple(_not_judged(judged, form)),
        settled=tuple(_settled(judged, form)),
        like_previous=repeated.share if repeated else None,
        alike=compared,
    )
    return told, judged


def _compared(
    task: UnitTask, own: Report, previous: Report | None, others: Mapping[str, Report]
) -> tuple[Likeness, ...]:
    """What the text shares with last year's report and with those of other units, the most alike first."""
    from ...likeness.comparison import compare

    found = []
    if previous is not None and not task.exempt:
        found.append(compare(own, previous, task.names, label=PREVIOUS))
    templates = dict(task.templates)
    found += [compare(own, report, task.names, label=unit, templates=templates) for unit, report in others.items()]
    return tuple(sorted(found, key=lambda like: (-like.share, like.other)))


def _settled(result: Result, form: Form) -> Iterator[SettledInFile]:
    """What the unit itself has settled by comments in its file."""
    for one in result.suppressed:
        where = Text(*(place_words(form, one.finding.place, language, _WIDTH) for language in ("zh", "en")))
        message = Text(printable(one.finding.message.zh), printable(one.finding.message.en))
        reason, line = printable(one.reason), int(one.by)
        yield SettledInFile(one.finding.code, where, message, reason, line, one.finding.fingerprint)


def _not_judged(result: Result, form: Form) -> Iterator[NotJudged]:
    """The checks that could not be made, those of one rule and reason at one place told once."""
    counts: Counter[tuple[str, Text, Text]] = Counter()
    for one in result.coverage.unassessed:
        where = Text(*(place_words(form, one.place, language, _WIDTH) for language in ("zh", "en")))
        counts[one.rule, where, one.reason] += 1
    for (rule, where, reason), count in counts.items():
        yield NotJudged(rule, where, reason, count)
