"""A blank report as a page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .blank_report import Blank
from .blank_tables import Grid, GridCell

_STYLE = (
    "body{max-width:60em;margin:2em auto;line-height:1.8}h1{text-align:center}"
    "table{border-collapse:collapse;width:100%}"
    "td{border:1px solid;padding:.2em .4em}td.figure{text-align:center}p.signature{text-align:right}"
)


def blank_html(blank: Blank) -> str:
    """The report as HTML with merged cells."""
    body = [f"<h1>{escape(blank.title)}</h1>", _paragraph(blank.preamble)]
    for section in blank.sections:
        body.append(f"<h2>{escape(section.title)}</h2>")
        body += map(_paragraph, section.paragraphs)
        if section.grid:
            body += ["<table>", *_rows(section.grid), "</table>"]
    body += [f'<p class="signature">{escape(line)}</p>' for line in blank.signature]
    head = f'<meta charset="utf-8"><title>{escape(blank.title)}</title><style>{_STYLE}</style>'
    lines = ["<!doctype html>", '<html lang="zh-CN">', f"<head>{head}</head>", "<body>", *body, "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _rows(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(cell: GridCell) -> str:
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    figure = ' class="figure"' if cell.figure else ""
    return f"<td{figure}{spans}>{escape(cell.text)}</td>"
