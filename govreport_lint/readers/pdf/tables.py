"""The tables of a PDF page: words put into the cells that the rules make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...document import Cell, Location, Passage, Run, Table
from ...pdf.page import Box
from .page_words import PrintedLine, Word, lines_of
from .ruled_grid import Grid, GridCell
from .script import Script

# Shares of the size of a character: glyphs nearer than this were set in one go, whatever rule lies below them.
_SET_IN_ONE_GO = 0.08


def inside(box: Box, outer: Box) -> bool:
    """Whether the middle of a box lies in another one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def table_of(grid: Grid, words: Sequence[Word], page: int, script: Script) -> Table:
    """The grid with the words in it; every cell is written into the script, row by row."""
    contents: dict[int, list[Word]] = {}
    for word in words:
        for part in _parts(word, grid):
            contents.setdefault(_cell_at(part.box, grid), []).append(part)
    start = script.length
    slots: list[list[Cell | None]] = [[None] * (len(grid.across) - 1) for _ in grid.down[1:]]
    for index, cell in enumerate(grid.cells):
        text = _write(cell, contents.get(index, ()), page, script)
        made = Cell(text, cell.row, cell.column, cell.rowspan, cell.colspan)
        for row in slots[cell.row : cell.row + cell.rowspan]:
            row[cell.column : cell.column + cell.colspan] = [made] * cell.colspan
    rows = tuple(tuple(cell for cell in row if cell is not None) for row in slots)
    return Table(rows, Location(start, script.length, page=page, box=grid.box))


def _write(cell: GridCell, words: Sequence[Word], page: int, script: Script) -> Passage:
    """The text of a cell as a passage; an empty one has the place of the cell."""
    start = script.length
    if not words:
        script.write("\t")
        return Passage("", (Run(0, Location(start, start, page=page, box=cell.box), False),))
    last: PrintedLine | None = None
    for line in lines_of(words):
        if last is not None and _new_word(last, line, cell):
            script.write(" ")
        script.write_line(line, page)
        last = line
    text = script.passage(start)
    script.write("\t")
    return text


def _new_word(last: PrintedLine, line: PrintedLine, cell: GridCell) -> bool:
    """Whether a line of a cell begins a word: a number or word that fills the cell goes on in the next line."""
    left, right = last.words[-1].characters[-1], line.words[0].characters[0]
    if not ("!" <= left.text <= "\u024f" and "!" <= right.text <= "\u024f"):
        return False
    room = (cell.box[2] - cell.box[0]) - (last.box[2] - last.box[0])
    return room > 2.5 * last.size or not (left.text.isdigit() or left.text in ".,")


def _parts(word: Word, grid: Grid) -> list[Word]:
    """The word, cut where a rule between cells runs through a gap in it."""
    left, top, right, bottom = word.box
    if not any(left < line < right for line in grid.across[1:-1]):
        return [word]
    middle = (top + bottom) / 2
    sides = [cell.box[0] for cell in grid.cells if cell.box[1] <= middle <= cell.box[3]]
    parts, start = [], 0
    for index, (one, other) in enumerate(pairwise(word.characters), 1):
        gap = other.left - one.right
        if gap > _SET_IN_ONE_GO * word.size and any(one.right - 1 <= side <= other.left + 1 for side in sides):
            parts.append(Word(word.characters[start:index], word.spaced and not start))
            start = index
    return [*parts, Word(word.characters[start:], word.spaced and not start)]


def _cell_at(box: Box, grid: Grid) -> int:
    """The cell that holds most of the box, else the nearest."""
    best, most = 0, float("-inf")
    for index, cell in enumerate(grid.cells):
        wide = min(box[2], cell.box[2]) - max(box[0], cell.box[0])
        high = min(box[3], cell.box[3]) - max(box[1], cell.box[1])
        share = wide * high if wide > 0 and high > 0 else min(wide, 0) + min(high, 0)
        if share > most:
            best, most = index, share
    return best
