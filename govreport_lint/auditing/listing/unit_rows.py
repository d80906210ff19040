"""The rows of a list of units as its file has them: CSV in UTF-8 or GB18030, or Excel, with their line numbers."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...errors import ReadError
from ...output.words.printable import printable

COLUMNS = (
    "单位名称", "类别", "别名", "曾用名", "上级", "应报", "是否汇总", "报送期限", "免比上年", "采用文件",
    "联系人", "备注",
)  # fmt: skip
FORMULAS = tuple("=+-@＝＋－＠\t\r")
_SAME = {"单位": "单位名称", "名称": "单位名称", "序号": "", "编号": ""}


class Line(Struct, frozen=True):
    """A line of the table: its number from 1, its cells by the name of the column."""

    path: str
    number: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column, without the ``'`` that keeps it from being a formula."""
        text = self.cells.get(column, "").strip()
        return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(FORMULAS) else text

    def fault(self, column: str, zh: str, en: str) -> ReadError:
        """What is wrong in a cell."""
        return ReadError(
            self.path, f"第 {self.number} 行“{column}”：{zh}", f"line {self.number}, column {column}: {en}"
        )


def lines_of(data: bytes, path: str) -> Iterator[Line]:
    """The lines below the header; raises ``ReadError`` for a header that is not there, unknown or doubled columns,
    and for what stands outside every column."""
    header: list[str] | None = None
    for number, row in _rows(data, path):
        if header is None:
            cells = ["".join(cell.split()) for cell in row]
            if any(_SAME.get(cell, cell) == COLUMNS[0] for cell in cells):
                header = _header(cells, number, path)
            continue
        stray = next((at for at, cell in enumerate(row) if cell.strip() and at >= len(header)), None)
        if stray is not None:
            raise ReadError(
                path,
                f"第 {number} 行：第 {stray + 1} 列“{printable(row[stray])}”没有列名，请检查是否多了逗号",
                f"line {number}: column {stray + 1} has no name; is there a comma too many?",
            )
        yield Line(path, number, {name: cell for name, cell in zip(header, row, strict=False) if name})
    if header is None:
        raise ReadError(path, "没有找到表头：要有“单位名称”一列", "no header: a column 单位名称 is needed")


def _header(cells: Sequence[str], number: int, path: str) -> list[str]:
    """The names of the columns; 序号 and empty ones are nothing."""
    names: list[str] = []
    for cell in cells:
        name = _SAME.get(cell, cell)
        if name and name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, 1, 0.4)
            zh = f"，是不是“{near[0]}”" if near else f"（可用：{'、'.join(COLUMNS)}）"
            en = f", did you mean {near[0]}" if near else ""
            raise ReadError(
                path,
                f"第 {number} 行：不认识“{printable(name)}”这一列{zh}",
                f"line {number}: unknown column {printable(name)}{en}",
            )
        if name and name in names:
            raise ReadError(path, f"第 {number} 行：“{name}”有两列", f"line {number}: column {name} stands there twice")
        names.append(name)
    while names and not names[-1]:
        names.pop()
    return names


def _rows(data: bytes, path: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with their numbers, empty ones left out."""
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        yield from _sheet_rows(data, path)
        return
    text = _text(data, path)
    dialect = "\t" if text.count("\t") > text.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect)
    try:
        end = 0
        for row in reader:
            # A cell may go over several lines: the row is told by its first.
            start, end = end + 1, reader.line_num
            if any(cell.strip() for cell in row):
                yield start, row
    except csv.Error as error:
        raise ReadError(path, f"不是规范的 CSV 文件：{error}", f"no proper CSV file: {error}") from error


def _text(data: bytes, path: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(
        path,
        "文字编码不是 UTF-8 或 GB18030，请另存为 CSV UTF-8",
        "neither UTF-8 nor GB18030; please save it as UTF-8",
    )


def _sheet_rows(data: bytes, path: str) -> Iterator[tuple[int, Sequence[str]]]:
    from ...office.conversion import modern
    from ...sheets.opened_sheets import open_workbook

    book = open_workbook(data if data[:2] == b"PK" else modern(data, path)[0], path)
    for row in book.sheets[0].rows if book.sheets else ():
        cells = {cell.column: cell.text for cell in row}
        if any(text.strip() for text in cells.values()):
            yield row[0].row, [cells.get(column, "") for column in range(1, max(cells) + 1)]
