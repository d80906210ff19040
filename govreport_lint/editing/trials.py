"""Amendments written and read back: what is not read as it was meant is not made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..document import Document
from ..errors import ReadError
from ..linter import Linter
from .in_memory import amended
from .reading_back import is_meant, with_typed
from .targets import Target

# A trial reads the whole file again. So many find the one among hundreds that cannot be made.
_MOST_TRIALS = 32

Write = Callable[[Sequence[Target]], bytes | None]
"""Makes the bytes of a file with amendments; None where the place of one is not certain."""


class Written(Struct, frozen=True):
    """A file with amendments: its bytes, and the document that was read in them."""

    data: bytes
    document: Document


class Trials:
    """Writes amendments into one file: all of them, else as many as can be made."""

    def __init__(self, linter: Linter, document: Document, write: Write) -> None:
        self._linter, self._document, self._write = linter, document, write
        self._left = _MOST_TRIALS
        self._last: Written | None = None

    def make(self, targets: Sequence[Target]) -> tuple[Written | None, list[Target]]:
        """The file with the targets that can be made, and those that cannot. Raises ``ReadError``."""
        made = self._with([], list(targets))
        kept = {id(target) for target in made}
        return self._last, [target for target in targets if id(target) not in kept]

    def _with(self, made: list[Target], more: list[Target]) -> list[Target]:
        """What is made of more targets beside those that are: all, or what can be made of either half."""
        if not more or not self._left:
            return made
        self._left -= 1
        written = self._written([*made, *more])
        if written is not None:
            self._last = written
            return [*made, *more]
        if len(more) == 1:
            return made
        middle = len(more) // 2
        return self._with(self._with(made, more[:middle]), more[middle:])

    def _written(self, targets: Sequence[Target]) -> Written | None:
        data = self._write(targets)
        if data is None:
            return None
        try:
            document = self._named(self._linter.open(data, self._document.name).document)
        except ReadError:
            return None
        meant = amended(self._document, targets)
        return Written(data, with_typed(document, meant)) if is_meant(document, meant) else None

    def _named(self, document: Document) -> Document:
        """What was told of the file that was given stands: what is written, as revisions, is not of its making."""
        return replace(document, format=self._document.format, notes=self._document.notes)
