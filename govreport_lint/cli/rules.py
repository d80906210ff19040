"""``govreport-lint rules`` and ``govreport-lint explain CODE``."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import click

from ..output.terminal.rule_list import write_rules
from ..output.terminal.rule_page import write_rule
from ..rulebook.packs import Rule
from ..rulebook.pages import pages
from ..shipped import shipped_rulebook
from .console.statuses import CLEAN
from .paths.destination import destination


def list_rules(*, language: str, output: str | None) -> int:
    """Write the list of all rules."""
    with destination(output) as stream:
        write_rules(stream, shipped_rulebook().packs, language)
    return CLEAN


def explain(*, codes: Sequence[str], language: str, output: str | None) -> int:
    """Write the pages of rules, named by code or by name; raises ``click.UsageError`` for an unknown one."""
    wanted = [_rule(code) for code in codes]
    with destination(output) as stream:
        for rule in wanted:
            write_rule(stream, rule, pages().get(rule.code), language)
    return CLEAN


def _rule(word: str) -> Rule:
    rulebook = shipped_rulebook()
    rule = rulebook.by_name.get(word.upper()) or rulebook.by_name.get(word.lower())
    if rule:
        return rule
    codes = sorted(rulebook.codes)
    alike = [code for code in codes if code.startswith(word.upper())]
    alike = alike or difflib.get_close_matches(word.upper(), codes, 5, 0.5)
    hint = f"，是不是 {'、'.join(alike[:12])}" if alike else ""
    raise click.UsageError(f"没有 {word} 这条规则（no such rule）{hint}；用 govreport-lint rules 查看全部")
