"""Results as a workbook: the findings to filter, the files with their counts, what could not be assessed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TextIO

from ...errors import OutputError
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.problems import Problem, Totals
from .drawing.book import Book
from .drawing.table import draw_table
from .sheet_tables import (
    FILES,
    FINDINGS,
    NOT_ASSESSED,
    SETTLED,
    Row,
    SheetTable,
    file_row,
    finding_rows,
    problem_row,
    settled_rows,
    unassessed_rows,
    unread_row,
)

_NO_LIBRARY = Text(
    '缺少写工作簿的组件，请安装：pip install "govreport-lint[xlsx]"',
    'the library for workbooks is missing: pip install "govreport-lint[xlsx]"',
)
_NO_BYTES = Text("工作簿不能写到屏幕上，请写入文件", "a workbook cannot be written to a screen: write it to a file")
_TITLE = Text("年报检查结果", "Findings in annual reports")
_FOOTER = Text("第 &P 页 共 &N 页", "page &P of &N")
# A sheet holds 1,048,576 rows; what is more goes to another sheet.
MOST_ROWS = 1_000_000


class FindingsBookWriter:
    """Collects the rows and writes the workbook at the end; raises ``OutputError`` where it cannot."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        if find_spec("xlsxwriter") is None:
            raise OutputError("xlsx", _NO_LIBRARY.zh, _NO_LIBRARY.en)
        if stream.isatty() or not hasattr(stream, "buffer"):
            raise OutputError("xlsx", _NO_BYTES.zh, _NO_BYTES.en)
        self._stream = stream
        self._run = run
        self._rows: dict[SheetTable, list[Row]] = {FINDINGS: [], FILES: [], NOT_ASSESSED: [], SETTLED: []}

    def start(self) -> None:
        """Nothing can be written before all is known."""

    def result(self, result: Result) -> None:
        """Keep the rows of one report."""
        self._rows[FINDINGS] += finding_rows(result, self._run)
        self._rows[FILES].append(file_row(result, self._run))
        self._rows[NOT_ASSESSED] += unassessed_rows(result, self._run)
        self._rows[SETTLED] += settled_rows(result, self._run)

    def problem(self, problem: Problem) -> None:
        """Keep that and why a file has no result."""
        self._rows[FINDINGS].append(problem_row(problem, self._run))
        self._rows[FILES].append(unread_row(problem, self._run))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:  # noqa: ARG002
        """Write the workbook; ``remarks`` stand above the files."""
        language = self._run.language
        book = Book(_TITLE.in_language(language), "", _FOOTER.in_language(language))
        for table, rows in self._rows.items():
            if rows or table is not SETTLED:
                _draw(book, table, rows, language, remarks if table is FILES else ())
        self._stream.flush()
        self._stream.buffer.write(book.data())


def _draw(book: Book, table: SheetTable, rows: list[Row], language: str, notes: tuple[str, ...]) -> None:
    """One sheet, or as many as the rows need."""
    for number, start in enumerate(range(0, max(1, len(rows)), MOST_ROWS), 1):
        name = table.name.in_language(language) + (f" {number}" if number > 1 else "")
        title, columns = table.title.in_language(language), table.drawn(language)
        draw_table(book, name, title, columns, rows[start : start + MOST_ROWS], notes=notes, fixed=table.fixed)
