"""How many findings there are of each severity, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....finding import Finding, Severity
from ....language import Text
from ..headings import SEVERITY_WORDS
from ..problems import Totals

COMMA = Text("，", ", ")


def counts_of(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    found = list(findings)
    return {severity: sum(finding.severity is severity for finding in found) for severity in Severity}


def counts_in(totals: Totals) -> dict[Severity, int]:
    """The same of all files together."""
    return {Severity.ERROR: totals.error, Severity.WARNING: totals.warning, Severity.INFO: totals.info}


def severities_words(counts: Mapping[Severity, int], language: str) -> str:
    """``错误 1，疑点 2，提示 0``."""
    parts = (f"{SEVERITY_WORDS[severity].in_language(language)} {count}" for severity, count in counts.items())
    return COMMA.in_language(language).join(parts)
