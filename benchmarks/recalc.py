"""Let LibreOffice calculate an audit's workbook anew and compare every formula cell with the value that it was given.

python benchmarks/recalc.py out/audit.xlsx

First the values in a copy are spoiled, so that none of them can pass for a calculated one. Then 是否汇总 of one unit
is switched in a copy: the sums of sheet 汇总核对 have to move by that unit's figures and by nothing else. Exits with 1
where one cell differs. Needs LibreOffice; without OOXMLRecalcMode=0 it shows the values of the file as they are.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from govreport_lint.office.libreoffice import find_libreoffice

SECONDS = 300
FIGURES, SUMS = "单位数据", "汇总核对"
# Sums of decimals differ in the last digits that a computer keeps.
NEAR = 1e-9
SPOILED = "-987654321"
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
Values = dict[tuple[str, str], Any]


class Unit(NamedTuple):
    """A unit on 单位数据: the line it stands on, whether it counts, its figures by the letters of their columns."""

    name: str
    line: int
    counts: bool
    figures: dict[str, float]


def main(path: str) -> int:
    """0 where everything agrees."""
    data = Path(path).read_bytes()
    formulas, cached = formulas_of(data), values_of(data)
    computed = values_of(recalculated(spoiled(data)))
    differing = [place for place in formulas if unlike(cached[place], computed[place])]
    print(f"{len(formulas)} formula cells, {len(differing)} with another value than LibreOffice's")
    wrong = [f"{place}: {cached[place]!r} ≠ {computed[place]!r}" for place in differing]
    wrong += switch_one(data, formulas, cached)
    print("\n".join(wrong[:20]), end="\n" if wrong else "")
    return 1 if wrong or not formulas else 0


def switch_one(data: bytes, formulas: Values, cached: Values) -> list[str]:
    """What is wrong with the sums after the unit with most figures is switched."""
    unit = fullest(data)
    if unit is None:
        return ["no unit with figures: nothing to switch"]
    moved = values_of(recalculated(spoiled(switched(data, unit))))
    wrong, sums = list(wrong_moves(formulas, cached, moved, unit)), sum_lines(formulas)
    count = sum(unlike(cached[place], moved[place]) for place in sums)
    turned = "off" if unit.counts else "on"
    print(f"{unit.name} switched {turned}: {count} of {len(sums)} sums moved, {len(wrong)} wrongly")
    return wrong if count else [*wrong, "no sum has moved"]


def wrong_moves(formulas: Values, before: Values, after: Values, unit: Unit) -> Iterator[str]:
    """The sums, and the differences beside them, that have not moved by exactly the figures of the unit."""
    for place in sum_lines(formulas):
        columns = re.findall(rf"'{FIGURES}'!([A-Z]+)\$\d+:[A-Z]+\$\d+\)", formulas[place])
        figure = sum(unit.figures.get(column, 0) for column in columns)
        change = -figure if unit.counts else figure
        if unlike(before[place] + change, after[place]):
            yield f"{place}: {before[place]} {change:+} ≠ {after[place]}"
        gap = (SUMS, place[1].replace("F", "G"))
        if isinstance(before[gap], int | float) and unlike(before[gap] - change, after[gap]):
            yield f"{gap}: {before[gap]} {-change:+} ≠ {after[gap]}"


def sum_lines(formulas: Values) -> list[tuple[str, str]]:
    """The cells of 汇总核对 that add up a column."""
    return [place for place, text in formulas.items() if place[0] == SUMS and "SUMIF" in text]


def fullest(data: bytes) -> Unit | None:
    """The unit with most figures that are not 0."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)[FIGURES]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "是否汇总" for cell in row))
    switch = next(cell.column for cell in header if cell.value == "是否汇总")
    units = []
    for row in sheet.iter_rows(min_row=header[0].row + 3):
        figures = {cell.column_letter: cell.value for cell in row[5:] if isinstance(cell.value, int | float)}
        units.append(Unit(row[0].value, row[0].row, row[switch - 1].value == "是", figures))
    with_figures = [unit for unit in units if any(unit.figures.values())]
    return max(with_figures, key=lambda unit: sum(map(bool, unit.figures.values())), default=None)


def formulas_of(data: bytes) -> Values:
    """Every cell with a formula, by sheet and address."""
    return {place: text for place, text in _cells(data, cached=False) if isinstance(text, str) and text.startswith("=")}


def values_of(data: bytes) -> Values:
    """Every value that is saved, by sheet and address."""
    found: Values = dict(_cells(data, cached=True))
    return found


def _cells(data: bytes, *, cached: bool) -> Iterator[tuple[tuple[str, str], Any]]:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=cached)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                # A text that begins with = is a text.
                if cached or cell.data_type == "f":
                    yield (sheet.title, cell.coordinate), cell.value


def unlike(one: Any, other: Any) -> bool:
    """Whether two values differ; an empty text is an empty cell."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) > NEAR * max(1, abs(one))
    return ("" if one is None else one) != ("" if other is None else other)


def spoiled(data: bytes) -> bytes:
    """The workbook with a value in every formula cell that none of them has."""
    return changed(data, r"^xl/worksheets/", lambda text: re.sub(r"(</f>)<v>[^<]*</v>", rf"\1<v>{SPOILED}</v>", text))


def switched(data: bytes, unit: Unit) -> bytes:
    """The workbook with the unit's 是否汇总 turned over."""
    word = "否" if unit.counts else "是"
    names = openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames
    cell = re.compile(rf'<c r="C{unit.line}"( s="\d+")? t="s"><v>\d+</v></c>')
    new = rf'<c r="C{unit.line}"\1 t="inlineStr"><is><t>{word}</t></is></c>'

    def turn(text: str) -> str:
        text, count = cell.subn(new, text)
        assert count == 1, f"no 是否汇总 on line {unit.line}"
        return text

    return changed(data, rf"^xl/worksheets/sheet{names.index(FIGURES) + 1}\.xml$", turn)


def changed(data: bytes, parts: str, change: Any) -> bytes:
    """The archive with some of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name, change(content.decode()).encode() if re.search(parts, name) and name.endswith(".xml") else content
            )
    return made.getvalue()


def recalculated(data: bytes) -> bytes:
    """The workbook as LibreOffice saves it after calculating everything."""
    program = find_libreoffice()
    if program is None:
        sys.exit("LibreOffice was not found")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(PROFILE, "utf-8")
        (home / "in.xlsx").write_bytes(data)
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(home / "out"), str(home / "in.xlsx")]
        command = [program, profile, "--headless", "--norestore", "--nologo", *target]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return (home / "out" / "in.xlsx").read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
