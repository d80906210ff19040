"""A rulebook: packs, forms and claim patterns, read and resolved whole before the first report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ..errors import RuleError
from ..form import Form
from ..language import Text
from .claim_patterns import ClaimPatterns, load_patterns
from .files import store
from .files.resources import load_toml, rule_files, rules_folder
from .forms import forms
from .kinds import Check, Kind
from .packs import Pack, Rule, read_pack, resolve
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
    world = world_of(every, patterns.subjects, (code for pack in written for code in pack.codes))
    read = tuple(resolve(pack, kinds, world) for pack in written)
    _check_codes(rule for pack in read for rule in pack.rules)
    if not shipped.resolved:
        store.keep(shipped.key, shipped.files)
    return Rulebook(read, every, patterns)


def _check_codes(rules: Iterable[Rule]) -> None:
    """No code and no name twice; raises ``RuleError``."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        for key, word in (("code", rule.code), ("name", rule.name)):
            if word in seen:
                zh, en = f"“{word}”已用于 {_where(seen[word])}", f"“{word}” is taken by {_where(seen[word])}"
                raise RuleError(rule.path, Text(zh, en), rule.line, f"{rule.code} {key}")
            seen[word] = rule


def _where(rule: Rule) -> str:
    return f"{rule.path}:{rule.line}" if rule.line else rule.path
