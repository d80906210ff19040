"""HTML pages that say things twice for their looks: judged once. What an office pasted twice stays a fault."""

from __future__ import annotations

import re

import pytest
from faulty_layouts import report_with
from layouts import as_html

from govreport_lint import lint_text
from govreport_lint.document import Paragraph, Table
from govreport_lint.readers.html.reader import read_html

PAGE = as_html(report_with("faultless"))
BODY = PAGE[PAGE.index("<body>") + 6 : PAGE.index("</body>")]
TABLES = re.findall(r"<table.*?</table>", BODY, re.DOTALL)
ROWS = re.findall(r"<tr>.*?</tr>", TABLES[1], re.DOTALL)


def codes(page: str) -> list[str]:
    return [finding.code for finding in lint_text(page, "html").findings]


def columns(first: int, last: int) -> str:
    """Some columns of 表三 as a table of their own."""
    (table,) = read_html(TABLES[1], "x").blocks
    assert isinstance(table, Table)
    rows = []
    for index, row in enumerate(table.rows):
        cells = [
            cell for at, cell in enumerate(row[first:last], first) if (cell.row, max(cell.column, first)) == (index, at)
        ]
        wide = [min(last, cell.column + cell.colspan) - max(first, cell.column) for cell in cells]
        rows.append(
            "".join(
                f"<td rowspan={cell.rowspan} colspan={across}>{cell.text.text}</td>"
                for cell, across in zip(cells, wide, strict=True)
            )
        )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@pytest.mark.parametrize(
    "second",
    [
        BODY,
        BODY.replace("<p>", "<p><span>"),
        BODY.replace("<p>", "<p>&nbsp;").replace("<td ", "<td class=m "),
        "<p>手机版导航</p>" + BODY + "<p>返回顶部</p>",
    ],
)
def test_one_report_for_computers_and_for_phones(second: str) -> None:
    page = PAGE.replace(BODY, f"<div class=pc>{BODY}</div><div class=mobile>{second}</div>")
    result = lint_text(page, "html")
    assert result.findings == ()
    assert any("只检查一份" in str(note) for note in result.source.notes)


def test_a_fault_in_both_versions_is_told_once() -> None:
    page = as_html(report_with("review"))
    body = page[page.index("<body>") + 6 : page.index("</body>")]
    assert codes(page.replace(body, body + f"<div>{body}</div>")) == codes(page)


def test_a_table_that_stands_twice_is_still_a_fault() -> None:
    assert codes(PAGE.replace(TABLES[1], TABLES[1] * 2)) == ["S106"]


def test_two_reports_with_the_same_figures_stay_two() -> None:
    other = re.sub("<p>.*?</p>", lambda match: match[0].replace("，", "，并").replace("一", "之一"), BODY)
    page = PAGE.replace(BODY, BODY + other)
    assert read_html(page, "x").notes == ()
    assert len(read_html(page, "x").blocks) > 1.5 * len(read_html(PAGE, "x").blocks)


def test_two_units_with_the_same_tables_stay_two() -> None:
    other = BODY.replace("示范镇", "清河镇")
    assert other != BODY
    assert read_html(PAGE.replace(BODY, BODY + other), "x").notes == ()


@pytest.mark.parametrize(
    "copied",
    [
        TABLES[1] + f"<div class=left>{columns(0, 4)}</div>",
        f"<div class=left>{columns(0, 4)}</div>" + TABLES[1],
        TABLES[1] + f"<div class=right>{columns(9, 10)}</div>",
        TABLES[1] + f"<div class=el-table__fixed>{TABLES[1]}</div>",
        f"<div class='DTFC_LeftWrapper'><div>{columns(0, 3)}</div></div>{TABLES[1]}",
        f"<div class=dataTables_scrollHead><table>{ROWS[0]}{ROWS[1]}{ROWS[2]}</table></div>{TABLES[1]}",
        f"<div class=el-table__header-wrapper><table>{''.join(ROWS[:3])}</table></div><div><table>{''.join(ROWS[3:])}</table></div>",
    ],
)
def test_fixed_columns_and_heads(copied: str) -> None:
    page = PAGE.replace(TABLES[1], copied)
    assert page != PAGE
    assert codes(page) == []


@pytest.mark.parametrize(
    ("style", "tile"),
    [
        ("", "<div class=water-mark>内部资料</div>"),
        ("", "<span style='position:absolute;opacity:.1'>内部资料</span>"),
        ("", "<div style='position:fixed;transform:rotate(-20deg)'>内部资料</div>"),
        (".t{position:absolute;pointer-events:none}", "<div class=t>内部资料</div>"),
        (".t{position:absolute;opacity:0.15}", "<span class=t>内部资料</span>"),
    ],
)
def test_tiled_watermarks(style: str, tile: str) -> None:
    page = PAGE.replace("</head>", f"<style>{style}</style></head>").replace("</p>", f"{tile}</p>")
    assert codes(page) == []
    texts = [block.text.text for block in read_html(page, "x").blocks if isinstance(block, Paragraph)]
    assert not any("内部资料" in text for text in texts)


def test_text_that_is_placed_is_no_watermark() -> None:
    page = (
        "<div style='position:absolute;top:9px;opacity:0.9'>甲</div><div style='position:relative;opacity:.2'>乙</div>"
    )
    assert len(read_html(page, "x").blocks) == 2
