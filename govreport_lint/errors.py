"""The exceptions that leave the library, each with the file and the reason."""

from __future__ import annotations

from msgspec import Struct

from .language import Text


class Spot(Struct, frozen=True):
    """What is wrong in a text file: line and column from 1, how many characters (``width``), and that whole line."""

    line: int
    column: int
    width: int
    source: str


class GovreportError(Exception):
    """The common parent of the errors below.

    ``path`` is the file as the caller named it, ``reason`` a sentence for people in Chinese, ``english`` the same in
    English.
    """

    def __init__(self, path: str, reason: str, english: str | None = None) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason
        self.english = english or reason

    def reason_in(self, language: str) -> str:
        """The reason in ``zh`` or ``en``."""
        return self.english if language == "en" else self.reason


class ReadError(GovreportError):
    """A file cannot be read as a report."""


class OutputError(GovreportError):
    """Results cannot be written as asked for: a library is missing, or the stream takes no bytes.

    ``path`` is the name of the output.
    """


class NoReportError(ReadError):
    """A file can be read whole, and it holds no annual report."""


class RuleError(GovreportError):
    """A rule pack, a form, the claim patterns or the configuration are wrong.

    ``path`` is the file, ``spot`` where in it the mistake stands (None: the whole file), ``key`` the option that is
    wrong, as ``check.table`` (None: the whole rule). ``said`` is the reason without the key.
    """

    def __init__(self, path: str, reason: Text, spot: Spot | None = None, key: str | None = None) -> None:
        where = path if spot is None else f"{path}:{spot.line}:{spot.column}"
        zh, en = (f"{key}：{reason.zh}", f"{key}: {reason.en}") if key else (reason.zh, reason.en)
        super().__init__(where, zh, en)
        self.path = path
        self.spot = spot
        self.key = key
        self.said = reason

    @property
    def line(self) -> int | None:
        """The line of the mistake, from 1."""
        return self.spot.line if self.spot else None

    @property
    def column(self) -> int | None:
        """The column of the mistake, from 1."""
        return self.spot.column if self.spot else None

    @property
    def source(self) -> str | None:
        """The line itself."""
        return self.spot.source if self.spot else None
