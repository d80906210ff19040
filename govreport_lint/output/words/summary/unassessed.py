"""The checks that could not be made, by the reason that is told for them."""

from __future__ import annotations

from ....finding import Coverage, Unassessed
from ....language import Text

ASSESSED = Text(
    "检查 {all} 项：通过 {passed}，不通过 {failed}，无法判定 {open}",
    "{all} checks: {passed} passed, {failed} failed, {open} could not be assessed",
)


def coverage_words(coverage: Coverage, language: str) -> str:
    """How many checks there were and what came of them."""
    count = coverage.passed + coverage.failed + coverage.not_assessable
    return ASSESSED.in_language(language).format(
        all=count, passed=coverage.passed, failed=coverage.failed, open=coverage.not_assessable
    )


def by_reason(coverage: Coverage, language: str) -> dict[str, list[Unassessed]]:
    """The checks that could not be made, by their reason in ``zh`` or ``en``."""
    grouped: dict[str, list[Unassessed]] = {}
    for item in coverage.unassessed:
        grouped.setdefault(item.reason.in_language(language), []).append(item)
    return grouped
