"""A result with what somebody has settled taken out of its findings, and told beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..directive import Fault, FaultKind
from ..finding import Finding, Repair, Suppressed
from ..result import Result
from ..rulebook.rulebook import Rulebook
from .inline.applying import Rules, apply_comments, refuse_comments
from .listed.applying import apply_list
from .listed.suppression import Listed


class Settlement(Struct, frozen=True):
    """By what findings are settled. ``inline``: the comments in the report count; ``entries`` are those of the list;
    ``unused``: what settles nothing is told; ``today`` is asked where an entry has a last day. ``locked`` are the
    codes of rules whose findings no comment settles."""

    rulebook: Rulebook
    today: Callable[[], date]
    inline: bool = True
    entries: tuple[Listed, ...] = ()
    unused: bool = True
    locked: frozenset[str] = frozenset()


def settle(result: Result, settlement: Settlement, asked: Collection[str]) -> Result:
    """The result with its settled findings among ``suppressed``; one that was settled before is settled anew.

    Every finding is in one of the two lists. ``asked`` are the codes of the rules that were asked: those that could
    not be assessed anywhere in the report are not said to be settled in vain.
    """
    result = unsettled(result)
    findings = result.findings
    faults: list[Fault] = []
    suppressed: dict[int, Suppressed] = {}
    if result.directives and not settlement.inline:
        faults += refuse_comments(result.directives)
    elif result.directives:
        judged = frozenset(asked) - {one.rule for one in result.coverage.unassessed}
        rules = Rules(settlement.rulebook, judged, settlement.locked)
        applied = apply_comments(findings, result.directives, rules)
        suppressed |= applied.suppressed
        faults += [one for one in applied.faults if settlement.unused or one.kind is not FaultKind.UNUSED]
    left = [index for index in range(len(findings)) if index not in suppressed]
    found = apply_list(result.source.path, [findings[index] for index in left], settlement.entries, settlement.today)
    suppressed |= {left[at]: one for at, one in found.suppressed.items()}
    return without(result, suppressed, (*faults, *found.faults))


def without(result: Result, suppressed: dict[int, Suppressed], faults: Iterable[Fault] = ()) -> Result:
    """The result without the findings at these places; what they broke is not counted as failed, and a repair that
    mends nothing else is not told."""
    kept = tuple(finding for index, finding in enumerate(result.findings) if index not in suppressed)
    gone = {one.finding.fingerprint for one in suppressed.values()}
    return replace(
        result,
        findings=kept,
        coverage=replace(result.coverage, failed=result.coverage.failed - len(suppressed)),
        repairs=_repairs(result.repairs, gone),
        suppressed=(*result.suppressed, *(suppressed[index] for index in sorted(suppressed))),
        faults=(*result.faults, *faults),
    )


def unsettled(result: Result) -> Result:
    """The result with every finding in its place again."""
    if not (result.suppressed or result.faults):
        return result
    findings = in_order((*result.findings, *(one.finding for one in result.suppressed)))
    coverage = replace(result.coverage, failed=result.coverage.failed + len(result.suppressed))
    return replace(result, findings=findings, coverage=coverage, suppressed=(), faults=())


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as an engine sorts them."""
    from ..engine.judging import order

    return tuple(sorted(findings, key=order))


def _repairs(repairs: Sequence[Repair], gone: Collection[str]) -> tuple[Repair, ...]:
    kept = []
    for repair in repairs:
        explains = tuple(one for one in repair.explains if one not in gone)
        if explains or not repair.explains:
            kept.append(repair if explains == repair.explains else replace(repair, explains=explains))
    return tuple(kept)
