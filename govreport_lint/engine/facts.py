"""What no change of form may touch: numbers, and the titles of documents.

The one guard that every proposed change passes, whatever rule it comes from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ..checks.subject.mending.changes import Change, Mending

_HEADING_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}")
_BEFORE_NUMBER = re.compile(r"[\s#*（(第]*")
# What belongs to a number between two figures.
_REACH = 60
_WITHIN = frozenset(".,．，·:：")


def harmless(mending: Mending) -> tuple[Change, ...]:
    """The changes that touch no fact; where they belong together, all of them or none."""
    if mending.numbering:
        return mending.changes if all(map(_is_heading_number, mending.changes)) else ()
    if mending.apart:
        return tuple(change for change in mending.changes if _keeps_facts((change,)))
    return mending.changes if _keeps_facts(mending.changes) else ()


def _keeps_facts(changes: Sequence[Change]) -> bool:
    if any(_in_title(change) for change in changes):
        return False
    passages = {id(change.passage): change.passage for change in changes}
    for key, passage in passages.items():
        own = [change for change in changes if id(change.passage) == key]
        if not _same_numbers(passage.text, own):
            return False
    return True


def _same_numbers(text: str, changes: Sequence[Change]) -> bool:
    """Whether the numbers of a text are the same after its changes; what stands far from them stays anyway."""
    first = max(0, min(change.start for change in changes) - _REACH)
    last = max(change.end for change in changes) + _REACH
    after = changed(text, changes)
    return numbers(text[first:last]) == numbers(after[first : last + len(after) - len(text)])


def changed(text: str, changes: Iterable[Change]) -> str:
    """A text with its changes made; they do not overlap."""
    for change in sorted(changes, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def numbers(text: str) -> list[str]:
    """Every number of a text as it is printed, in figures or in words, with the points and signs in it.

    >>> numbers("共3,095件，占12.5%，十一项")
    ['3,095', '12.5%', '十一']
    """
    found: list[str] = []
    open_number, waiting = "", ""
    for character in text:
        if unicodedata.numeric(character, None) is not None:
            open_number, waiting = open_number + waiting + character, ""
        elif open_number and character in "%％‰‱" and not waiting:
            found.append(open_number + character)
            open_number = ""
        elif open_number and character in _WITHIN and not waiting:
            waiting = character
        elif open_number:
            found.append(open_number)
            open_number, waiting = "", ""
    return [*found, open_number] if open_number else found


def _in_title(change: Change) -> bool:
    """Whether it stands within 《》: a document may really be called so."""
    before = change.passage.text[: change.start]
    marks = "《》"
    return before.count("《") > before.count("》") or any(mark in change.printed + change.text for mark in marks)


def _is_heading_number(change: Change) -> bool:
    """Whether a change is one number of a heading in the place of another, at the beginning of its paragraph."""
    return bool(
        _HEADING_NUMBER.fullmatch(change.printed)
        and _HEADING_NUMBER.fullmatch(change.text)
        and _BEFORE_NUMBER.fullmatch(change.passage.text, 0, change.start)
    )
