"""The exceptions that leave the library, each with the file and the reason."""

from __future__ import annotations

from .language import Text


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


class RuleError(GovreportError):
    """A rule pack, a form or the claim patterns are wrong.

    ``path`` is the pack's file, ``line`` the line in it (from 1; None: the whole file), ``key`` the option that is
    wrong, as ``check.table`` (None: the whole rule).
    """

    def __init__(self, path: str, reason: Text, line: int | None = None, key: str | None = None) -> None:
        where = path if line is None else f"{path}:{line}"
        zh, en = (f"{key}：{reason.zh}", f"{key}: {reason.en}") if key else (reason.zh, reason.en)
        super().__init__(where, zh, en)
        self.path = path
        self.line = line
        self.key = key
