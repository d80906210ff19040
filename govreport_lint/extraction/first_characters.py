"""Which characters a match of a regular expression can begin with: elsewhere it need not be tried."""

from __future__ import annotations

import re

_OPTIONAL = re.compile(r"[?*]|\{0,")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{[0-9]+(?:,[0-9]*)?\})\??")
_LOOK = re.compile(r"\(\?<?[!=]")
_GROUP = re.compile(r"\((?:\?:|\?P<[a-z0-9]+>)?")
_UNKNOWN = frozenset("^$.\\|)*+?{")


def guarded(expression: str) -> str:
    """The expression behind a look ahead for its first character; itself where that is not known."""
    first = first_characters(expression)
    if not first:
        return f"(?:{expression})"
    return f"(?=[{''.join(map(re.escape, sorted(first)))}])(?:{expression})"


def first_characters(expression: str) -> frozenset[str] | None:
    """The characters that a match can begin with; None when they are not known or it may be empty."""
    found: frozenset[str] = frozenset()
    for branch in _branches(expression):
        first, empty = _of_branch(branch)
        if first is None or empty:
            return None
        found |= first
    return found


def _of_branch(branch: str) -> tuple[frozenset[str] | None, bool]:
    """The first characters of one branch, and whether it may match nothing."""
    found: frozenset[str] = frozenset()
    at = 0
    while at < len(branch):
        end = _end_of_item(branch, at)
        if not _LOOK.match(branch, at):
            first, empty = _of_item(branch[at:end])
            if first is None:
                return None, False
            found |= first
            if not (empty or _OPTIONAL.match(branch, end)):
                return found, False
        quantifier = _QUANTIFIER.match(branch, end)
        at = quantifier.end() if quantifier else end
    return found, True


def _of_item(item: str) -> tuple[frozenset[str] | None, bool]:
    group = _GROUP.match(item)
    if group:
        parts = [_of_branch(branch) for branch in _branches(item[group.end() : -1])]
        known = [first for first, _ in parts if first is not None]
        if len(known) < len(parts):
            return None, False
        return frozenset().union(*known), any(empty for _, empty in parts)
    if item.startswith("["):
        return _of_class(item[1:-1]), False
    return (None if item[0] in _UNKNOWN else frozenset(item)), False


def _of_class(inside: str) -> frozenset[str] | None:
    if inside.startswith("^") or "\\" in inside:
        return None
    found = re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), inside)
    return frozenset(found)


def _branches(expression: str) -> list[str]:
    """The expression cut at the bars that stand in no group."""
    branches, start, at = [], 0, 0
    while at < len(expression):
        if expression[at] == "|":
            branches.append(expression[start:at])
            start = at + 1
        at = _end_of_item(expression, at)
    return [*branches, expression[start:]]


def _end_of_item(expression: str, at: int) -> int:
    """The end of the group, class, escape or character that begins at ``at``."""
    if expression[at] == "\\":
        return at + 2
    if expression[at] == "[":
        return expression.index("]", at + 2) + 1
    if expression[at] != "(":
        return at + 1
    at += 1
    while expression[at] != ")":
        at = _end_of_item(expression, at)
    return at + 1
