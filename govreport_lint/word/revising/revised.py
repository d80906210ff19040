"""A new Word file with tracked changes, which a person accepts or rejects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..opened_document import WordFile
from ..package.writing import with_parts
from .rewordings import Rewording
from .tracked import Author, with_rewordings

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s*</dcterms:modified>")


def with_tracked_changes(word: WordFile, rewordings: Sequence[Rewording], author: str) -> bytes | None:
    """The bytes of the file with the changes of ``author``, dated as the file itself is; the same input gives the same
    bytes.

    None where one of them cannot be tracked. Raises ``ReadError``.
    """
    changed = with_rewordings(word.text, rewordings, Author(author, _date(word)))
    return with_parts(word.package, {word.text.part: changed}) if changed is not None else None


def _date(word: WordFile) -> str | None:
    """When the file was changed last, as it says itself."""
    match = _MODIFIED.search(word.package.read("docProps/core.xml") or b"")
    return match[1].decode() if match else None
