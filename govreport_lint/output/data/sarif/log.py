"""The log: results as they come, then what they name: the rules, the files, what was told of the run.

The keys of an object have no order, so nothing has to be kept but the codes and the files.
"""

from __future__ import annotations

from typing import Any, TextIO

from ....finding import Finding, Suppressed
from ....form import Form
from ....language import Text
from ....result import Result
from ....rulebook.pages import pages
from ...run import Run
from ...words.printable import printable
from ...words.problems import INTERNAL, SET_ASIDE, UNREADABLE, Problem, Totals
from ..json import encode
from .places import BASE, artifact, base_folder, whole_file
from .records import (
    SCHEMA,
    VERSION,
    Artifact,
    Descriptor,
    DescriptorReference,
    Driver,
    Invocation,
    Message,
    Notification,
    Tool,
)
from .results import result_of
from .rule_help import describe

_PASSED_OVER = "passed-over"
_KINDS = {
    UNREADABLE: Text("文件不能读取", "A file cannot be read"),
    INTERNAL: Text("程序内部错误", "An internal fault"),
    SET_ASIDE: Text("不是年报的文件", "A file that is no annual report"),
    _PASSED_OVER: Text("未检查的文件", "Files that were passed over"),
}


class SarifWriter:
    """Writes a log with one run."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._indices: dict[str, int] = {}
        self._artifacts: dict[str, Artifact] = {}
        self._notifications: list[Notification] = []
        self._empty = True

    def start(self) -> None:
        """Write the beginning."""
        self._stream.write(f'{{\n  "$schema": "{SCHEMA}",\n  "version": "{VERSION}",\n  "runs": [\n    {{\n')
        self._stream.write('      "results": [')

    def result(self, result: Result) -> None:
        """Write the findings of one report, and those that are settled."""
        form, path = self._run.rulebook.form(result.report.form), result.source.path
        for finding in result.findings:
            self._finding(finding, form, path)
        for one in result.suppressed:
            self._finding(one.finding, form, path, one)
        hashes = {"sha-256": result.source.sha256} if result.source.sha256 else {}
        self._artifacts[path] = Artifact(location=artifact(path, self._run), hashes=hashes)

    def problem(self, problem: Problem) -> None:
        """Keep that and why a file has no result."""
        self._artifacts[problem.path] = Artifact(location=artifact(problem.path, self._run))
        self._notify(
            "note" if problem.is_aside else "error",
            problem.code,
            problem.reason.in_language(self._run.language),
            problem.path,
        )

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write the rules, the files, the run and the end."""
        for remark in remarks:
            self._notify("note", _PASSED_OVER, remark, None)
        self._stream.write("]" if self._empty else "\n      ]")
        self._member("tool", Tool(driver=self._driver()))
        self._member("invocations", [self._invocation(totals)])
        self._member("artifacts", list(self._artifacts.values()))
        self._member("originalUriBaseIds", {BASE: base_folder(self._run)})
        self._member("columnKind", "unicodeCodePoints")
        self._member("language", "en-US" if self._run.language == "en" else "zh-CN")
        self._stream.write("\n    }\n  ]\n}\n")

    def _finding(self, finding: Finding, form: Form, path: str, by: Suppressed | None = None) -> None:
        index = self._indices.setdefault(finding.code, len(self._indices))
        record = result_of(finding, index, form, path, self._run, by)
        self._stream.write(("\n        " if self._empty else ",\n        ") + encode(record, 8))
        self._empty = False

    def _member(self, name: str, value: Any) -> None:
        self._stream.write(f',\n      "{name}": {encode(value, 6)}')

    def _notify(self, level: Any, kind: str, words: str, path: str | None) -> None:
        notification = Notification(
            level=level,
            message=Message(text=printable(words)),
            descriptor=DescriptorReference(id=kind, index=list(_KINDS).index(kind)),
            locations=() if path is None else (whole_file(path, self._run),),
        )
        self._notifications.append(notification)

    def _driver(self) -> Driver:
        """The program with the rules that results name, in the order in which they first did."""
        language = self._run.language
        return Driver(
            name="govreport-lint",
            version=self._run.version,
            rules=tuple(map(self._descriptor, self._indices)),
            notifications=tuple(
                Descriptor(id=kind, short_description=Message(text=words.in_language(language)))
                for kind, words in _KINDS.items()
            ),
        )

    def _descriptor(self, code: str) -> Descriptor:
        """The rule with its page, which a pack of one's own brings along."""
        rulebook = self._run.rulebook
        rule, own = rulebook.by_name.get(code), rulebook.own_pages.get(code)
        page = own.page if own else pages().get(code)
        return describe(rule, page, self._run.language) if rule else Descriptor(id=code)

    def _invocation(self, totals: Totals) -> Invocation:
        """A run is successful where every file could be checked, whatever was found in them."""
        return Invocation(
            execution_successful=not totals.problems,
            working_directory=base_folder(self._run),
            tool_execution_notifications=tuple(self._notifications),
        )
