"""A report with known faults, and comments put into it."""

from __future__ import annotations

from conftest import SAMPLES

from govreport_lint import Result, lint_text
from govreport_lint.finding import Finding

FAULTY = (SAMPLES / "town-2024.faulty.md").read_text("utf-8")
# Every family that can be asked of one report alone.
EVERYTHING = "S,T,A,Z,N,D,L"


def with_lines(*lines: tuple[int, str], text: str = FAULTY) -> str:
    """The text with lines put in before lines of it, counted from 1."""
    kept = text.split("\n")
    for number, line in sorted(lines, reverse=True):
        kept.insert(number - 1, line)
    return "\n".join(kept)


def trailing(number: int, comment: str, text: str = FAULTY) -> str:
    """The text with a comment at the end of a line."""
    lines = text.split("\n")
    lines[number - 1] += f" {comment}"
    return "\n".join(lines)


def line_of(code: str, text: str = FAULTY) -> int:
    """The line on which the first finding of a rule is shown."""
    return next(found.span.line for found in lint_text(text).findings if found.code == code and found.span)


def asking(words: str) -> str:
    """A comment that asks."""
    return f"<!-- govreport-lint: {words} -->"


def codes(result: Result) -> list[str]:
    return [finding.code for finding in result.findings]


def settled(result: Result) -> list[str]:
    return [one.finding.code for one in result.suppressed]


def faults(result: Result) -> list[str]:
    return [fault.reason.zh for fault in result.faults]


def prints(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(finding.fingerprint for finding in findings)
