"""Which rules are meant by codes, beginnings of codes and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def _prefix(rulebook: Rulebook, word: str, option: str) -> str:
    named = rulebook.by_name.get(word.strip().lower())
    if named:
        return named.code
    prefix = word.strip().upper()
    if prefix and any(code.startswith(prefix) for code in rulebook.codes):
        return prefix
    reason = unknown(_RULE, word, rulebook.by_name)
    raise ValueError(f"{option}：{reason.zh}（{option}: {reason.en}）")


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
