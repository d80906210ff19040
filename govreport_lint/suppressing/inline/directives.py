"""The comments of a document as directives: ``<!-- govreport-lint: disable-line A301,A303 已与台账核对 -->``.

The codes stand behind the action, parted by commas; whatever comes after them is the reason. The wide comma and colon
are as good as the narrow ones, and so are ``A301 A303`` and ``-- reason``, to which users of other linters are used.
"""

from __future__ import annotations

import re
import unicodedata

from ...directive import Action, Directive
from ...document import Comment, Document
from ..told_reasons import told_reason
from .line_places import LinePlaces

_HEAD = re.compile(r"\s*govreport-lint\s*[-:：]?\s*", re.IGNORECASE)
_ACTION = re.compile(r"(?P<action>disable(?:-(?:next-line|line|file))?|enable)(?![A-Za-z-])\s*[:：]?\s*", re.IGNORECASE)
_LETTERS = "A-Za-zＡ-Ｚａ-ｚ"
_WORD = re.compile(rf"[{_LETTERS}][{_LETTERS}0-9０-９]*(?:-[{_LETTERS}0-9０-９]+)*")
# After a comma any word is a rule; after a space only what cannot be a word of the reason.
_NEXT = re.compile(rf"\s*[,，、;；]\s*(?=[{_LETTERS}])|\s+(?=[{_LETTERS}][0-9０-９]{{3}}(?![{_LETTERS}0-9０-９]))")
_BEFORE_REASON = re.compile(r"[\s,，、;；:：—–-]*")
_FIRST = re.compile(r"\S*")


def directives_of(document: Document) -> tuple[Directive, ...]:
    """What the comments of a document ask for, in their order."""
    if not document.comments:
        return ()
    places = LinePlaces(document)
    return tuple(_directive(comment, places) for comment in document.comments)


def _directive(comment: Comment, places: LinePlaces) -> Directive:
    head = _HEAD.match(comment.text)
    at = head.end() if head else 0
    match = _ACTION.match(comment.text, at)
    if not comment.closed:
        return Directive(Action.UNCLOSED, (), "", places.line(comment), 0)
    if match is None:
        first = _FIRST.match(comment.text, at)
        return Directive(Action.UNKNOWN, (first[0] if first else "",), "", places.line(comment), 0)
    action = Action(match["action"].lower())
    if action is Action.DISABLE and places.shares_its_line(comment):
        action = Action.LINE
    words, end = _words(comment.text, match.end())
    before = _BEFORE_REASON.match(comment.text, end)
    reason = told_reason(comment.text[before.end() if before else end :])
    own, start = places.line(comment), places.start(comment)
    counts_on = {Action.LINE: own, Action.NEXT_LINE: places.next_line(comment)}.get(action)
    return Directive(action, words, reason, own, start, counts_on)


def _words(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The rules that are written from ``at`` on, and where they are over."""
    words: list[str] = []
    while match := _WORD.match(text, at):
        words.append(unicodedata.normalize("NFKC", match[0]))
        at = match.end()
        parted = _NEXT.match(text, at)
        if parted is None:
            break
        at = parted.end()
    return tuple(dict.fromkeys(words)), at
