"""Which rules a word means: a code, the beginning of codes, the name of a rule, as ``--select`` takes them."""

from __future__ import annotations

from ..language import Text
from ..rulebook.mistakes import unknown
from ..rulebook.rulebook import Rulebook
from ..rulebook.selection import prefix_of

_RULE = Text("规则", "rule")


def codes_meant(rulebook: Rulebook, word: str) -> frozenset[str]:
    """The codes of the rules that a word means; empty where there is none."""
    prefix = prefix_of(rulebook, word) if word.strip() else Text("", "")
    if isinstance(prefix, Text):
        return frozenset()
    return frozenset(code for code in rulebook.codes if code.startswith(prefix))


def no_such_rule(rulebook: Rulebook, word: str) -> Text:
    """That there is no such rule, and which one may be meant."""
    return unknown(_RULE, word, rulebook.codes if word[1:2].isdigit() else rulebook.by_name)
