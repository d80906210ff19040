"""Modern files (.docx, .xlsx) out of older ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import ReadError
from .given import Given
from .kinds import WORD_2003, is_encrypted, office_kind
from .word_2003 import with_direct_marks

Converter = Callable[[bytes, str], tuple[bytes, str]]
"""Makes a modern file of an older one that is called so in messages, and says which kind it made."""

_PASSWORD = ("文件设有密码，无法读取。请去掉密码后再检查", "the file has a password; please remove it")
_UNKNOWN = ("不是 Word、WPS 或 OpenDocument 文件", "no file of Word, WPS or OpenDocument")


def modern(data: bytes, name: str) -> tuple[bytes, str]:
    """The file as .docx or .xlsx, and which of both; raises ``ReadError``."""
    from .libreoffice import convert

    given = given_of(data, name)
    (made,) = convert([given])
    if isinstance(made, ReadError):
        raise made
    return made, given.target


class Conversions:
    """Modern files of the older ones among some paths, many in one call of LibreOffice.

    A file is converted with those that come after it when it is asked for; no more are kept than one call makes.
    """

    def __init__(self, paths: Sequence[str], load: Callable[[str], bytes]) -> None:
        self._waiting = list(paths)
        self._load = load
        self._made: dict[str, bytes | ReadError] = {}

    def modern(self, data: bytes, name: str) -> tuple[bytes, str]:
        """The file as .docx or .xlsx, and which of both; raises ``ReadError``."""
        given = given_of(data, name)
        if name not in self._made:
            self._convert(given)
        made = self._made.pop(name)
        if isinstance(made, ReadError):
            raise made
        return made, given.target

    def _convert(self, first: Given) -> None:
        """Convert a file together with the next ones that are older office files too."""
        from .libreoffice import convert

        group = [first]
        if first.name in self._waiting:
            del self._waiting[: self._waiting.index(first.name) + 1]
        while self._waiting and len(group) < _MOST:
            other = self._older(self._waiting.pop(0))
            if other is not None:
                group.append(other)
        self._made.update(zip((each.name for each in group), convert(group), strict=True))

    def _older(self, path: str) -> Given | None:
        """A file that has to be converted; what cannot be opened is told when its turn comes."""
        try:
            return given_of(self._load(path), path)
        except ReadError:
            return None


_MOST = 16


def given_of(data: bytes, name: str) -> Given:
    """What LibreOffice is given of an older office file; raises ``ReadError`` for one with a password."""
    if is_encrypted(data):
        raise ReadError(name, *_PASSWORD)
    kind = office_kind(data)
    if kind is None:
        raise ReadError(name, *_UNKNOWN)
    return Given(with_direct_marks(data) if kind is WORD_2003 else data, kind.suffix, kind.target, name)
