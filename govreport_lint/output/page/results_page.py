"""Results as one page: what all files come to, a line for each, then every report with its tables and remarks.

What is said above the reports is known at the end only, so the reports wait in a file of the system.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import TextIO

from msgspec import Struct

from ...finding import Severity
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.headings import SEVERITY_WORDS
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.summary.counted import counts_in
from ..words.summary.whose import organ_words, year_words
from .head_element import head_element, shared_style, source
from .markup import Child, Markup, el, joined
from .report_article import count_signs, path_words, report_article
from .signs import outlines, shape

_LOOKS = ("cards.css", "results.css", "results_paper.css")
_TITLE = Text("政府信息公开年报检查结果", "Findings in information disclosure reports")
_PROGRAM = Text("govreport-lint {version} 检查", "checked by govreport-lint {version}")
_FILES, _PROBLEMS = Text("文件", "Files"), Text("未能检查", "Not checked")
_OPEN = Text("无法判定", "Not assessed")
_CONTENTS = Text("目录", "Contents")
_LIMIT = Text(
    "程序只核对报告自身的格式、勾稽和表述；数字是否属实，由机关对照台账核定。",
    "Only form, sums and wording are checked; whether the figures are true is for the organ to settle.",
)
_MOST_IN_MEMORY = 16 * 1024 * 1024


class Line(Struct, frozen=True):
    """A line of the contents."""

    key: str | None
    name: str
    year: str
    path: str
    said: tuple[Child, ...]


class PageWriter:
    """Keeps the reports as they come and writes the page at the end."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._lines: list[Line] = []
        self._open = 0
        self._reports: SpooledTemporaryFile[str] = SpooledTemporaryFile(  # noqa: SIM115 -- closed when all is written
            _MOST_IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline=""
        )

    def start(self) -> None:
        """Nothing can be said before all is known."""

    def result(self, result: Result) -> None:
        """Keep the part of one report."""
        key, language = f"r{len(self._lines) + 1}", self._run.language
        self._open += result.coverage.not_assessable
        names = (organ_words(result.report, language), year_words(result.report, language))
        self._lines.append(Line(key, *names, path_words(result, self._run), tuple(count_signs(result, language))))
        self._reports.write(report_article(key, result, self._run) + "\n")

    def problem(self, problem: Problem) -> None:
        """Keep that and why a file has no result."""
        path, reason = shown_path(problem.path, self._run.base), problem.reason.in_language(self._run.language)
        sign = el("span", shape("none"), problem.said.in_language(self._run.language), class_="sign none")
        self._lines.append(Line(None, path, "", printable(reason), (sign,)))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write the page."""
        language = self._run.language
        style = shared_style() + "".join(source(__package__, name) for name in _LOOKS)
        lang = "en" if language == "en" else "zh-CN"
        self._stream.write(f'<!doctype html>\n<html lang="{lang}">{head_element(_TITLE.in_language(language), style)}')
        self._stream.write(f"<body>{outlines()}<main>{joined((self._head(totals), self._contents(remarks)))}\n")
        with self._reports as reports:
            reports.seek(0)
            while part := reports.read(1 << 16):
                self._stream.write(part)
        foot = el("footer", el("span", _LIMIT.in_language(language)))
        self._stream.write(f"{foot}</main></body></html>\n")

    def _head(self, totals: Totals) -> Markup:
        """The title and what all files come to."""
        language = self._run.language
        numbers = [_number(_FILES.in_language(language), totals.files)]
        for severity, count in counts_in(totals).items():
            numbers.append(_number(SEVERITY_WORDS[severity].in_language(language), count, severity))
        numbers.append(_number(_OPEN.in_language(language), self._open))
        if totals.problems:
            numbers.append(_number(_PROBLEMS.in_language(language), totals.problems))
        program = _PROGRAM.in_language(language).format(version=self._run.version)
        return el(
            "header",
            el("p", program, class_="eyebrow"),
            el("h1", _TITLE.in_language(language)),
            el("dl", *numbers, class_="numbers"),
            class_="head",
        )

    def _contents(self, remarks: tuple[str, ...]) -> Markup | None:
        """The files, one a line; of a single report nothing."""
        told = [el("p", remark, class_="note") for remark in remarks]
        alone = len(self._lines) == 1 and self._lines[0].key is not None
        listed = None if alone else el("ol", *map(_entry, self._lines))
        if listed is None and not told:
            return None
        return el("nav", listed, *told, aria_label=_CONTENTS.in_language(self._run.language))


def _number(name: str, value: int, severity: Severity | None = None) -> Markup:
    sign = shape(str(severity)) if severity else None
    return el("div", el("dt", sign, name), el("dd", value), class_="none" if severity and not value else None)


def _entry(line: Line) -> Markup:
    name: Child = el("a", line.name, href=f"#{line.key}") if line.key else el("b", line.name)
    about = el("small", line.year, " " if line.year else "", line.path)
    return el("li", el("span", name, about, class_="who"), el("span", *line.said, class_="counts"))
