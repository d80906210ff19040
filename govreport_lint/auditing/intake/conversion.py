"""Older office files, converted together before they are examined: LibreOffice takes seconds to start."""

from __future__ import annotations

from msgspec import Struct

from ...errors import ReadError
from ...office.conversion import given_of
from ...office.given import Given
from ...readers.binary_kinds import without_lead
from ...readers.office_conversion import recognises
from ...readers.opening import sha256_of
from .store import Store

# One call for the files of a county; so much that neither memory nor the command line is ever too long.
_MOST_FILES, _MOST_BYTES = 100, 64 * 2**20


class Waiting(Struct, frozen=True):
    """A file that waits to be converted."""

    path: str
    data: bytes
    sha256: str

    @property
    def bare(self) -> bytes:
        """What a reader would have converted: the bytes without what mail puts before them."""
        return without_lead(self.data)


class Batch:
    """Files that wait for one call."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[Waiting] = []

    def add(self, waiting: Waiting) -> None:
        """Put a file to those that wait."""
        self._waiting.append(waiting)

    @property
    def full(self) -> bool:
        """Whether it is time to convert."""
        return len(self._waiting) >= _MOST_FILES or sum(len(one.data) for one in self._waiting) >= _MOST_BYTES

    def converted(self) -> list[tuple[Waiting, bytes | ReadError]]:
        """Each file with the modern file that it became, or why not; then none waits."""
        waiting, self._waiting = self._waiting, []
        made = [self._known(one) for one in waiting]
        new = [value for value in made if isinstance(value, Given)]
        results = iter(_convert(new))
        found = [next(results) if isinstance(value, Given) else value for value in made]
        for one, value, result in zip(waiting, made, found, strict=True):
            if isinstance(value, Given) and isinstance(result, bytes):
                self._store.keep_converted(sha256_of(one.bare), result)
        return list(zip(waiting, found, strict=True))

    def _known(self, one: Waiting) -> bytes | ReadError | Given:
        """What was made of a file before; else what LibreOffice is to be given, or why it cannot be."""
        kept = self._store.converted(sha256_of(one.bare))
        if kept is not None:
            return kept
        try:
            return given_of(one.bare, one.path)
        except ReadError as error:
            return error


def is_older_office(data: bytes) -> bool:
    """Whether a file has to be converted before it can be read."""
    return recognises(without_lead(data))


def _convert(files: list[Given]) -> list[bytes | ReadError]:
    from ...office.libreoffice import convert

    return convert(files) if files else []
