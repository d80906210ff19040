"""Tables of a letter as Word's markup: borders, a header that is repeated, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ....output.words.printable import printable
from ....word.package.new_package import escaped

# The width between the margins, in twentieths of a point.
WIDTH = 8845
_HEAD_FILL = "E9EEF6"


class Cell(Struct, frozen=True):
    """A cell: its lines, whether they are bold, its shade (RRGGBB), its side (left, center, right), its reach."""

    text: str
    bold: bool = False
    fill: str = ""
    side: str = "left"
    across: int = 1


def head(*names: str) -> tuple[Cell, ...]:
    """The cells of a header."""
    return tuple(Cell(name, bold=True, fill=_HEAD_FILL, side="center") for name in names)


def word_table(parts: Sequence[int], rows: Sequence[Sequence[Cell]], *, heads: int = 1) -> str:
    """A table whose columns are as wide as ``parts`` say; the first ``heads`` rows are repeated on every page."""
    unit = WIDTH / sum(parts)
    widths = [round(part * unit) for part in parts]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    drawn = "".join(_row(row, widths, repeated=at < heads) for at, row in enumerate(rows))
    properties = (
        '<w:tblStyle w:val="Figures"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"


def _row(row: Sequence[Cell], widths: Sequence[int], *, repeated: bool) -> str:
    properties = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if repeated else "") + "</w:trPr>"
    cells, at = [], 0
    for cell in row:
        cells.append(_cell(cell, sum(widths[at : at + cell.across])))
        at += cell.across
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    weight = "<w:rPr><w:b/></w:rPr>" if cell.bold else ""
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="{cell.side}"/></w:pPr>'
        f'<w:r>{weight}<w:t xml:space="preserve">{escaped(printable(line))}</w:t></w:r></w:p>'
        for line in cell.text.split("\n")
    )
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"
