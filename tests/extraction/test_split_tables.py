"""A table in two halves: whatever stands between them, it is one table, in every layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from layouts import Row, parts

from govreport_lint import lint_text
from govreport_lint.result import Result
from govreport_lint.rulebook.pages import standard_report

Block = str | list[Row]
BETWEEN = {
    "nothing": (),
    "empty paragraphs": ("", "　", ""),
    "a page number": ("— 3 —",),
    "a form feed": ("\x0c",),
    "a note": ("注：含补正后公开的3件。",),
    "notes with marks": ("①含补正后公开 3 件。", "②以登记台账为准"),
    "a mark of continuation": ("（续表）",),
    "the head of a page": ("- 4 -", "示例县示范镇人民政府2024年政府信息公开工作年度报告", "续上表", "单位：件"),
    "the section's title again": ("三、收到和处理政府信息公开申请情况（续）",),
    "a sentence": ("本表数据由党政综合办公室根据登记台账逐件统计，截至2024年12月31日，与系统数据一致。",),
}


def halves(cut: int, between: tuple[str, ...], repeat_header: bool) -> list[Block]:
    blocks: list[Block] = []
    for part in parts(standard_report()):
        if isinstance(part, list) and len(part) > 20:
            head = part[:3] if repeat_header else []
            blocks += [part[:cut], *between, [*head, *part[cut:]]]
        else:
            blocks.append(part)
    return blocks


def as_pipes(blocks: list[Block]) -> str:
    lines = []
    for block in blocks:
        if isinstance(block, str):
            lines += ["", block, ""]
        else:
            rows = [f"| {' | '.join(row)} |" for row in block]
            lines += [rows[0], "|---" * len(block[0]) + "|", *rows[1:]]
    return "\n".join(lines)


def as_text(row: Callable[[Row], str], blocks: list[Block]) -> str:
    return "\n".join(
        block.lstrip("# ") if isinstance(block, str) else "\n".join(row(one) for one in block) for block in blocks
    )


def as_tabs(blocks: list[Block]) -> str:
    return as_text("\t".join, blocks)


def as_lines(blocks: list[Block]) -> str:
    return as_text(lambda row: "\n".join(cell for cell in row if cell), blocks)


def as_html(blocks: list[Block]) -> str:
    body = ""
    for block in blocks:
        if isinstance(block, str):
            body += f"<p>{block.lstrip('# ')}</p>"
        else:
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in block)
            body += f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    return f"<html><body>{body}</body></html>"


LAYOUTS = {
    "pipes": ("markdown", as_pipes),
    "tabs": ("text", as_tabs),
    "lines": ("text", as_lines),
    "html": ("html", as_html),
}


def values(result: Result) -> list[tuple[str, str, str, object]]:
    return [(one.table, one.row, one.column, one.value) for one in result.report.figures]


TRUTH = values(lint_text(standard_report()))


@pytest.mark.parametrize("repeat_header", [False, True])
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_halves_are_one_table(layout: str, between: str, repeat_header: bool) -> None:
    format_name, lay = LAYOUTS[layout]
    for cut in (5, 12, 27):
        result = lint_text(lay(halves(cut, BETWEEN[between], repeat_header)), format=format_name)
        assert [found.message.zh for found in result.findings if found.severity != "info"] == []
        assert values(result) == TRUTH
