"""The bytes of candidates, one after the other; an archive is opened once for the files that follow one another."""

from __future__ import annotations

import io
import zipfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO

from ...errors import ReadError
from ...readers.opening import load
from .place import Address, closed_error
from .remote import address_of, load_remote, open_remote
from .search.archives import LARGEST_INNER, open_archive, read_member


class Loading:
    """To be used in a ``with``, which closes the archive that was opened last."""

    def __init__(self) -> None:
        self._open: tuple[Address, zipfile.ZipFile] | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Loading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stack.close()

    def bytes_at(self, address: Address, path: str) -> bytes:
        """The bytes of a file that is called ``path`` in messages; raises ``ReadError``."""
        try:
            if address.members:
                return read_member(self._archive(address, path), address.members[-1], path)
            elsewhere = address_of(address.file)
            return load_remote(elsewhere, path) if elsewhere else load(address.file)
        except ReadError as error:
            cause = error.__cause__
            if isinstance(cause, OSError):
                raise closed_error(path, cause) from cause
            raise ReadError(path, error.reason, error.english) from error
        except OSError as error:
            raise closed_error(path, error) from error

    def _archive(self, address: Address, path: str) -> zipfile.ZipFile:
        """The archive that holds a file, left open."""
        whole = Address(address.file, address.members[:-1])
        if self._open is None or self._open[0] != whole:
            self._stack.close()
            self._open = None
            file = self._stack.enter_context(open_file(whole.file, path))
            archive = self._stack.enter_context(open_archive(file, path))
            for number in whole.members:
                inner = io.BytesIO(read_member(archive, number, path, LARGEST_INNER))
                archive = self._stack.enter_context(open_archive(inner, path))
            self._open = (whole, archive)
        return self._open[1]


def open_file(file: str, path: str) -> IO[bytes]:
    """A file of this machine or at an address, open for reading; raises ``ReadError`` and ``OSError``."""
    elsewhere = address_of(file)
    return open_remote(elsewhere, path) if elsewhere else Path(file).open("rb")


def load_at(address: Address, path: str) -> bytes:
    """The bytes of one file; raises ``ReadError``."""
    with Loading() as loading:
        return loading.bytes_at(address, path)
