"""Putting a paper in its place: whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from ...language import Text

# As many papers beside one another as anybody may have kept.
_MOST = 999
_BESIDE = Text(
    "{asked} 正在被打开，或者在本程序写出后被改动过，未覆盖；本次写入 {used}。",
    "{asked} is open, or was changed since it was written, and was kept; this time the paper is {used}.",
)


def write_paper(path: Path, data: bytes, known: str | Collection[str] | None = None) -> Path:
    """Write a paper and tell where it is now.

    ``known`` are the SHA-256 digests (hexadecimal) of what the program itself has written: such a file is replaced.
    Any other file is kept, as is one that is open and locked; the paper then stands beside it (``audit-2.xlsx``).
    The same bytes are not written again. Raises ``OSError`` where nothing can be written in the folder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    digests = {known} if isinstance(known, str) else set(known or ())
    refused: OSError | None = None
    for place in _places(path):
        try:
            if _settled(place, data, digests):
                return place
        except PermissionError as error:
            if not place.exists():
                # The folder is closed, not the file: beside it there is no room either.
                raise
            refused = refused or error
    raise refused or FileExistsError(str(path))


def own_place(path: Path, known: Collection[str]) -> Path:
    """Where a paper that is too large to be held may stand: its place, unless somebody else's file is there; then the
    first free one beside it. ``known`` as in ``write_paper``."""
    free = (place for place in _places(path) if not place.exists() or (place.is_file() and digest_of(place) in known))
    return next(free)


def digest_of(path: Path) -> str:
    """The SHA-256 digest of a file (hexadecimal)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def beside_words(asked: Path, used: Path) -> Text | None:
    """What is told where a paper stands beside the place that was asked for; None where it stands there."""
    if asked == used:
        return None
    names = {"asked": asked.name, "used": used.name}
    return _BESIDE.filled(**names)


def _places(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _MOST + 1):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _settled(place: Path, data: bytes, known: set[str]) -> bool:
    """Whether the paper is at this place now; False where the place is somebody else's."""
    if place.is_symlink() or place.exists():
        if not place.is_file():
            return False
        old = place.read_bytes()
        if old == data:
            return True
        if hashlib.sha256(old).hexdigest() not in known:
            return False
    _replace(place, data)
    return True


def _replace(place: Path, data: bytes) -> None:
    """A file beside the place, renamed to it when it is whole."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".govreport-lint-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o666 & ~_mask())
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
