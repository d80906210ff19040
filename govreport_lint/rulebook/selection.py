"""Which rules are meant by codes, beginnings of codes and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ..finding import Severity
from ..language import Text
from .mistakes import unknown
from .packs import Rule
from .rulebook import Rulebook

_RULE = Text("规则", "rule")


def prefixes_of(rulebook: Rulebook, words: Sequence[str], option: str) -> tuple[str, ...]:
    """The beginnings of codes that are meant; a name stands for its rule's code.

    Raises ``ValueError`` for a word that no code begins with and that is no name, and for a single string.
    """
    if isinstance(words, str):
        raise ValueError(f"{option} takes several codes: write {option}=[{words!r}], not {option}={words!r}")
    return tuple(_prefix(rulebook, word, option) for word in words)


def prefix_of(rulebook: Rulebook, word: str) -> str | Text:
    """The beginning of the codes that a word means, or why it means none."""
    named = rulebook.by_name.get(word.strip().lower())
    if named:
        return named.code
    prefix = word.strip().upper()
    if prefix and any(code.startswith(prefix) for code in rulebook.codes):
        return prefix
    return unknown(_RULE, word, rulebook.by_name)


def _prefix(rulebook: Rulebook, word: str, option: str) -> str:
    found = prefix_of(rulebook, word)
    if isinstance(found, Text):
        raise ValueError(f"{option}：{found.zh}（{option}: {found.en}）")
    return found


def with_severities(rules: Iterable[Rule], severities: Mapping[str, Severity | None]) -> tuple[Rule, ...]:
    """The rules with the severities that are given by beginnings of codes, the longest one deciding; without those
    that are given None. A rule that fails in several ways has one severity then."""
    made = []
    for rule in rules:
        meant = max((prefix for prefix in severities if rule.code.startswith(prefix)), key=len, default=None)
        if meant is None:
            made.append(rule)
        elif severity := severities[meant]:
            made.append(replace(rule, severity=severity, severities={}))
    return tuple(made)


def choose(rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules whose code is selected; the longest matching prefix decides, and ``ignore`` wins a draw."""

    def longest(prefixes: Sequence[str], code: str) -> int:
        return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)

    chosen = []
    for rule in rules:
        wanted = longest(select, rule.code) if select else 0
        if wanted >= 0 and wanted > longest(ignore, rule.code):
            chosen.append(rule)
    return tuple(chosen)
