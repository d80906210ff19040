"""The list of units as a table: CSV in UTF-8 or GB18030, or Excel; a mistake is told with its line and column."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from ...errors import ReadError
from ...output.words.printable import printable
from ...readers.opening import load
from ..unit import Unit, UnitCategory, UnitList
from .places import place_of

COLUMNS = (
    "单位名称", "类别", "别名", "曾用名", "上级", "应报", "是否汇总", "报送期限", "免比上年", "采用文件",
    "联系人", "备注",
)  # fmt: skip
_YES, _NO = ("是", "1", "yes", "y", "√"), ("否", "0", "no", "n", "×")
_DIVIDED = re.compile(r"[、；;，,|｜\n]+")
_DAY = re.compile(r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
_BEGINS_FORMULA = tuple("=+-@＝＋－＠\t\r")
_LONGEST = 200


class _Line(Struct, frozen=True):
    """A line of the table: its number from 1, its cells by the name of the column."""

    path: str
    number: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        return self.cells.get(column, "").strip()

    def fault(self, column: str, zh: str, en: str) -> ReadError:
        """What is wrong in a cell."""
        return ReadError(
            self.path, f"第 {self.number} 行“{column}”：{zh}", f"line {self.number}, column {column}: {en}"
        )


def read_units(path: Path) -> UnitList:
    """The list in a file; raises ``ReadError`` with line and column for what is wrong in it."""
    rows = _rows(load(path), path)
    lines = list(_lines(rows, str(path)))
    units: list[Unit] = []
    seen: dict[str, int] = {}
    for line in lines:
        name = line.cell("单位名称")
        if not name:
            raise line.fault("单位名称", "没有填写", "is empty")
        if name in seen:
            raise line.fault("单位名称", f"“{name}”与第 {seen[name]} 行重复", f"{name} stands in line {seen[name]} too")
        seen[name] = line.number
        units.append(_unit(line, len(units) + 1))
    if not units:
        raise ReadError(str(path), "名单中没有单位", "the list has no unit")
    place, above = place_of([unit.name for unit in units])
    return UnitList(tuple(units), place, above)


def units_table(units: UnitList) -> bytes:
    """The list as CSV in UTF-8 with the mark by which Excel knows it; no cell begins a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in units.units:
        cells = (
            unit.name, unit.category.value, "、".join(unit.aliases), "、".join(unit.former), unit.parent,
            _word(unit.due), _word(unit.counted), unit.deadline, unit.exempt, unit.file, unit.contact, unit.remark,
        )  # fmt: skip
        writer.writerow([_inert(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig")


def _word(value: bool) -> str:
    return "是" if value else "否"


def _inert(cell: str) -> str:
    text = printable(cell)
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) else text


def _rows(data: bytes, path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with their numbers, empty ones left out."""
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        yield from _sheet_rows(data, path)
        return
    text = _text(data, path)
    dialect = "\t" if text.count("\t") > text.count(",") else ","
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=dialect), 1):
            if any(cell.strip() for cell in row):
                yield number, row
    except csv.Error as error:
        raise ReadError(str(path), f"不是规范的 CSV 文件：{error}", f"no proper CSV file: {error}") from error


def _text(data: bytes, path: Path) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadError(
        str(path),
        "文字编码不是 UTF-8 或 GB18030，请另存为 CSV UTF-8",
        "neither UTF-8 nor GB18030; please save it as UTF-8",
    )


def _sheet_rows(data: bytes, path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    from ...office.conversion import modern
    from ...sheets.opened_sheets import open_workbook

    modern_data = data if data[:2] == b"PK" else modern(data, str(path))[0]
    book = open_workbook(modern_data, str(path))
    for row in book.sheets[0].rows if book.sheets else ():
        cells = {cell.column: cell.text for cell in row}
        if any(text.strip() for text in cells.values()):
            yield row[0].row, [cells.get(column, "") for column in range(1, max(cells) + 1)]


def _lines(rows: Iterator[tuple[int, Sequence[str]]], path: str) -> Iterator[_Line]:
    header: list[str] | None = None
    for number, row in rows:
        cells = ["".join(cell.split()) for cell in row]
        if header is None:
            if "单位名称" in cells or "单位" in cells:
                header = _header(cells, number, path)
            continue
        yield _Line(path, number, {name: str(cell) for name, cell in zip(header, row, strict=False) if name})
    if header is None:
        raise ReadError(path, "没有找到表头：要有“单位名称”一列", "no header: a column 单位名称 is needed")


def _header(cells: Sequence[str], number: int, path: str) -> list[str]:
    """The names of the columns; 序号 and empty ones are nothing. Raises for one that nobody knows."""
    names: list[str] = []
    for cell in cells:
        name = {"单位": "单位名称", "序号": "", "编号": ""}.get(cell, cell)
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
    return names


def _unit(line: _Line, number: int) -> Unit:
    category = _category(line)
    vertical, inner = category is UnitCategory.VERTICAL, bool(line.cell("上级"))
    government = category is UnitCategory.GOVERNMENT
    return Unit(
        number=number,
        name=line.cell("单位名称")[:_LONGEST],
        category=category,
        aliases=_several(line.cell("别名")),
        former=_several(line.cell("曾用名")),
        parent=line.cell("上级"),
        due=_is(line, "应报", default=not vertical and not government),
        # The county's own government is the roll-up and never one of its parts.
        counted=not government and _is(line, "是否汇总", default=not vertical and not inner),
        deadline=_day(line),
        exempt=_reason(line.cell("免比上年")),
        file=line.cell("采用文件"),
        contact=line.cell("联系人"),
        remark=line.cell("备注"),
    )


def _category(line: _Line) -> UnitCategory:
    word = line.cell("类别")
    if not word:
        return UnitCategory.OTHER
    try:
        return UnitCategory(word)
    except ValueError:
        known = [category.value for category in UnitCategory]
        raise line.fault(
            "类别",
            f"“{printable(word)}”不是 {'、'.join(known)} 之一",
            f"{printable(word)} is none of {', '.join(known)}",
        ) from None


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for text in _DIVIDED.split(cell) if (part := text.strip()[:_LONGEST]))


def _is(line: _Line, column: str, *, default: bool) -> bool:
    word = line.cell(column).lower()
    if not word:
        return default
    if word in _YES or word in _NO:
        return word in _YES
    raise line.fault(column, f"“{printable(word)}”应写是或否", f"{printable(word)} should be 是 or 否")


def _reason(cell: str) -> str:
    """Why a unit is not compared with last year; 否 is no reason, 是 one without words."""
    if cell.lower() in _NO:
        return ""
    return "名单中注明" if cell.lower() in _YES else cell


def _day(line: _Line) -> str:
    """报送期限 as an ISO date; without a year it is that of the reports' submission, told as ``--01-20``."""
    word = line.cell("报送期限")
    if not word:
        return ""
    match = _DAY.fullmatch(word)
    try:
        if match is None:
            raise ValueError(word)
        year, month, day = (int(part) if part else None for part in match.groups())
        found = date(year or 2024, month or 0, day or 0)
    except ValueError:
        raise line.fault(
            "报送期限",
            f"“{printable(word)}”不是日期，请写成 2025-01-20",
            f"{printable(word)} is no date like 2025-01-20",
        ) from None
    return found.isoformat() if match[1] else f"--{found:%m-%d}"
