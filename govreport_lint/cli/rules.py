"""``govreport-lint rules`` and ``govreport-lint explain CODE``."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import click

from ..output.terminal.rule_list import write_rules
from ..output.terminal.rule_page import write_rule
from ..rulebook.packs import Rule
from ..rulebook.pages import pages
from ..rulebook.rulebook import Rulebook
from ..shipped import rulebook_with
from .console.statuses import CLEAN
from .options.configured import configured
from .paths.destination import destination


def list_rules(*, config: str | None, packs: Sequence[str], isolated: bool, language: str, output: str | None) -> int:
    """Write the list of all rules, those of packs of one's own at the end."""
    rulebook = _rulebook(config, packs, isolated=isolated)
    with destination(output, packs) as stream:
        write_rules(stream, rulebook.packs, language)
    return CLEAN


def explain(
    *,
    codes: Sequence[str],
    config: str | None,
    packs: Sequence[str],
    isolated: bool,
    language: str,
    output: str | None,
) -> int:
    """Write the pages of rules, named by code or by name; raises ``click.UsageError`` for an unknown one."""
    rulebook = _rulebook(config, packs, isolated=isolated)
    wanted = [_rule(code, rulebook) for code in codes]
    with destination(output, packs) as stream:
        for rule in wanted:
            own = rulebook.own_pages.get(rule.code)
            write_rule(stream, rule, own.page if own else pages().get(rule.code), language)
    return CLEAN


def _rulebook(config: str | None, packs: Sequence[str], *, isolated: bool) -> Rulebook:
    """The rules that are shipped, those of the packs of the configuration, and those of these packs."""
    return rulebook_with(configured((), config, isolated=isolated, packs=packs).configuration.packs)


def _rule(word: str, rulebook: Rulebook) -> Rule:
    rule = rulebook.by_name.get(word.upper()) or rulebook.by_name.get(word.lower())
    if rule:
        return rule
    codes = sorted(rulebook.codes)
    alike = [code for code in codes if code.startswith(word.upper())]
    alike = alike or difflib.get_close_matches(word.upper(), codes, 5, 0.5)
    hint = f"，是不是 {'、'.join(alike[:12])}" if alike else ""
    raise click.UsageError(f"没有 {word} 这条规则（no such rule）{hint}；用 govreport-lint rules 查看全部")
