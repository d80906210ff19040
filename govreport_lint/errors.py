"""The exceptions that leave the library, each with the file and the reason."""

from __future__ import annotations


class GovreportError(Exception):
    """The common parent of the errors below."""


class ReadError(GovreportError):
    """A file cannot be read as a report.

    ``path`` is the file as the caller named it, ``reason`` a sentence for people.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason


class RuleError(GovreportError):
    """A rule pack or form is wrong.

    ``path`` is the pack's file, ``reason`` says which rule and key.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}：{reason}")
        self.path = path
        self.reason = reason
