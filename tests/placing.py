"""Placing the fragments of a rule's example into the standard report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govreport_lint.rulebook.pages import Replacement

_SECTION = r"^## {number}、.*?(?=^## |\Z)"
_SIGNATURE = re.compile(r"(?<=\n)[^\n|#]+\n\n\d{4}年\d+月\d+日\n?\Z")


def place(report: str, fragments: Iterable[Replacement], paper: str = "report") -> str:
    """The report with each fragment in the place that it names; raises ``ValueError`` for a place it has not.

    Only those for this ``paper`` are placed.
    """
    for fragment in fragments:
        if fragment.paper == paper:
            report = _placed(report, fragment.replaces, fragment.text.strip("\n"))
    return report


def _placed(report: str, target: str, text: str) -> str:
    kind, _, name = target.partition(" ")
    if kind == "everything":
        return text + "\n"
    if kind == "section":
        return _sub(re.compile(_SECTION.format(number=name), re.S | re.M), report, text + "\n\n", target)
    if kind == "signature":
        return _sub(_SIGNATURE, report, text + "\n", target)
    if kind == "title":
        return _sub(re.compile(r"^# .*$", re.M), report, text, target)
    if kind == "preamble":
        return _sub(re.compile(r"(?<=\n\n)本报告依据.*?(?=\n\n## )", re.S), report, text, target)
    if kind == "paragraph":
        return _sub(re.compile(rf"^{re.escape(name)}.*$", re.M), report, text, target)
    if kind == "row":
        cell = rf"^\|(?:[^|\n]*\|)*? *{re.escape(name)} *\|.*$"
        return _sub(re.compile(cell, re.M), report, text, target)
    raise ValueError(f"no such place: {target}")


def _sub(pattern: re.Pattern[str], report: str, text: str, target: str) -> str:
    changed, count = pattern.subn(lambda _match: text, report, count=1)
    if not count:
        raise ValueError(f"the report has no {target}")
    return changed
