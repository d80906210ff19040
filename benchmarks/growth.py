"""How the processor time of a whole lint grows with the length of hostile files: for n, 2n and 4n characters.

    python benchmarks/growth.py [characters] [name …]

2 and 4 are linear; a line that reaches 3 or 7 is marked. Nested tags and lists have as many levels as there are pieces.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pdf_files import made_pdf  # noqa: E402

from govreport_lint import ReadError  # noqa: E402
from govreport_lint.api import lint_bytes  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402

# A piece is repeated; what begins with < stands in a page.
PIECES = {
    "tabs": "0\t", "bars": "字|", "bar rows": "| 1 | 2 |\n", "digits on lines": "1\n", "labels": "1.属于国家秘密\n",
    "titles": "。一、总体情况", "sub-headings": "（一）", "emphasis": "*a ", "links": "[a](", "lists": "- a\n",
    "quotes": "> a\n", "dates": "2024年1月1日至", "digits": "1", "claims": "收到政府信息公开申请12件，",
    "zero claims": "未发生行政复议", "numerals": "一万", "open brackets": "（收到申请", "cells": "<td>1",
    "divisions": "<div>", "comments": "<!--", "sections": "<![if ", "quotes in tags": "<a b='>'c",
    "open quotes": '<a b="',
    "titles in pages": "<title>", "less-than signs": "<", "list items": "<li>1", "entities": "&#",
    "headings": "## 一、总体情况\n\n", "odd headings": "### 工作\n\n甲\n\n", "page headings": "<h2>一、总体情况</h2>",
    "sentences": "全年主动公开政府信息86条，比上年增长3%。", "paragraphs": "按月检查专栏。\n\n",
    "lists of parts": "其中自然人3件、法人2件，", "shares": "3件，占12%，", "twice told": "全年收到申请7件。",
    "masks and addresses": "XX局www.a.cn ", "names of documents": "《XX县办法》", "one long word": "字",
    "underscores": "_", "spaces": "\u3000 ", "brackets in brackets": "（（", "quotes in quotes": "“《",
    "tiny tables": "<table><tr><td>本年新收<td>1</table>", "rows": "<tr><td>行政许可<td>1</tr>",
    "tables in tables": "<table><tr><td>", "spans in spans": "<span><b>字", "unclosed rows": "<tr><td>1",
    "hidden parts": "<p style='display:none'>字</p>", "raised marks": "<sup>1</sup>字", "inputs": "<input value=1>",
    "styles": "<style>.a{display:none}</style>", "fences": "```\na\n", "references": "[a]: b\n", "stars": "**a",
    "tables of Markdown": "| 本年新收 | 1 |\n|---|---|\n\n", "code in lines": "`a``b", "backslashes": "\\",
    "wide rows": "| 1 ", "figures and labels": "（一）予以公开 1 2 3 4 5 6 7\n", "dotted numbers": "1.1.",
    "telephones": "电话：", "identity cards": "110105194912310021 ", "letters": "国办公开办函〔2021〕30号",
}  # fmt: skip
# What grows with its own length alone, and what is put around so many of it.
NESTED: dict[str, Callable[[int], str]] = {
    "a mask and a long word": lambda size: f"# 年报\n\nXX局{'字' * size}",
    "a name and many masks": lambda size: f"# 年报\n\n《{'XX局' * (size // 3)}",
    "one long line": lambda size: standard_report() + "按月检查专栏，" * (size // 7),
    "deep lists": lambda size: "".join(f"{'  ' * level}- 字\n" for level in range(int(size**0.5))),
    "deep quotes": lambda size: "> " * (size // 2) + "字",
    "deep tags": lambda size: f"<html><body>{'<div>' * (size // 11)}字{'</div>' * (size // 11)}",
    "deep tables": lambda size: f"<html><body>{'<table><tr><td>' * (size // 38)}1{'</td></tr></table>' * (size // 38)}",
}
SLOW = (3, 7)


def main(length: int, chosen: tuple[str, ...]) -> None:
    """Print the time of each file and its growth."""
    lint_bytes(standard_report().encode(), "warm.md")
    made: dict[str, Callable[[int], bytes]] = {name: _repeated(piece) for name, piece in PIECES.items()}
    made |= {name: _encoded(nested) for name, nested in NESTED.items()}
    made["words of a PDF"] = words_of_pdf
    print(f"{'':22} seconds for {length // 4}, {length // 2}, {length}   times the first")
    for name, file in made.items():
        if not chosen or name in chosen:
            times = [seconds(file(length // part)) for part in (4, 2, 1)]
            ratios = [each / max(times[0], 0.005) for each in times[1:]]
            mark = "  <<<" if any(ratio > slow for ratio, slow in zip(ratios, SLOW, strict=True)) else ""
            print(
                f"  {name:22} {times[0]:6.2f} {times[1]:6.2f} {times[2]:6.2f} {ratios[0]:8.1f} {ratios[1]:5.1f}{mark}"
            )


def _repeated(piece: str) -> Callable[[int], bytes]:
    head = "<html><body>" if piece.startswith("<") else "# 年报\n\n"
    return lambda size: (head + piece * (size // len(piece))).encode()


def _encoded(nested: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda size: nested(size).encode()


def words_of_pdf(size: int) -> bytes:
    """A page full of words, five characters each."""
    words = (f"1 0 0 1 {at % 50 * 11} {800 - at // 50 % 700} Tm (w{at % 1000:03} ) Tj" for at in range(size // 5))
    return made_pdf(f"BT /F 6 Tf {' '.join(words)} ET".encode())


def seconds(file: bytes) -> float:
    """The processor time of the lint of a file, whatever it says, that of child processes included."""
    start = time.process_time() + _of_children()
    with suppress(ReadError):
        lint_bytes(file, "file")
    return time.process_time() + _of_children() - start


def _of_children() -> float:
    """The processor time of the children that live."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            ticks += (int(fields[11]) + int(fields[12])) * (int(fields[1]) == os.getpid())
    return ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 40_000, tuple(words[1:]))
