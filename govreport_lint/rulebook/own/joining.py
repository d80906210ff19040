"""Packs of one's own joined to those that are shipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from ...language import Text
from ..claim_patterns import ClaimPatterns
from ..files.positions import Part
from ..kinds import Kind
from ..mistakes import Mistake, rule_error, spot_in
from ..packs import Head, Written
from ..pages import OwnPage
from .changes import changes
from .own_claims import with_own_claims
from .own_pack import OwnPack, read_own, rule_of
from .pack_files import PackFile, pack_files


def joined(
    shipped: Sequence[Written], patterns: ClaimPatterns, packs: Sequence[Path | PackFile], kinds: Mapping[str, Kind]
) -> tuple[list[Written], ClaimPatterns, dict[str, OwnPage]]:
    """The packs with those at these paths, the claim patterns with theirs, and the pages of their rules, by code.

    Raises ``RuleError``.
    """
    families = [pack.head.family for pack in shipped]
    own = [read_own(file, families) for file in pack_files(packs)]
    written = [*with_changes(shipped, own, kinds), *map(as_written, own)]
    return written, with_own_claims(patterns, own), pages_of(own)


def with_changes(written: Sequence[Written], packs: Sequence[OwnPack], kinds: Mapping[str, Kind]) -> list[Written]:
    """The shipped packs with the options that packs of one's own change; raises ``RuleError``."""
    rules = {str(rule[key]): rule for pack in written for rule in pack.head.rules for key in ("code", "name")}
    changed = changes(rules, packs, kinds)
    if not changed:
        return list(written)
    return [
        replace(pack, changed={n: changed[c] for n, c in enumerate(pack.codes) if c in changed}) for pack in written
    ]


def as_written(pack: OwnPack) -> Written:
    """A pack of one's own as a shipped one is read."""
    rules = tuple(rule_of(rule, pack.content.family) for rule in pack.content.rules)
    return Written(pack.path, Head(pack.content.family, pack.title, rules), within=pack.within)


def pages_of(packs: Iterable[OwnPack]) -> dict[str, OwnPage]:
    """What rules of one's own say to people alone, by code."""
    return {
        str(rule.get("code")): page for pack in packs for rule, page in zip(pack.content.rules, pack.pages, strict=True)
    }


def check_codes(packs: Iterable[Written]) -> None:
    """No code and no name twice; raises ``RuleError``."""
    seen: dict[tuple[str, str], tuple[Path, tuple[Part, ...]]] = {}
    for pack in packs:
        for index, data in enumerate(pack.head.rules):
            at = (*pack.within, "rules", index)
            for key in ("code", "name"):
                word = str(data.get(key, ""))
                if word and (key, word) in seen:
                    first = _place(*seen[key, word], key)
                    reason = Text(f"“{word}”已用于 {first}", f"“{word}” is taken by {first}")
                    raise rule_error(pack.path, Mistake((key,), reason), at, str(data.get("code", "")))
                seen[key, word] = pack.path, at


def _place(path: Path, at: tuple[Part, ...], key: str) -> str:
    """Where the code or the name of a rule stands."""
    spot = spot_in(path, (*at, key))
    return f"{path}:{spot.line}" if spot else str(path)
