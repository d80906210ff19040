"""The linters that the options and the configuration ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ...auditing.choice import Choice
    from ...configuration.in_force import InForce
    from ...configuration.linters import Linters
    from ...rulebook.packs import Rule
    from ...rulebook.rulebook import Rulebook


def chosen_linters(force: InForce, seen: Callable[[Rulebook], Rulebook] | None = None) -> Linters:
    """The linters of a run; raises ``click.UsageError`` for an option that names no rule or one that is locked, and
    where no rule is left that can be asked: nothing checked must not look like nothing found.

    ``seen`` makes of the rulebook one that tells how it is used.
    Raises ``RuleError`` where the configuration is at fault. Rules about last year are asked where ``previous`` says
    where its report is.
    """
    from ...configuration.linters import Linters
    from ...configuration.rule_words import refused
    from ...shipped import rulebook_with

    rulebook = rulebook_with(force.configuration.packs)
    linters = Linters(force, seen(rulebook) if seen else rulebook)
    if "--ignore" in _sources(force, "ignore"):
        reason = refused(force.configuration.ignore, linters.locked, linters.rulebook)
        if reason:
            raise click.UsageError(f"--ignore：{reason.zh}（{reason.en}）；用 govreport-lint rules 查看")
    try:
        rules = linters.usual.rules
    except ValueError as error:
        raise click.UsageError(f"--{error}；用 govreport-lint rules 查看") from error
    if not rules:
        raise click.UsageError("--select、--ignore 之后没有剩下任何规则  no rule is left to check")
    if all(_needs_more(rule, force.configuration.previous) for rule in rules):
        raise click.UsageError(
            "选中的规则都要与别的年报对照：请用 --previous 给出上年的年报（these rules need last year's report）"
        )
    return linters


def chosen_rules(force: InForce) -> Choice:
    """By which rules reports are judged in other processes; raises as ``chosen_linters`` does."""
    from ...auditing.choice import choice_of
    from ...rulebook.own.pack_files import pack_files

    packs = pack_files(force.configuration.packs)
    return choice_of(chosen_linters(force).usual.config, packs)


def _sources(force: InForce, key: str) -> list[str]:
    return [origin.source for origin in force.origins.get(key, ())]


def _needs_more(rule: Rule, previous: str | None) -> bool:
    """Whether a rule needs papers that are not given."""
    from ...rulebook.kinds import Need

    there = {Need.TEXT, Need.TABLES} | ({Need.PREVIOUS} if previous else set())
    return not there.issuperset(rule.check.kind.needs)


def words_of(values: Iterable[str]) -> tuple[str, ...]:
    """The codes of an option that may be given several times, each with several codes."""
    parts = [part.strip() for value in values for part in value.replace("，", ",").split(",")]
    return tuple(filter(None, parts))
