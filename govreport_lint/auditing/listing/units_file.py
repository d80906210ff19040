"""The list of units as a table: read from CSV or Excel, written as CSV.

The columns stand in any order, and all but the first may be missing: 单位名称; 类别 (else what the name tells);
别名 and 曾用名 (several are parted by 、；|); 上级; 应报 and 是否汇总 (是 or 否: 垂管 no, a unit inside another is not
summed by itself, the county's own government is the roll-up and counts nowhere); 报送期限 (2025-01-20, 1月20日);
免比上年 with its reason; 采用文件; 联系人; 备注. A mistake is told with file, line and column.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ...errors import ReadError
from ...output.words.printable import printable
from ...readers.opening import load
from ..unit import OFFICE, Unit, UnitCategory, UnitList
from .places import place_of
from .proposing import category_of
from .unit_names import UnitNames
from .unit_rows import COLUMNS, FORMULAS, Line, lines_of

_YES, _NO = ("是", "1", "yes", "y", "√"), ("否", "0", "no", "n", "×")
_DIVIDED = re.compile(r"[、；;，,|｜\n]+")
_DAY = re.compile(r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?")
_LONGEST = 200


def read_units(path: Path, *, verticals_count: bool = False) -> UnitList:
    """The list in a file; ``verticals_count``: 垂管 units report and count where the list does not say otherwise.

    Raises ``ReadError`` with line and column for what is wrong in it.
    """
    lines = list(lines_of(load(path), str(path)))
    place, above = place_of([line.cell("单位名称") for line in lines])
    units: list[Unit] = []
    seen: dict[str, int] = {}
    for line in lines:
        name = line.cell("单位名称")
        if not name:
            raise line.fault("单位名称", "没有填写", "is empty")
        if name in seen:
            raise line.fault("单位名称", f"“{name}”与第 {seen[name]} 行重复", f"{name} stands in line {seen[name]} too")
        seen[name] = line.number
        units.append(_unit(line, len(units) + 1, place, verticals_count=verticals_count))
    if not units:
        raise ReadError(str(path), "名单中没有单位", "the list has no unit")
    made = UnitList(tuple(units), place, above)
    _check_names(lines, made, seen)
    return made


def _check_names(lines: Sequence[Line], units: UnitList, seen: dict[str, int]) -> None:
    """No other name is that of two units, and what a unit is inside of is another one; a former name may be shared by
    those into which an office was split."""
    names = UnitNames(units) if any(unit.parent for unit in units.units) else None
    also: dict[str, int] = {}
    for line, unit in zip(lines, units.units, strict=True):
        for alias in unit.aliases:
            taken = next((found[alias] for found in (seen, also) if found.get(alias, line.number) != line.number), None)
            if taken is not None:
                raise line.fault(
                    "别名",
                    f"“{printable(alias)}”也是第 {taken} 行的",
                    f"{printable(alias)} is that of line {taken} too",
                )
            also[alias] = line.number
        if unit.parent and names and names.unit(unit.parent) in (None, unit.name):
            raise line.fault(
                "上级",
                f"“{printable(unit.parent)}”不是名单中的另一个单位",
                f"{printable(unit.parent)} is no other unit of the list",
            )


def units_table(units: UnitList) -> bytes:
    """The list as CSV in UTF-8 with the mark by which Excel knows it; no cell begins a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for unit in units.units:
        cells = (
            unit.name, unit.category.value, "、".join(unit.aliases), "、".join(unit.former), unit.parent,
            _word(unit.due), _word(unit.counted), unit.deadline.removeprefix("--"), unit.exempt, unit.file,
            unit.contact, unit.remark,
        )  # fmt: skip
        writer.writerow([_inert(cell) for cell in cells])
    return stream.getvalue().encode("utf-8-sig")


def _word(value: bool) -> str:
    return "是" if value else "否"


def _inert(cell: str) -> str:
    text = printable(cell)
    return f"'{text}" if text.lstrip("'").startswith(FORMULAS) else text


def _unit(line: Line, number: int, place: str, *, verticals_count: bool) -> Unit:
    category = _category(line, place)
    vertical = category is UnitCategory.VERTICAL and not verticals_count
    inner = bool(line.cell("上级"))
    government = category is UnitCategory.GOVERNMENT and not line.cell("单位名称").endswith(OFFICE)
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


def _category(line: Line, place: str) -> UnitCategory:
    """类别 as it is written, else what the name tells."""
    word = line.cell("类别")
    if not word:
        return category_of(line.cell("单位名称"), place)
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


def _is(line: Line, column: str, *, default: bool) -> bool:
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


def _day(line: Line) -> str:
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
