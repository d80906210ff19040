"""A blank report in Markdown: merged cells are empty ones."""

from __future__ import annotations

from collections.abc import Iterator

from .blank_report import Blank
from .blank_tables import Grid


def blank_markdown(blank: Blank) -> str:
    """The report as Markdown with pipe tables."""
    parts = [f"# {blank.title}", blank.preamble]
    for section in blank.sections:
        parts += [f"## {section.title}", *section.paragraphs]
        if section.grid:
            parts.append("\n".join(_table(section.grid)))
    return "\n\n".join([*parts, *blank.signature]) + "\n"


def _table(grid: Grid) -> Iterator[str]:
    width = len(grid.widths)
    lines = [[""] * width for _ in grid.rows]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid.rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            lines[y][x] = cell.text
            taken |= {(y + down, x + across) for down in range(cell.down) for across in range(cell.across)}
    for number, line in enumerate(lines):
        yield f"| {' | '.join(line)} |"
        if number == 0:
            yield "|---" * width + "|"
