"""What stands on the command line before the cursor, as a script hands it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from click.shell_completion import split_arg_string

WORDS = "COMP_WORDS"
"""Every word, a line each, the program's name first."""
AT = "COMP_CWORD"
"""Which of them the cursor is at, counted from 0."""


class Typed(NamedTuple):
    """The complete words after the program's name, the word to complete, and what stands before it without a space
    (``--lang=``)."""

    before: list[str]
    word: str
    settled: str


def typed(variables: Mapping[str, str], shell: str) -> Typed:
    """What is typed. bash hands words over with their quotes, and ``--lang=zh`` in three pieces."""
    words = variables.get(WORDS, "").split("\n")
    if shell == "bash":
        words = [_unquoted(word) for word in words]
    count = variables.get(AT, "")
    at = int(count) if count.isdecimal() else len(words) - 1
    before, word = words[1:at], words[at] if 0 < at < len(words) else ""
    if shell == "bash":
        before, word = _joined(before), "" if word == "=" else word
    name, equals, value = word.partition("=")
    if equals and name.startswith("--"):
        return Typed([*before, name], value, name + equals)
    return Typed(before, word, "")


def _unquoted(word: str) -> str:
    return "".join(split_arg_string(word)) if set(word) & set("\"'\\") else word


def _joined(words: list[str]) -> list[str]:
    """The words without the ``=`` that bash cuts off after the name of an option."""
    return [word for at, word in enumerate(words) if word != "=" or not at or not words[at - 1].startswith("--")]
