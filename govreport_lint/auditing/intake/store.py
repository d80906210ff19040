"""What is kept between two runs (``out/.cache``): no file is read twice as long as it and the rules stay the same.

It may be deleted at any time; everything in it can be made anew.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from ...errors import ReadError
from ...office.conversion import given_of, modern
from ...opened import Opened
from ...readers.formats import open_bytes
from ...readers.opening import sha256_of
from ...result import Result
from ..choice import Choice
from ..entry import Entry
from .judged_by import judged_by
from .kept_files import KeptFiles
from .loading import load_at
from .place import Address, Candidate, reachable

_RESULTS, _ENTRIES, _MODERN = "results", "entries", "modern"
_CHANGED = ("文件在检查期间被改动，请重新运行", "the file was changed meanwhile; please run again")


class Store:
    """The kept results in a folder. One process writes.

    ``by`` is what reports were judged by: the rules, as ``choice`` says.
    """

    def __init__(self, folder: Path, by: str | None = None, choice: Choice | None = None) -> None:
        self.choice = choice or Choice()
        self.by = by or judged_by(self.choice)
        self._files = KeptFiles(reachable(folder), self.by)
        self._places: dict[tuple[str, str], Address] = {}
        self._entries = msgspec.msgpack.Decoder(tuple[Entry, ...])
        self._results = msgspec.msgpack.Decoder(Result)

    def result(self, key: str) -> Result:
        """The result with a key; it does not say which file it was read from. Raises ``KeyError``."""
        return self._results.decode(self.encoded(key))

    def result_of(self, entry: Entry) -> Result:
        """The result of an entry, with its path. Raises ``KeyError``."""
        result = self.result(entry.key)
        path = entry.path if result.source.part is None else entry.path.rpartition("#")[0]
        source, report = replace(result.source, path=path), replace(result.report, name=path)
        return replace(result, source=source, report=report)

    def encoded(self, key: str) -> bytes:
        """A result as it is kept, encoded by msgspec. Raises ``KeyError``."""
        found = self._files.read(_RESULTS, key)
        if found is None:
            raise KeyError(key)
        return found

    def has(self, key: str) -> bool:
        """Whether there is a result with a key."""
        return self._files.read(_RESULTS, key) is not None

    def keep(self, key: str, result: Result) -> None:
        """Keep a result. Raises ``ReadError`` where nothing can be written."""
        self.keep_encoded(key, msgspec.msgpack.encode(result))

    def keep_encoded(self, key: str, result: bytes) -> None:
        """Keep a result that msgspec has encoded. Raises ``ReadError`` where nothing can be written."""
        self._files.write(_RESULTS, key, result)

    def entries(self, sha256: str) -> tuple[Entry, ...] | None:
        """What is known of the reports in the bytes with this hash, without their places; None where they are new.

        Reports whose results are gone are not known.
        """
        data = self._files.read(_ENTRIES, sha256)
        if data is None:
            return None
        try:
            found = self._entries.decode(data)
        except msgspec.MsgspecError:
            return None
        return found if all(not entry.key or self.has(entry.key) for entry in found) else None

    def keep_entries(self, sha256: str, entries: tuple[Entry, ...]) -> None:
        """Keep what is known of the reports in a file. Raises ``ReadError`` where nothing can be written."""
        self._files.write(_ENTRIES, sha256, msgspec.msgpack.encode(entries))

    def place(self, candidate: Candidate) -> None:
        """Note where a file lies."""
        self._places[candidate.role, candidate.path] = candidate.address

    def address(self, entry: Entry) -> Address:
        """Where the file of an entry lies. Raises ``KeyError`` for one that was not taken in with this store."""
        whole = self._places.get((entry.role, entry.path))
        return whole or self._places[entry.role, entry.path.rpartition("#")[0]]

    def data(self, entry: Entry) -> bytes:
        """The bytes of the file of an entry, out of its folder or archive. Raises ``ReadError``."""
        data = load_at(self.address(entry), entry.path)
        if sha256_of(data) != entry.sha256:
            raise ReadError(entry.path, *_CHANGED)
        return data

    def opened(self, entry: Entry) -> Opened:
        """The file of an entry, opened; an older office file as it was converted before. Raises ``ReadError``."""
        return open_bytes(self.data(entry), entry.path, self.convert)

    def convert(self, data: bytes, name: str) -> tuple[bytes, str]:
        """The modern file of an older office file, and its kind: the kept one, or made now. Raises ``ReadError``."""
        kept = self.converted(sha256_of(data))
        return modern(data, name) if kept is None else (kept, given_of(data, name).target)

    def converted(self, sha256: str) -> bytes | None:
        """The modern file that LibreOffice has made of the older one with this hash."""
        return self._files.read(_MODERN, sha256)

    def keep_converted(self, sha256: str, data: bytes) -> None:
        """Keep a file that LibreOffice has made. Raises ``ReadError`` where nothing can be written."""
        self._files.write(_MODERN, sha256, data)

    def tidy(self) -> None:
        """Remove what was judged by other rules, and what no run has asked for in three months."""
        self._files.tidy()
