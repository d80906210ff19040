"""Rules that a county has locked, held against the packs above its configuration: their options stay as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..errors import RuleError
from ..language import Text
from ..rulebook.packs import Rule
from ..rulebook.rulebook import Rulebook
from ..shipped import rulebook_with
from .in_force import InForce

_CHANGED = Text("{code} 由 {path} 锁定，不能改它的选项", "{code} is locked by {path}; its options cannot be changed")


def refuse_changes(force: InForce, locked: Mapping[str, str]) -> None:
    """Raises ``RuleError`` for a pack that changes a rule which was locked before the pack was named."""
    packs = force.configuration.packs
    whole = rulebook_with(packs)
    for path in dict.fromkeys(locked.values()):
        first = _packs_of(force, path)
        kept = rulebook_with(packs[:first])
        codes = (code for code, by in locked.items() if by == path)
        changed = next((code for code in codes if _options(kept, code) != _options(whole, code)), None)
        if changed is not None:
            raise _refusal(packs, first, changed, path)


def _packs_of(force: InForce, path: str) -> int:
    """How many packs the configuration has as far as the file that locks."""
    count = 0
    for written in force.written:
        count += len(written.says.packs)
        if str(written.path) == path:
            break
    return count


def _refusal(packs: Sequence[str], first: int, code: str, path: str) -> RuleError:
    wanted = _options(rulebook_with(packs[:first]), code)
    culprit = next(
        (
            packs[end - 1]
            for end in range(first + 1, len(packs))
            if _options(rulebook_with(packs[:end]), code) != wanted
        ),
        packs[-1],
    )
    return RuleError(str(culprit), _CHANGED.filled(code=code, path=path))


def _options(rulebook: Rulebook, code: str) -> object:
    rule: Rule | None = rulebook.by_name.get(code)
    return rule.check.options if rule else None
