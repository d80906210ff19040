"""A file that was opened once, for all that is done with it: read, judged, handed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .document import Document

if TYPE_CHECKING:
    from .word.opened_document import WordFile


class Opened(Struct, frozen=True):
    """The document of a file, and what a writer of remarks goes on with.

    ``data`` are the bytes that can be written to: the file's own, or those of the modern file that was made of an
    older one; ``word`` is the Word file in them, where they are one.
    """

    document: Document
    data: bytes
    word: WordFile | None = None
