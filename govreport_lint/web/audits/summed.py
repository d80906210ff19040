"""What is said of the county's sums above the matrix, in one line."""

from __future__ import annotations

from collections import Counter

from ...auditing.audited import Audit, Verdict
from ...language import Text

_SUMS = Text(
    "县级汇总：{equal} 格一致，{wrong} 格不符，{unknown} 格无法判定",
    "County's sums: {equal} cells agree, {wrong} differ, {unknown} cannot be told",
)
_WORKBOOK = Text(
    "汇总表：比对 {compared} 格，不符 {wrong} 格", "Roll-up workbook: {compared} cells compared, {wrong} differ"
)
_STOP = Text("；", "; ")


def sums_line(audit: Audit, language: str) -> str:
    """The line; empty where neither a county's report nor a 汇总表 was handed in."""
    parts = []
    if audit.sums is not None and audit.county is not None:
        found = Counter(cell.verdict for cell in audit.sums.cells)
        wrong = found[Verdict.LESS] + found[Verdict.MORE]
        counts = {"equal": found[Verdict.EQUAL], "wrong": wrong, "unknown": found[Verdict.UNKNOWN]}
        parts.append(_SUMS.filled(**{name: str(count) for name, count in counts.items()}))
    check = audit.workbook
    if check is not None:
        counted = _WORKBOOK.filled(compared=str(check.compared), wrong=str(len(check.cells)))
        parts.append(check.refused or counted)
    return _STOP.in_language(language).join(part.in_language(language) for part in parts)
