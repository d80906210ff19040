"""A new Word file with comments on some of its places."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Location
from ..opened_document import open_word
from ..package.writing import with_parts
from .anchors import anchor
from .marks import with_marks, word_namespace
from .remarks import Remark, remark_parts


def with_comments(data: bytes, name: str, author: str, comments: Sequence[tuple[Location, Remark]]) -> bytes:
    """The bytes of a .docx that has no comments yet, with these. The same input gives the same bytes.

    ``name`` is what messages call the file. Raises ``ReadError``.
    """
    word = open_word(data, name)
    package, text = word.package, word.text
    marked = with_marks(text, [(number, anchor(text, place)) for number, (place, _) in enumerate(comments)])
    remarks = [(number, remark) for number, (_, remark) in enumerate(comments)]
    parts = remark_parts(package, text.part, word_namespace(text.source).uri, author, remarks)
    return with_parts(package, {**parts, text.part: marked})
