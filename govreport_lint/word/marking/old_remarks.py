"""Taking the program's own earlier remarks out of a Word file: by author and initials, no one else's."""

from __future__ import annotations

import re

from ..opened_document import WordFile, open_word
from ..package.parsing import in_utf8
from ..package.writing import with_parts
from .remarks import INITIALS

_COMMENT = re.compile(
    rb"<(?P<prefix>[A-Za-z][\w.-]*:)?comment(?=\s)(?P<given>[^>]*)>.*?</(?P=prefix)?comment>", re.DOTALL
)
_ATTRIBUTE = re.compile(rb"""[\w.-]*:?(id|author|initials)\s*=\s*["']([^"']*)["']""")


def without_own_remarks(word: WordFile, author: str) -> WordFile:
    """The file without the remarks of ``author`` that bear the program's initials; itself where there are none.

    Raises ``ReadError``.
    """
    package, text = word.package, word.text
    name = package.related(text.part, "comments")
    if name is None:
        return word
    comments = in_utf8(package.read(name) or b"", package.path, name)
    own = {number for number, given in _comments(comments) if given == (author.encode(), INITIALS.encode())}
    if not own:
        return word
    kept = _COMMENT.sub(lambda match: b"" if _number(match["given"]) in own else match[0], comments)
    body = _without_marks(text.source, own)
    return open_word(with_parts(package, {name: kept, text.part: body}), package.path)


def _comments(data: bytes) -> list[tuple[bytes, tuple[bytes, bytes]]]:
    """The number of each remark with its author and initials."""
    found = []
    for match in _COMMENT.finditer(data):
        given = dict(_ATTRIBUTE.findall(match["given"]))
        found.append((given.get(b"id", b""), (given.get(b"author", b""), given.get(b"initials", b""))))
    return found


def _number(given: bytes) -> bytes:
    found: dict[bytes, bytes] = dict(_ATTRIBUTE.findall(given))
    return found.get(b"id", b"")


def _without_marks(source: bytes, numbers: set[bytes]) -> bytes:
    """The document without the marks of some remarks; a run that holds nothing but such a mark goes with it."""
    ids = b"|".join(re.escape(number) for number in sorted(numbers))
    mark = rb"""<[\w.-]*:?%s\b[^>]*\bid\s*=\s*["'](?:%s)["'][^>]*/>"""
    reference = mark % (rb"commentReference", ids)
    properties = rb"(?:<(?P<inner>[\w.-]*:?)rPr\b[^>]*>(?:(?!</?[\w.-]*:?r\b).)*?</(?P=inner)rPr>)?"
    run = rb"<(?P<run>[\w.-]*:?)r(?:\s[^>]*)?>\s*" + properties + rb"\s*" + reference + rb"\s*</(?P=run)r>"
    ends = mark % (rb"commentRange(?:Start|End)", ids)
    kept: bytes = re.sub(rb"(?s)" + run + rb"|" + reference + rb"|" + ends, b"", source)
    return kept
