"""A blank report as a Word file, set as official documents are: 小标宋 for the title, 黑体 and 仿宋 for the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..word.package.new_package import escaped, new_package, paragraph
from .blank_report import Blank
from .blank_tables import Grid, GridCell

# The width between the margins of an A4 page, in twentieths of a point.
_WIDTH = 8845
_SHORT = 20


def blank_docx(blank: Blank) -> bytes:
    """The report as the bytes of a .docx file; the same report gives the same bytes."""
    body = [paragraph(blank.title, "Title"), paragraph(blank.preamble)]
    for section in blank.sections:
        body.append(paragraph(section.title, "Heading1"))
        body += [paragraph(text) for text in section.paragraphs]
        if section.grid:
            # Word joins a table to what follows it, and a paragraph has to stand after it.
            body += [_table(section.grid), paragraph("", "TableText")]
    body += [paragraph(line, "Signature") for line in blank.signature]
    return new_package(blank.title, "".join(body))


def _table(grid: Grid) -> str:
    unit = _WIDTH / sum(grid.widths)
    widths = [round(width * unit) for width in grid.widths]
    # A short table does not run over the end of a page.
    style = "TableTogether" if len(grid.rows) < _SHORT else "TableText"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(f"<w:tr>{''.join(_row(row, widths, style))}</w:tr>" for row in _filled(grid))
    properties = '<w:tblStyle w:val="Figures"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _filled(grid: Grid) -> list[list[tuple[int, GridCell, bool]]]:
    """Each row with all its cells: column, cell, and whether it goes on from above."""
    width = len(grid.widths)
    rows: list[list[tuple[int, GridCell, bool]]] = [[] for _ in grid.rows]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid.rows):
        x = 0
        for cell in row:
            while (y, x) in taken and x < width:
                x += 1
            for below in range(cell.down):
                rows[y + below].append((x, cell, below > 0))
                taken |= {(y + below, x + across) for across in range(cell.across)}
    return [sorted(row, key=lambda placed: placed[0]) for row in rows]


def _row(row: list[tuple[int, GridCell, bool]], widths: list[int], style: str) -> Iterator[str]:
    for column, cell, goes_on in row:
        width = sum(widths[column : column + cell.across])
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        if cell.down > 1:
            properties += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
        text = paragraph("" if goes_on else escaped(cell.text), style, ready=True)
        yield f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{text}</w:tc>'
