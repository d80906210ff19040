"""The codes of rules, offered with their titles."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def codes(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes that begin so."""
    from ...shipped import shipped_rulebook

    rules = [rule for rule in shipped_rulebook().rules if rule.code.startswith(incomplete.upper())]
    return [CompletionItem(rule.code, help=rule.title.zh) for rule in rules]


def code_list(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The lists of codes that begin so, as ``--select A,S1`` takes them: the last code is completed. A family's
    letter comes before its rules."""
    settled, comma, last = incomplete.rpartition(",")
    items = [*_families(last), *codes(ctx, param, last)]
    return [CompletionItem(settled + comma + item.value, help=item.help) for item in items]


def _families(incomplete: str) -> list[CompletionItem]:
    """The letters of the families, while nothing is typed."""
    from ...shipped import shipped_rulebook

    if incomplete:
        return []
    packs = [pack for pack in shipped_rulebook().packs if pack.rules]
    return [CompletionItem(pack.rules[0].code[0], help=pack.title.zh) for pack in packs]
