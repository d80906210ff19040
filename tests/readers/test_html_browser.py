"""Broken tables as Chromium reads them: the browser is the judge of what an office's page says."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import CHROMIUM

from govreport_lint.document import Table
from govreport_lint.readers.html.reader import read_html

CASES = {
    "td unclosed": "<table><tr><td>甲<td>1<td>2</tr><tr><td>乙<td>3<td>4</tr></table>",
    "tr unclosed": "<table><tr><td>甲</td><td>1</td><tr><td>乙</td><td>2</td></table>",
    "nothing closed": "<table><tr><td>甲<td>1<tr><td>乙<td>2",
    "th unclosed": "<table><tr><th>名称<th>数量<tr><td>甲<td>1</table>",
    "p unclosed": "<table><tr><td><p>甲<p>乙<td><p>1</table>",
    "p left open before the table": "<p>说明<table><tr><td>甲</p></td><td>1</p></td></tr></table>",
    "missing table end": "<div><table><tr><td>甲</td><td>1</td></tr></div><p>后文",
    "td outside tr": "<table><td>甲</td><td>1</td><tr><td>乙</td><td>2</td></tr></table>",
    "td after tr": "<table><tr><td>甲</td><td>1</td></tr><td>乙</td><td>2</td></table>",
    "text between rows": "<table>表前<tr><td>甲</td>行内<td>1</td></tr>行间<tr><td>乙<td>2</table>",
    "block between rows": "<table><tr><td>甲<td>1</tr><div>插<tr><td>乙<td>2</table>",
    "tbody implied": "<table><thead><tr><th>名<th>数<tbody><tr><td>甲<td>1<tfoot><tr><td>计<td>1</table>",
    "sections without rows": "<table><thead><th>名<th>数</thead><tbody><td>甲<td>1</tbody></table>",
    "td closed by th end": "<table><tr><td>甲</th><td>1</th></tr></table>",
    "stray span end": "<span><table><tr><td>甲</span></td><td>1</span></td></tr></table></span>",
    "stray div end": "<div><table><tr><td>甲</div></td><td>1</div></td></tr></table></div>",
    "li in cells": "<table><tr><td><ul><li>甲<li>乙</ul><td>1</table>",
    "bold across cells": "<table><tr><td><b>甲<td>1</b><td>2</table>",
    "inline unclosed": "<table><tr><td><span><font>甲<td><span>1<tr><td>乙<td>2</table>",
    "row in a cell": "<table><tr><td>甲<tr><td>乙<td>1</table>",
    "head of a form": "<table><form><tr><td>甲</td><td>1</td></tr></form></table>",
    "table in a table": "<table><tr><td>甲</td><td>1</td></tr><table><tr><td>乙</td><td>2</td></tr></table>",
    "caption unclosed": "<table><caption>表名<tr><td>甲<td>1</table>",
    "colgroup unclosed": "<table><colgroup><col><col><tr><td>甲<td>1</table>",
    "tags in capitals": "<TABLE><TR><TD>甲<TD>1</TABLE>",
    "comment in a row": "<table><tr><!-- <td>旧 --><td>甲</td><![if !x]><td>1</td><![endif]></tr></table>",
    "self-closed cell": "<table><tr><td>甲</td><td/><td>1</td></tr></table>",
    "half a tag at the end": "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td cla",
    "page in a page": "<div><html><head><title>题</title><body><table><tr><td>甲<td>1</table></html></div>",
}
SPANS = {
    "colspan nonsense": "<tr><td colspan=x>甲<td colspan=-2>乙<td colspan=0>丙<td colspan=2px>丁",
    "rowspan beyond the table": "<tr><td rowspan=9>甲<td>1<tr><td>2",
    "rowspan zero": "<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3",
    "rowspan ends with the group": "<tbody><tr><td rowspan=5>甲<td>1<tr><td>2<tbody><tr><td>乙<td>3",
    "rowspan over an empty row": "<tr><td rowspan=2>甲<td>1<tr></tr><tr><td>乙<td>2",
}
SCRIPT = """
const text = cell => cell.textContent.replace(/\\s+/g, '');
const result = {cells: {}, spans: {}};
for (const [name, source] of Object.entries(cases.cells)) {
  const page = new DOMParser().parseFromString(source, 'text/html');
  result.cells[name] = [...page.querySelectorAll('table')].map(table => [...table.rows].map(
    row => [...row.cells].map(text)));
}
for (const [name, source] of Object.entries(cases.spans)) {
  document.body.innerHTML = '<table>' + source + '</table>';
  const table = document.body.firstChild;
  result.spans[name] = [...table.rows].flatMap(row => [...row.cells].map(cell => [
    text(cell), cell.colSpan, Math.round(cell.getBoundingClientRect().left),
    Math.round(cell.getBoundingClientRect().top), Math.round(cell.getBoundingClientRect().bottom)]));
}
document.body.textContent = 'RESULT' + JSON.stringify(result) + 'END';
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[Any]]]:
    """What Chromium makes of all cases, asked once."""
    if CHROMIUM is None:
        pytest.skip("Chromium 未安装：无法与浏览器的解析结果对照")
    folder: Path = tmp_path_factory.mktemp("browser")
    cases = json.dumps({"cells": CASES, "spans": SPANS}).replace("<", "\\u003c")
    page = folder / "cases.html"
    style = "<style>td {padding: 0; height: 20px} table {border-spacing: 0}</style>"
    page.write_text(
        f"<!doctype html><meta charset=utf-8>{style}<body><script>const cases = {cases};{SCRIPT}</script>",
        "utf-8",
    )
    command = [
        CHROMIUM,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    found = re.search("RESULT(.*)END", html.unescape(done.stdout), re.DOTALL)
    if not found:
        pytest.skip(f"Chromium 无法运行：{done.stderr[-300:]}")
    result: dict[str, dict[str, list[Any]]] = json.loads(found[1])
    return result


@pytest.mark.parametrize("name", CASES)
def test_cells_as_in_the_browser(name: str, browser: dict[str, dict[str, list[Any]]]) -> None:
    tables = [block for block in read_html(CASES[name], name).blocks if isinstance(block, Table)]
    ours = [[[c.text.text for c in table.cells(row)] for row in range(len(table.rows))] for table in tables]
    width = [max(map(len, table)) for table in browser["cells"][name]]
    padded = [[row + [""] * (width[n] - len(row)) for row in t] for n, t in enumerate(browser["cells"][name])]
    assert padded, "the case has no table"
    assert ours == padded


@pytest.mark.parametrize("name", SPANS)
def test_grid_as_on_the_screen(name: str, browser: dict[str, dict[str, list[Any]]]) -> None:
    (table,) = (block for block in read_html(f"<table>{SPANS[name]}</table>", name).blocks if isinstance(block, Table))
    drawn = browser["spans"][name]
    cells = {cell.text.text: cell for row in table.rows for cell in row if cell.text.text}
    assert {text: wide for text, wide, *_ in drawn} == {text: cell.colspan for text, cell in cells.items()}
    for one, _, left, top, bottom in drawn:
        for other, _, left2, top2, bottom2 in drawn:
            a, b = cells[one], cells[other]
            assert (left < left2) == (a.column < b.column) or left == left2, (one, other)
            assert (top < top2) == (a.row < b.row), (one, other)
            if bottom < bottom2:
                assert a.row + a.rowspan <= b.row + b.rowspan, (one, other)


def test_page_without_chromium_is_still_mended() -> None:
    """A page of rows that nobody closed, written out, so that the rules are held where no browser is."""
    (table,) = read_html(CASES["nothing closed"], "x").blocks
    assert isinstance(table, Table)
    assert [[cell.text.text for cell in row] for row in table.rows] == [["甲", "1"], ["乙", "2"]]
