"""One fault, one finding: what another finding tells more exactly is dropped, what is told twice is told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from ..finding import SAME, Finding
from ..rulebook.packs import Rule

_Key = tuple[object, ...]


def without_silenced(findings: Sequence[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """The findings that no other one silences, each once, in their order."""
    silences = {rule.code: rule.silences for rule in rules}
    silenced: defaultdict[_Key, list[Decimal]] = defaultdict(list)
    for finding in findings:
        for silence in silences[finding.code]:
            for shared in _shared(finding, silence.same):
                for code in silence.codes:
                    silenced[code, silence.same, *shared].append(_gap(finding))
    told: set[_Key] = set()
    for finding in findings:
        compared = (finding.expected, finding.actual) if finding.expected else finding.message
        key = (finding.code, finding.place, finding.location, compared)
        if key not in told and not (silenced and _is_silenced(finding, silenced)):
            yield finding
        told.add(key)


def _is_silenced(finding: Finding, silenced: dict[_Key, list[Decimal]]) -> bool:
    for same in SAME:
        for shared in _shared(finding, same):
            gaps = silenced.get((finding.code, same, *shared))
            if gaps and (same != "sentence" or _explains(gaps, _gap(finding))):
                return True
    return False


def _shared(finding: Finding, same: str) -> Iterator[_Key]:
    """What another finding has to share with this one: a place, the sentence, or one of its cells."""
    if same == "sentence":
        if finding.context is not None:
            yield finding.place.section, finding.context.before + finding.context.words + finding.context.after
    elif same == "evidence":
        yield from {(item.place,) for item in finding.evidence if item.is_own and item.place.row and item.place.column}
    else:
        yield finding.place.shared(same)


def _gap(finding: Finding) -> Decimal:
    """By how much the number of a finding is wrong; nothing where it compares no numbers."""
    try:
        return Decimal(finding.expected or "") - Decimal(finding.actual or "")
    except InvalidOperation:
        return Decimal("NaN")


def _explains(gaps: Sequence[Decimal], gap: Decimal) -> bool:
    """Whether one of the wrong numbers, or all of them together, put a sum wrong by so much."""
    return any(abs(one) == abs(gap) for one in (*gaps, sum(gaps, Decimal(0))) if one)
