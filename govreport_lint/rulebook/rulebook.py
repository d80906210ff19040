"""A rulebook: packs, forms and claim patterns, read and resolved whole before the first report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from ..form import Form
from .claim_patterns import ClaimPatterns, load_patterns
from .files import store
from .files.resources import rule_files, rules_folder
from .forms import forms
from .kinds import Check, Kind
from .own.joining import as_written, check_codes, pages_of, with_changes
from .own.own_claims import with_own_claims
from .own.own_pack import read_own
from .own.pack_files import PackFile, pack_files
from .packs import Pack, Rule, read_pack, resolve
from .pages import OwnPage
from .validation import world_of


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
    paths = [Path(path) for path in shipped.files if Path(path).parent == rules_folder()]
    written = [read_pack(path, shipped.files[str(path)], trusted=shipped.resolved) for path in paths]
    own = tuple(read_own(file, (pack.head.family for pack in written)) for file in pack_files(packs))
    patterns = with_own_claims(patterns, own)
    written = [*with_changes(written, own, kinds), *(as_written(pack) for pack in own)]
    if own or not shipped.resolved:
        check_codes(written)
    world = world_of(every, patterns.subjects, (code for pack in written for code in pack.codes))
    read = tuple(resolve(pack, kinds, world) for pack in written)
    if not shipped.resolved:
        store.keep(shipped.key, shipped.files)
    return Rulebook(tuple(pack for pack in read if pack.rules), every, patterns, pages_of(own))
