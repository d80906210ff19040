"""The linter that the options ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ...linter import Linter
    from ...rulebook.packs import Rule


def chosen_linter(select: Sequence[str], ignore: Sequence[str], previous: str | None = None) -> Linter:
    """The linter for the rules that are named; raises ``click.UsageError`` for one that there is not,
    and where none is left that can be asked: nothing checked must not look like nothing found.

    Rules about last year are asked where ``previous`` says where its report is.
    """
    from ... import api

    try:
        linter = api.linter(words_of(select), words_of(ignore))
    except ValueError as error:
        raise click.UsageError(f"--{error}；用 govreport-lint rules 查看") from error
    if not linter.rules:
        raise click.UsageError("--select、--ignore 之后没有剩下任何规则  no rule is left to check")
    if all(_needs_more(rule, previous) for rule in linter.rules):
        raise click.UsageError(
            "选中的规则都要与别的年报对照：请用 --previous 给出上年的年报（these rules need last year's report）"
        )
    return linter


def _needs_more(rule: Rule, previous: str | None) -> bool:
    """Whether a rule needs papers that are not given."""
    from ...rulebook.kinds import Need

    there = {Need.TEXT, Need.TABLES} | ({Need.PREVIOUS} if previous else set())
    return not there.issuperset(rule.check.kind.needs)


def words_of(values: Iterable[str]) -> tuple[str, ...]:
    """The codes of an option that may be given several times, each with several codes."""
    parts = [part.strip() for value in values for part in value.replace("，", ",").split(",")]
    return tuple(filter(None, parts))
