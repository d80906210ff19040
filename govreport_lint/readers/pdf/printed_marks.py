"""What stands on a page but is no part of its text: the raised marks of notes, and what is struck out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...pdf.page import Character, Rule

# Shares of the size of the larger character.
_SMALLER = 0.8
_LOWEST, _HIGHEST = 0.12, 0.8
_ATTACHED = 0.3
_WIDEST_MARK = 4
# Heights of a line that strikes a character out, above its baseline in sizes of the type.
_STRIKES = (0.18, 0.55)
_OVERLAPS = 0.5
# How far such a line may reach beyond what it strikes out, in sizes of the type.
_BEYOND = 0.6


class Printed(NamedTuple):
    """The characters that are text, and the rules that strike none out."""

    characters: list[Character]
    rules: list[Rule]


def without_marks(characters: Sequence[Character], rules: Sequence[Rule]) -> Printed:
    """A page without the marks of notes and without what is struck out, with the lines that strike it."""
    struck, strikes = _struck(characters, rules)
    kept = [character for character in characters if id(character) not in struck]
    marks = _marks(kept)
    return Printed(
        [character for character in kept if id(character) not in marks],
        [rule for rule in rules if id(rule) not in strikes],
    )


def _marks(characters: Sequence[Character]) -> set[int]:
    """The characters of small raised pieces that hang on larger type."""
    found: set[int] = set()
    printed = [character for character in characters if not character.text.isspace()]
    for index, character in enumerate(printed):
        if id(character) in found:
            continue
        run = _small_run(printed, index)
        if run and (_hangs(printed[index - 1] if index else None, run) or _leads(run, printed, index + len(run))):
            found |= {id(each) for each in run}
    return found


def _small_run(printed: Sequence[Character], index: int) -> list[Character]:
    """Characters of one size on one baseline from here on; none where they are too many for a mark."""
    first, run = printed[index], [printed[index]]
    for other in printed[index + 1 : index + 1 + _WIDEST_MARK]:
        gap = other.left - run[-1].right
        same = abs(other.baseline - first.baseline) < 0.1 * first.size and abs(other.size - first.size) < 0.1
        if not same or not -_ATTACHED * first.size < gap < _ATTACHED * first.size:
            break
        run.append(other)
        if len(run) > _WIDEST_MARK:
            return []
    return run if all(not "\u4e00" <= each.text <= "\u9fff" for each in run) else []


def _hangs(before: Character | None, run: Sequence[Character]) -> bool:
    if before is None or (before.text.isascii() and before.text.isalpha()):
        return False
    return _raised(before, run[0]) and abs(run[0].left - before.right) < _ATTACHED * before.size


def _leads(run: Sequence[Character], printed: Sequence[Character], index: int) -> bool:
    """Whether the mark stands before the text that it belongs to, as that of the note itself does."""
    after = printed[index] if index < len(printed) else None
    return after is not None and _raised(after, run[0]) and abs(after.left - run[-1].right) < _ATTACHED * after.size


def _raised(large: Character, small: Character) -> bool:
    up = large.baseline - small.baseline
    return small.size <= _SMALLER * large.size and _LOWEST * large.size <= up <= _HIGHEST * large.size


def _struck(characters: Sequence[Character], rules: Sequence[Rule]) -> tuple[set[int], set[int]]:
    """The characters that a line runs through, and those lines; one that goes on beyond them is a table's."""
    level = [rule for rule in rules if not rule.upright]
    printed = sorted((each for each in characters if not each.text.isspace()), key=lambda each: each.baseline)
    baselines = [each.baseline for each in printed]
    largest = max((each.size for each in printed), default=0.0)
    struck: set[int] = set()
    strikes: set[int] = set()
    for rule in level:
        near = printed[bisect_left(baselines, rule.at) : bisect_right(baselines, rule.at + _STRIKES[1] * largest)]
        through = [each for each in near if _runs_through(rule, each)]
        if through and _ends_with(rule, through):
            struck |= {id(each) for each in through}
            strikes.add(id(rule))
    return struck, strikes


def _runs_through(rule: Rule, character: Character) -> bool:
    above = (character.baseline - rule.at) / character.size
    overlap = min(rule.end, character.right) - max(rule.start, character.left)
    return _STRIKES[0] <= above <= _STRIKES[1] and overlap >= _OVERLAPS * (character.right - character.left)


def _ends_with(rule: Rule, through: Sequence[Character]) -> bool:
    beyond = _BEYOND * max(each.size for each in through)
    left, right = min(each.left for each in through), max(each.right for each in through)
    return rule.start >= left - beyond and rule.end <= right + beyond
