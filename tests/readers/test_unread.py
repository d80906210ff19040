"""Whatever part of a report cannot be read: nothing is said to be missing for it, and the summary names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from layouts import Row, as_lines, as_tabs, parts

from govreport_lint import lint_text
from govreport_lint.rulebook.pages import standard_report

Part = str | list[Row]
PARTS: list[Part] = [part for part in parts(standard_report()) if not isinstance(part, str) or part.strip()]
# What says that something is not there.
ABSENCE = {"S101", "S102", "S104", "T201", "T204", "D601", "D611"}
GARBAGE = "锟斤拷��锟斤拷锟斤拷"


def as_pipes(every: list[Part]) -> str:
    lines: list[str] = []
    for part in every:
        if isinstance(part, str):
            lines += ["", part, ""]
        else:
            rows = [f"| {' | '.join(row)} |" for row in part]
            lines += [rows[0], "|---" * len(part[0]) + "|", *rows[1:]]
    return "\n".join(lines)


def as_page(every: list[Part]) -> str:
    body = ""
    for part in every:
        if isinstance(part, str):
            body += part if part.startswith("<") else f"<p>{part.lstrip('# ')}</p>"
        else:
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in part)
            body += f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    return f"<html><body>{body}</body></html>"


READERS: dict[str, tuple[str, Callable[[list[Part]], str], tuple[str, ...]]] = {
    "markdown": (
        "markdown",
        as_pipes,
        ("![](a.png)", '<img src="a.png">', '<object data="a.pdf"></object>', '<iframe src="a"></iframe>', GARBAGE),
    ),
    "tabs": ("text", lambda every: as_tabs(as_pipes(every)), ("[图片]", "【图片1】", GARBAGE)),
    "lines": ("text", lambda every: as_lines(as_pipes(every)), ("[图片]", GARBAGE)),
    "html": (
        "html",
        as_page,
        ('<p><img src="a.png"></p>', '<object data="a.pdf"></object>', '<embed src="a.pdf">', GARBAGE),
    ),
}
CASES = [(reader, unreadable) for reader, (_, _, every) in READERS.items() for unreadable in every]


@pytest.mark.parametrize(("reader", "unreadable"), CASES)
def test_nothing_is_missing_where_something_was_not_read(reader: str, unreadable: str) -> None:
    format_name, lay, _ = READERS[reader]
    for at, part in enumerate(PARTS):
        if at == 0:
            # Without its title a report is told by its sections.
            continue
        result = lint_text(lay([*PARTS[:at], unreadable, *PARTS[at + 1 :]]), format=format_name)
        told = {found.code for found in result.findings}
        assert not told & ABSENCE, (part, told)
        if isinstance(part, list):
            # A table that is a picture is told as one; behind garbage anything may stand.
            assert unreadable == GARBAGE or "S105" in told
            assert not (unreadable == GARBAGE and "S105" in told)


@pytest.mark.parametrize("reader", READERS)
def test_the_summary_names_what_was_not_read(reader: str) -> None:
    format_name, lay, every = READERS[reader]
    at = next(index for index, part in enumerate(PARTS) if isinstance(part, str) and "五、" in part)
    for unreadable in every:
        result = lint_text(lay([*PARTS[:at], unreadable, *PARTS[at + 1 :]]), format=format_name)
        reasons = [one.reason.zh for one in result.coverage.unassessed if one.rule == "S101"]
        assert reasons and all("乱码" in reason or "图片" in reason for reason in reasons)


def test_labels_that_stand_as_text_are_told_unread_not_missing() -> None:
    every: list[Part] = []
    for part in PARTS:
        every += [part] if isinstance(part, str) else [f"<div>{' '.join(row)}</div>" for row in part]
    result = lint_text(as_page(every), format="html")
    assert {found.code for found in result.findings if found.severity != "info"} == {"T213"}
