"""By which rules the reports are judged: what travels to every process in the place of a configuration."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from ..finding import Severity
from ..linter import Config, Linter
from ..rulebook.own.pack_files import PackFile
from ..shipped import rulebook_of


class Choice(Struct, frozen=True):
    """``packs`` of one's own as they were read; the rest as in ``Config``, in an order of its own."""

    packs: tuple[PackFile, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity | None], ...] = ()
    always: tuple[str, ...] = ()


def choice_of(config: Config, packs: tuple[PackFile, ...]) -> Choice:
    """What a linter for reports of which nothing particular is said goes by."""
    severity = tuple(sorted(config.severity.items()))
    return Choice(packs, config.select, config.ignore, severity, tuple(sorted(config.always)))


@lru_cache(maxsize=16)
def linter_of(choice: Choice, *, inline: bool = True) -> Linter:
    """The linter; ``inline``: comments in the reports may settle findings.

    Raises ``RuleError`` and ``ValueError``, which whoever made the choice has found already.
    """
    config = Config(
        select=choice.select,
        ignore=choice.ignore,
        severity=dict(choice.severity),
        always=frozenset(choice.always),
        inline_suppressions=inline,
    )
    return Linter(rulebook_of(choice.packs), config)
