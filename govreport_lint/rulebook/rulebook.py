"""A rulebook: packs, forms and claim patterns, read and resolved whole before the first report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ..form import Form
from ..language import Text
from .claim_patterns import ClaimPatterns, load_patterns
from .files import store
from .files.resources import load_toml, rule_files, rules_folder
from .forms import forms
from .kinds import Check, Kind
from .mistakes import Mistake, rule_error, spot_in
from .packs import Pack, Rule, Written, read_pack, resolve
from .validation import world_of


class Rulebook(Struct, frozen=True, dict=True):
    """What a linter judges by. Two rulebooks may live side by side; nothing in one ever changes."""

    packs: tuple[Pack, ...]
    forms: tuple[Form, ...]
    patterns: ClaimPatterns

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by code."""
        return tuple(sorted((rule for pack in self.packs for rule in pack.rules), key=lambda rule: rule.code))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all rules."""
        return frozenset(rule.code for rule in self.rules)

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """The check of every rule, by code."""
        return {rule.code: rule.check for rule in self.rules}

    @cached_property
    def by_name(self) -> Mapping[str, Rule]:
        """Every rule by its code and by its name."""
        return {key: rule for rule in self.rules for key in (rule.code, rule.name)}

    def form(self, key: str) -> Form:
        """The form with a key; raises ``KeyError``."""
        for form in self.forms:
            if form.key == key:
                return form
        raise KeyError(key)


def load_rulebook(kinds: Mapping[str, Kind], packs: Sequence[Path] = ()) -> Rulebook:
    """The rulebook that the project ships, with ``packs`` of one's own besides; raises ``RuleError``."""
    patterns, every, shipped = load_patterns(), forms(), rule_files()
    own = [Path(path) for path in shipped.files if Path(path).parent == rules_folder()]
    written = [read_pack(path, shipped.files[str(path)], trusted=shipped.resolved) for path in own]
    written += [read_pack(path, load_toml(path)) for path in packs]
    if packs or not shipped.resolved:
        _check_codes(written)
    world = world_of(every, patterns.subjects, (code for pack in written for code in pack.codes))
    read = tuple(resolve(pack, kinds, world) for pack in written)
    if not shipped.resolved:
        store.keep(shipped.key, shipped.files)
    return Rulebook(read, every, patterns)


def _check_codes(packs: Iterable[Written]) -> None:
    """No code and no name twice; raises ``RuleError``."""
    seen: dict[tuple[str, str], tuple[Path, int]] = {}
    for pack in packs:
        for index, data in enumerate(pack.head.rules):
            for key in ("code", "name"):
                word = str(data.get(key, ""))
                if word and (key, word) in seen:
                    first = _place(*seen[key, word], key)
                    reason = Text(f"“{word}”已用于 {first}", f"“{word}” is taken by {first}")
                    raise rule_error(pack.path, Mistake((key,), reason), ("rules", index), str(data.get("code", "")))
                seen[key, word] = pack.path, index


def _place(path: Path, index: int, key: str) -> str:
    """Where the code or the name of a rule stands."""
    spot = spot_in(path, ("rules", index, key))
    return f"{path}:{spot.line}" if spot else str(path)
