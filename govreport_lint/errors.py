"""The exceptions that leave the library, each with the file and the reason."""

from __future__ import annotations


class GovreportError(Exception):
    """The common parent of the errors below."""


class ReadError(GovreportError):
    """A file cannot be read as a report.

    ``path`` is the file as the caller named it, ``reason`` a sentence for people in Chinese, ``english`` the same in
    English where there is one.
    """

    def __init__(self, path: str, reason: str, english: str | None = None) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason
        self.english = english or reason

    def reason_in(self, language: str) -> str:
        """The reason in ``zh`` or ``en``."""
        return self.english if language == "en" else self.reason


class RuleError(GovreportError):
    """A rule pack or form is wrong.

    ``path`` is the pack's file, ``reason`` says which rule and key.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason
