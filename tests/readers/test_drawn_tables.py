"""Tables that pages draw of div and li: read as tables where rows and cells are plain, and never said to be missing."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from faulty_layouts import report_with
from layouts import as_html, parts

from govreport_lint import lint_text
from govreport_lint.document import Table
from govreport_lint.readers.html.reader import read_html

Row = list[str]


def spans(row: Row) -> str:
    return "<div class=row>" + "".join(f"<span>{cell}</span>" for cell in row) + "</div>"


def blocks(row: Row) -> str:
    return "<div class='tr'>\n" + "\n".join(f"<div class='td'><p>{cell}</p></div>" for cell in row) + "\n</div>\n"


def lists(row: Row) -> str:
    return "<ul>" + "".join(f"<li><em>{cell[:1]}</em>{cell[1:]}</li>" for cell in row) + "</ul>"


def terms(row: Row) -> str:
    return f"<dl><dt>{row[0]}</dt>" + "".join(f"<dd>{cell}</dd>" for cell in row[1:]) + "</dl>"


def wide(row: Row) -> str:
    return f"<li>{'　'.join(row)}</li>"


def tabbed(row: Row) -> str:
    return "<p>" + "\t".join(row) + "</p>"


DRAWN: dict[str, Callable[[Row], str]] = {
    "spans": spans, "blocks": blocks, "lists": lists, "terms": terms, "wide gaps": wide, "tabs": tabbed,
}  # fmt: skip


def page(report: str, drawn: Callable[[Row], str]) -> str:
    body = []
    for part in parts(report):
        if isinstance(part, list):
            rows = [[escape(cell) for cell in row if cell] for row in part]
            body.append(f"<div class=table>{''.join(drawn(row) for row in rows)}</div>")
        elif part.strip():
            body.append(f"<p>{escape(part.lstrip('# '))}</p>")
    return f"<!doctype html><html><body>{''.join(body)}</body></html>"


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("fault", ["faultless", "review", "text and table"])
def test_figures_and_findings_are_those_of_a_table(name: str, fault: str) -> None:
    report = report_with(fault)
    table, drawn = lint_text(as_html(report), "html"), lint_text(page(report, DRAWN[name]), "html")
    assert [f.code for f in drawn.findings] == [f.code for f in table.findings]
    assert [figure.raw for figure in drawn.report.figures] == [figure.raw for figure in table.report.figures]


def test_a_cell_is_its_own_place() -> None:
    source = page(report_with("faultless"), spans)
    table = next(block for block in read_html(source, "x").blocks if isinstance(block, Table))
    places = [(cell.text.text, cell.text.location) for row in table.rows for cell in row]
    assert all(source[place.start :].startswith(f"<span>{text}<") for text, place in places)


@pytest.mark.parametrize("more", ["<span hidden>9</span>", "<del>9</del>", "<span class=h>9</span>"])
def test_what_is_not_seen_is_no_cell(more: str) -> None:
    source = page(report_with("faultless"), spans).replace("</span></div>", f"</span>{more}</div>")
    assert lint_text(source.replace("<body>", "<style>.h{display:none}</style><body>"), "html").findings == ()


def test_fields_and_marks_in_drawn_cells() -> None:
    source = page(report_with("faultless"), lambda row: spans([f"{cell}<sup>1</sup>" for cell in row]))
    assert lint_text(source, "html").findings == ()
    filled = page(report_with("faultless"), lambda row: spans([f"<input value='{cell}'>" for cell in row]))
    assert lint_text(filled, "html").findings == ()


@pytest.mark.parametrize(
    "source",
    [
        "<ul><li><a>规章</a><span>2024-01-02</span></li><li><a>通知</a><span>2024-01-02</span></li><li><a>公告</a></li></ul>",
        "<div><p>规章</p><p>12</p><p>行政许可</p><p>3</p></div>",
        "<ul><li>首页</li><li>1</li><li>2</li><li>3</li></ul>",
        "<div><div><span>规章</span><span>3</span></div><div><span>说明</span><p>本年制发。</p></div><p>文字</p><table><tr><td>1</table></div>",
    ],
)
def test_what_is_no_drawn_table(source: str) -> None:
    assert not [block for block in read_html(source, "x").blocks if isinstance(block, Table) and len(block.rows) > 2]
