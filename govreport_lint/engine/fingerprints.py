"""What makes a finding the same finding in another version of the file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from ..finding import Finding

_NUMBER = re.compile(r"[+\-−]?[0-9０-９]+(?:[.,，．][0-9０-９]+)*")
# So many characters before and after the words that are meant.
_AROUND = 12


def fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, in their order, each with its fingerprint of sixteen hexadecimal digits.

    Code, place, and for prose the words around with every number masked; equal ones are told apart by their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        key = _key(finding)
        parts = (*key, str(seen[key]))
        seen[key] += 1
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        made.append(replace(finding, fingerprint=digest))
    return tuple(made)


def _key(finding: Finding) -> tuple[str, ...]:
    place = finding.place
    where = (finding.code, *(str(part) for part in (place.section, place.table, place.row, place.column)))
    return where if place.row or place.column else (*where, _words(finding))


def _words(finding: Finding) -> str:
    """The words that are meant and those around them, without spaces and numbers."""
    context = finding.context
    if context is None:
        return _masked(finding.quote)
    before, after = _masked(context.before), _masked(context.after)
    return f"{before[-_AROUND:]}{_masked(context.words)}{after[:_AROUND]}"


def _masked(text: str) -> str:
    return _NUMBER.sub("#", "".join(text.split()))
