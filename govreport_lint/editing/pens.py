"""What writes amendments into a file, and what keeps it from writing one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..errors import ReadError
from ..language import Text
from ..opened import Opened
from ..readers.rewriting import Rewriting
from ..word.opened_document import WordFile
from .source_changes import SourceChanges
from .targets import Target
from .word_changes import is_trackable, written_word

_NO_PLACE = Text(
    "这一处在文件源码中的位置不能确定，没有改动；请在原文件中修改",
    "its place in the source of the file is not certain, so nothing was changed here; please change it in the file "
    "itself",
)
_NOT_TRACKED = Text(
    "这一处在尚未处理的修订、文本框或 Word 自动编号之中，没有改动；请在原文件中修改",
    "it stands in an open tracked change, a text box or a number that Word counts, so nothing was changed here; please "
    "change it in the file itself",
)


class Pen(Protocol):
    """Writes into one file."""

    def obstacle(self, target: Target) -> Text | None:
        """Why a target cannot be written even alone."""

    def write(self, targets: Sequence[Target]) -> bytes | None:
        """The bytes of the file with targets; None where they cannot be written together. Raises ``ReadError``."""


class WordPen:
    """Writes tracked changes into a Word file."""

    def __init__(self, word: WordFile) -> None:
        self._word = word

    def obstacle(self, target: Target) -> Text | None:
        """Why a target cannot be tracked."""
        return None if is_trackable(self._word, target) else _NOT_TRACKED

    def write(self, targets: Sequence[Target]) -> bytes | None:
        """The bytes of the file with targets as tracked changes."""
        return written_word(self._word, targets)


class TextPen:
    """Writes into a text file in its own encoding; raises ``ReadError`` for one that cannot be written byte by byte."""

    def __init__(self, opened: Opened, name: str) -> None:
        self._changes = SourceChanges(opened.document)
        self._file = Rewriting(opened.data, name)

    def obstacle(self, target: Target) -> Text | None:
        """Why a target has no place, or cannot be spelt in the encoding of the file."""
        if not self._changes.has_place(target):
            return _NO_PLACE
        try:
            self._file.written(target.text)
        except ReadError as error:
            return Text(error.reason, error.english)
        return None

    def write(self, targets: Sequence[Target]) -> bytes | None:
        """The bytes of the file with targets in their places."""
        source = self._changes.written(targets)
        return None if source is None else self._file.written(source)
