"""Which rules a word means: a code, the beginning of codes, the name of a rule, as ``--select`` takes them."""

from __future__ import annotations

from ..language import Text
from ..rulebook.mistakes import unknown
from ..rulebook.rulebook import Rulebook

_RULE = Text("规则", "rule")


def codes_meant(rulebook: Rulebook, word: str) -> frozenset[str]:
    """The codes of the rules that a word means; empty where there is none, and nothing is sought that may be meant."""
    named = rulebook.by_name.get(word.strip().lower())
    if named:
        return frozenset({named.code})
    prefix = word.strip().upper()
    return frozenset(code for code in rulebook.codes if code.startswith(prefix)) if prefix else frozenset()


def no_such_rule(rulebook: Rulebook, word: str) -> Text:
    """That there is no such rule, and which one may be meant."""
    return unknown(_RULE, word, rulebook.codes if word[1:2].isdigit() else rulebook.by_name)
