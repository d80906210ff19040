"""Rules as data: reading and validating ``rules/*.toml``.

A rule is what the linter needs to judge; its page (why, examples) lies in ``rules/pages`` and is read only by
``explain`` and the documentation.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ..errors import RuleError
from ..finding import Severity
from ..language import Text
from .resources import load_toml, rules_folder


class Silence(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings that say the same fault again and are dropped.

    ``codes`` are dropped where they share with this rule's finding what ``same`` names: ``report``, ``section``,
    ``table``, ``row``, ``column`` or ``cell`` (column and row within the same table).
    """

    codes: tuple[str, ...]
    same: str


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says when it fails: a template with {names} that the check fills in, and what to do."""

    message: Text
    suggestion: Text


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule. ``check`` is the kind of check and its options; ``wordings`` are further wordings by name, for a
    check that can fail in several ways; ``severities`` lets such a way have a severity of its own."""

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    suggestion: Text
    basis: Text
    check: dict[str, Any]
    wordings: dict[str, Wording] = {}
    severities: dict[str, Severity] = {}
    silences: tuple[Silence, ...] = ()
    family: str = ""

    def wording(self, name: str | None) -> Wording:
        """The wording with a name, or the rule's own."""
        return self.wordings.get(name or "", Wording(self.message, self.suggestion))

    def severity_of(self, name: str | None) -> Severity:
        """The severity of one way to fail, or the rule's own."""
        return self.severities.get(name or "", self.severity)


class Pack(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of rules of one family."""

    family: str
    title: Text
    rules: tuple[Rule, ...]


class Replacement(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of an example: ``text`` takes the place of the part of the standard report that ``replaces`` names.

    ``replaces``: ``title``, ``preamble``, ``signature``, ``section 三``, ``paragraph （二）``, ``row <label>`` or
    ``everything``.
    """

    replaces: str
    text: str


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """What only people read about a rule: why it is, and a good and a bad example."""

    why: Text
    good: tuple[Replacement, ...]
    bad: tuple[Replacement, ...]


def load_pack(path: Path) -> Pack:
    """The rules of a pack file; raises ``RuleError`` with the file and the place in it."""
    pack = _convert(path, Pack)
    rules = tuple(msgspec.structs.replace(rule, family=pack.family) for rule in pack.rules)
    return Pack(pack.family, pack.title, rules)


@cache
def packs() -> tuple[Pack, ...]:
    """The packs that the project ships, in the order of their files' names."""
    return tuple(load_pack(path) for path in sorted(rules_folder().glob("*.toml")))


def rules() -> tuple[Rule, ...]:
    """Every rule that the project ships, by code."""
    return tuple(sorted((rule for pack in packs() for rule in pack.rules), key=lambda rule: rule.code))


@cache
def pages() -> dict[str, Page]:
    """The page of every rule, by code."""
    folder = rules_folder() / "pages"
    found: dict[str, Page] = {}
    for path in sorted(folder.glob("*.toml")):
        found |= _convert(path, dict[str, Page])
    return found


def standard_report() -> str:
    """The faultless report, in Markdown, that examples are placed in."""
    return (rules_folder() / "pages" / "standard.md").read_text(encoding="utf-8")


def _convert(path: Path, kind: Any) -> Any:
    try:
        return msgspec.convert(load_toml(path), kind)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise RuleError(str(path), str(error)) from error
