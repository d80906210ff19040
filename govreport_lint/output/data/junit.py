"""JUnit XML as Jenkins, GitLab and others show test reports: a suite for each report, a failure for each finding.

Shape: the schema ``junit-10.xsd`` of Jenkins. What is settled and what could not be assessed is skipped, a file
without a result is an error, so the failures of all suites are as many as the findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TextIO

from msgspec import Struct

from ...finding import Unassessed
from ...form import Form
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.headings import BASIS, DO, SEVERITY_WORDS
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.settled import by_words, reason_words
from ..words.told_findings import Told, told

_PASSED = Text("检查通过 {count} 项", "{count} checks passed")
_OPEN = Text("{code} 无法判定 {count} 项", "{code}: {count} checks could not be assessed")
_SETTLED = Text("已说明：{reason}（{by}）", "settled: {reason} ({by})")
_SEMICOLON = Text("；", "; ")
_UNFIT = str.maketrans("", "", "\ufffe\uffff")


class Case(Struct, frozen=True):
    """A test: ``outcome`` is ``failure``, ``error``, ``skipped`` or, where it passed, empty."""

    name: str
    outcome: str = ""
    message: str = ""
    type: str = ""
    body: str = ""


class JunitWriter:
    """Writes each suite as it comes; every suite has its own counts, so the whole needs none."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run

    def start(self) -> None:
        """Write the beginning."""
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="govreport-lint">\n')

    def result(self, result: Result) -> None:
        """Write the suite of one report."""
        cases = list(_cases(result, self._run.rulebook.form(result.report.form), self._run.language))
        part = "" if result.source.part is None else f"#{result.source.part}"
        path = shown_path(result.source.path, self._run.base)
        self._suite(path + part, path, cases)

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result, as an error; one that was set aside is skipped."""
        path, language = shown_path(problem.path, self._run.base), self._run.language
        reason = printable(problem.reason.in_language(language))
        outcome = "skipped" if problem.is_aside else "error"
        self._suite(path, path, [Case(problem.said.in_language(language), outcome, reason, problem.code, reason)])

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:  # noqa: ARG002
        """Write the end, with what was passed over in folders where a reader of the file sees it."""
        for remark in remarks:
            self._stream.write(f"  <!-- {_text(printable(remark)).replace('-', '‐')} -->\n")
        self._stream.write("</testsuites>\n")

    def _suite(self, name: str, path: str, cases: list[Case]) -> None:
        counts = {word: sum(case.outcome == word for case in cases) for word in ("failure", "error", "skipped")}
        head: dict[str, str | int] = {
            "name": name, "tests": len(cases), "failures": counts["failure"], "errors": counts["error"],
            "skipped": counts["skipped"], "file": path,
        }  # fmt: skip
        # Readers take what stands before a dot for a package.
        group = path.replace(".", "_")
        self._stream.write(f"  <testsuite{_attributes(head)}>\n")
        for case in cases:
            self._stream.write(_case(case, group))
        self._stream.write("  </testsuite>\n")


def _cases(result: Result, form: Form, language: str) -> Iterator[Case]:
    """The findings, what is settled, what could not be assessed by rule, and what passed."""
    for finding in result.findings:
        words = told(form, finding, language)
        yield Case(_name(words), "failure", words.message, words.severity, _body(words))
    for one in result.suppressed:
        why, by = reason_words(one).in_language(language), by_words(one).in_language(language)
        reason = _SETTLED.in_language(language).format(reason=why, by=by)
        yield Case(_name(told(form, one.finding, language)), "skipped", reason)
    groups: dict[str, list[Unassessed]] = {}
    for item in result.coverage.unassessed:
        groups.setdefault(item.rule, []).append(item)
    for code, items in groups.items():
        reasons = dict.fromkeys(printable(item.reason.in_language(language)) for item in items)
        name = _OPEN.in_language(language).format(code=code, count=len(items))
        yield Case(name, "skipped", _SEMICOLON.in_language(language).join(reasons))
    if result.coverage.passed:
        yield Case(_PASSED.in_language(language).format(count=result.coverage.passed))


def _name(words: Told) -> str:
    return f"{words.code} {words.place}"


def _body(words: Told) -> str:
    lines = (
        f"{SEVERITY_WORDS[words.severity].in_language(words.language)} {_name(words)}",
        words.position,
        words.message,
        DO.in_language(words.language) + words.suggestion if words.suggestion else "",
        BASIS.in_language(words.language) + words.basis if words.basis else "",
    )
    return "\n".join(filter(None, lines))


def _case(case: Case, group: str) -> str:
    head = f"    <testcase{_attributes({'name': case.name, 'classname': group})}"
    if not case.outcome:
        return head + "/>\n"
    given = {"message": case.message} | ({"type": case.type} if case.type else {})
    inner = f"<{case.outcome}{_attributes(given)}"
    inner += f">{_text(case.body)}</{case.outcome}>" if case.body else "/>"
    return f"{head}>{inner}</testcase>\n"


def _attributes(values: Mapping[str, str | int]) -> str:
    return "".join(f' {name}="{_text(str(value))}"' for name, value in values.items())


def _text(text: str) -> str:
    """Escaped, without the two characters that XML cannot hold and that are printable otherwise."""
    return escape(text.translate(_UNFIT))
