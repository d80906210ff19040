"""What is told of a file instead of a result: it could not be read, or the program itself failed on it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...directive import FaultKind
from ...finding import Severity
from ...language import Text
from ...result import Result

Code = Literal["unreadable", "internal", "set-aside"]
UNREADABLE: Code = "unreadable"
INTERNAL: Code = "internal"
SET_ASIDE: Code = "set-aside"
_UNREAD, _ASIDE = Text("未能检查", "not checked"), Text("不是年报，没有检查", "no annual report, set aside")


class Problem(Struct, frozen=True):
    """A file without a result. ``reason``: why; ``code``: ``unreadable``, ``internal`` (a fault of the program) or
    ``set-aside``: it stood in a folder and is no annual report."""

    path: str
    reason: Text
    code: Code = UNREADABLE

    @property
    def is_aside(self) -> bool:
        """Whether it is no fault: it stood in a folder and is no annual report."""
        return self.code == SET_ASIDE

    @property
    def said(self) -> Text:
        """That it was not checked, in a word that stands before the reason."""
        return _ASIDE if self.is_aside else _UNREAD


class Totals(Struct, frozen=True):
    """What was found in all files together. ``files`` counts every file, those without a result too, but not those
    that were set aside; ``passed_over`` the files in folders that are in no format that can be read or no report;
    ``faults`` what is wrong with comments and lists that are to settle findings."""

    files: int = 0
    problems: int = 0
    passed_over: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    faults: int = 0

    def plus(self, value: Result | Problem) -> Totals:
        """The totals with one more file, or with one more report of a file."""
        if isinstance(value, Problem) and value.code == SET_ASIDE:
            return replace(self, passed_over=self.passed_over + 1)
        if isinstance(value, Problem):
            return replace(self, files=self.files + 1, problems=self.problems + 1)
        error, warning, info = (sum(f.severity is severity for f in value.findings) for severity in Severity)
        return replace(
            self,
            files=self.files + (value.source.part in (None, 1)),
            error=self.error + error,
            warning=self.warning + warning,
            info=self.info + info,
            faults=self.faults + sum(fault.kind is not FaultKind.REFUSED for fault in value.faults),
        )
