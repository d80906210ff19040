"""The same report in the layouts that offices hand in: pipes, tabs, HTML, one cell per line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

Row = list[str]


def parts(report: str) -> Iterator[str | list[Row]]:
    """The lines of a Markdown report, and its tables as rows of cells."""
    rows: list[Row] = []
    for line in [*report.splitlines(), ""]:
        if line.startswith("|"):
            cells = [cell.strip(" ") for cell in line.strip().strip("|").split("|")]
            if not all(set(cell) <= set("-: ") and cell for cell in cells):
                rows.append(cells)
            continue
        if rows:
            yield rows
            rows = []
        yield line


def as_tabs(report: str) -> str:
    """Pasted from Word: merged cells are empty leading cells, rows end in empty ones."""
    return _text(report, lambda rows: ["\t".join(row) for row in rows])


def as_lines(report: str) -> str:
    """Copied out of a PDF: every cell on a line of its own."""
    return _text(report, lambda rows: [cell for row in rows for cell in row if cell])


def _text(report: str, table: Callable[[list[Row]], list[str]]) -> str:
    lines: list[str] = []
    for part in parts(report):
        lines += [part.lstrip("# ")] if isinstance(part, str) else table(part)
    return "\n".join(lines)


def as_html(report: str) -> str:
    """A page as a web editor writes it: merged cells, a paragraph in every cell."""
    body = []
    for part in parts(report):
        if isinstance(part, list):
            body.append(f"<table border='1'>{''.join(_rows(part))}</table>")
        elif part.strip():
            body.append(f"<p>{escape(part.lstrip('# '))}</p>")
    return f"<!doctype html><html><head><meta charset='utf-8'></head><body>{''.join(body)}</body></html>"


def _rows(rows: list[Row]) -> Iterator[str]:
    width = max(len(row) for row in rows)
    grid = [row + [""] * (width - len(row)) for row in rows]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        cells = []
        for x, text in enumerate(row):
            if (y, x) in taken:
                continue
            across, down = span_of(grid, y, x)
            taken |= {(y + i, x + j) for i in range(down) for j in range(across)}
            cells.append(f"<td colspan={across} rowspan={down}><p>{escape(text)}</p></td>")
        yield f"<tr>{''.join(cells)}</tr>"


def span_of(grid: list[Row], y: int, x: int) -> tuple[int, int]:
    """A label takes the empty cells to its right, and below it those that nothing to their left takes."""
    text = grid[y][x]
    if not text or (text[:1].isdigit() and text.isdigit()):
        return 1, 1
    across = 1
    while x + across < len(grid[y]) and not grid[y][x + across] and _free_above(grid, y, x + across):
        across += 1
    down = 1
    while y + down < len(grid) and not any(grid[y + down][: x + across]) and any(grid[y + down]):
        down += 1
    header = text in ("自然人", "总计") and y < 3 and len(grid) > 20
    if header or (
        text in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") and y == 1 and x < 5 and len(grid) == 4
    ):
        down = 2
    return across, down


def _free_above(grid: list[Row], y: int, x: int) -> bool:
    return not (y and grid[y - 1][x] in ("自然人", "总计"))


LAYOUTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "pipes": ("markdown", lambda report: report),
    "tabs": ("text", as_tabs),
    "tabs in markdown": ("markdown", as_tabs),
    "html": ("html", as_html),
    "lines": ("text", as_lines),
    "lines in markdown": ("markdown", as_lines),
}
