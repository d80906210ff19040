"""How often each rule failed, in how many files: what ``--statistics`` shows in place of the findings."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from ...finding import Severity
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.headings import SEVERITY_WORDS
from ..words.problems import Problem, Totals
from .drawing.styled import Styled, styled
from .drawing.view import View, open_screen, paragraph
from .findings import problem_lines
from .summary import total_lines

_IN_FILES = Text("{count} 个文件", "{count} files")
_NOTHING = Text("未发现问题", "No problems found")
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class StatisticsWriter:
    """Counts, and writes one line a rule at the end, the most frequent first."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._screen = open_screen(stream, run.colour)
        self._view = View(run.language, self._screen.width)
        self._rulebook = run.rulebook
        self._findings: Counter[tuple[str, Severity]] = Counter()
        self._files: Counter[tuple[str, Severity]] = Counter()

    def start(self) -> None:
        """Nothing is known yet."""

    def result(self, result: Result) -> None:
        """Count the findings of one file."""
        found = Counter((finding.code, finding.severity) for finding in result.findings)
        self._findings += found
        self._files.update(found.keys())

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""
        self._screen.lines(*problem_lines(self._view, problem))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write the counts."""
        ordered = sorted(self._findings, key=lambda key: (-self._findings[key], key))
        self._screen.lines(*(self._line(code, severity) for code, severity in ordered))
        if not ordered:
            self._screen.lines(*paragraph(self._view.say(_NOTHING), self._view.width))
        self._screen.lines(*total_lines(self._view, totals, remarks))

    def _line(self, code: str, severity: Severity) -> Styled:
        count, files = self._findings[code, severity], self._files[code, severity]
        title = self._view.words(self._rulebook.by_name[code].title)
        line = styled(f"{count:>6}  ").append(code, "bold").append("  ")
        line = line.append(self._view.say(SEVERITY_WORDS[severity]), _STYLES[severity])
        return line.append(f"  {title}（{self._view.say(_IN_FILES, count=files)}）")
