"""The papers of an audit as they are taken away: single files, folders as a zip that is written while it is sent."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from io import RawIOBase
from pathlib import Path

from ...folders import walk

FILES = {
    "audit.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "audit.html": "text/html; charset=utf-8",
    "audit.json": "application/json",
    "units.csv": "text/csv; charset=utf-8",
    "county-draft.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ZIPS = {"out.zip": "", "letters.zip": "letters"}
# The day that every file of a zip bears, so that the same audit gives the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 18
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_HEAD = 4096


def zipped(folder: Path) -> Iterator[bytes]:
    """The files of a folder by name, without what begins with a dot, as the bytes of a zip. Raises ``OSError``."""
    taken = _Taken()
    with zipfile.ZipFile(taken, "w", zipfile.ZIP_DEFLATED) as made:
        for path in files_in(folder):
            member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            with path.open("rb") as source, made.open(member, "w") as written:
                while chunk := source.read(_CHUNK):
                    written.write(chunk)
                    yield taken.take()
    yield taken.take()


def files_in(folder: Path) -> list[Path]:
    """The files below a folder that are papers, in a lasting order."""
    every = map(Path, walk(str(folder), _closed))
    inside = [path.relative_to(folder) for path in every if path.is_file() and not path.is_symlink()]
    papers = [path for path in inside if not any(part.startswith(".") for part in path.parts)]
    return [folder / path for path in sorted(papers, key=lambda path: path.as_posix())]


def policy_of(page: Path) -> str | None:
    """The policy that a page has in itself, for the header of the answer; None where it has none."""
    with page.open(encoding="utf-8") as file:
        found = _META.search(file.read(_HEAD))
    return html.unescape(found[1]) + "; frame-ancestors 'none'" if found else None


def _closed(error: OSError) -> None:
    raise error


class _Taken(RawIOBase):
    """A stream whose bytes are taken as they come: nothing of a zip is kept."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """It is only written."""
        return True

    def write(self, data: object) -> int:
        """Keep bytes until they are taken."""
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        return len(part)

    def take(self) -> bytes:
        """The bytes that came since the last time."""
        taken, self._parts = b"".join(self._parts), []
        return taken
