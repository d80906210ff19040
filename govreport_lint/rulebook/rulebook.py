"""A rulebook: packs, forms and claim patterns, read and resolved whole before the first report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ..form import Form
from .claim_patterns import ClaimPatterns, load_patterns
from .files.resources import keep_rule_files, rule_files, rules_folder
from .forms import forms
from .kinds import Check, Kind
from .packs import Pack, Rule, read_pack, resolve
from .validation import world_of

if TYPE_CHECKING:
    from .own.pack_files import PackFile
    from .pages import OwnPage


class Rulebook(Struct, frozen=True, dict=True):
    """What a linter judges by. Two rulebooks may live side by side; nothing in one ever changes.

    ``own_pages``: what the rules of packs of one's own say to people alone, by their codes.
    """

    packs: tuple[Pack, ...]
    forms: tuple[Form, ...]
    patterns: ClaimPatterns
    own_pages: dict[str, OwnPage] = {}

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


def load_rulebook(kinds: Mapping[str, Kind], packs: Sequence[Path | PackFile] = ()) -> Rulebook:
    """The rulebook that the project ships, with ``packs`` of one's own besides; raises ``RuleError``."""
    patterns, every, shipped = load_patterns(), forms(), rule_files()
    pages: dict[str, OwnPage] = {}
    paths = [Path(path) for path in shipped.files if Path(path).parent == rules_folder()]
    written = [read_pack(path, shipped.files[str(path)], trusted=shipped.resolved) for path in paths]
    if packs or not shipped.resolved:
        # Most runs have no pack and rules that were looked through before.
        from .own.joining import check_codes, joined

        written, patterns, pages = joined(written, patterns, packs, kinds)
        check_codes(written)
    world = world_of(every, patterns.subjects, (code for pack in written for code in pack.codes))
    read = tuple(resolve(pack, kinds, world) for pack in written)
    if not shipped.resolved:
        keep_rule_files(shipped)
    return Rulebook(tuple(pack for pack in read if pack.rules), every, patterns, pages)
