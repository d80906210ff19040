"""How the time of a whole lint grows with the length of hostile texts: a ratio near 4 for four times the text.

python benchmarks/growth.py [characters]
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress

from govreport_lint import ReadError
from govreport_lint.api import lint_bytes
from govreport_lint.rulebook.pages import standard_report

PIECES = {
    "tabs": "0\t", "bars": "字|", "bar rows": "| 1 | 2 |\n", "digits on lines": "1\n", "labels": "1.属于国家秘密\n",
    "titles": "。一、总体情况", "sub-headings": "（一）", "emphasis": "*a ", "links": "[a](", "lists": "- a\n",
    "quotes": "> a\n", "dates": "2024年1月1日至", "digits": "1", "claims": "收到政府信息公开申请12件，",
    "zero claims": "未发生行政复议", "numerals": "一万", "open brackets": "（收到申请", "cells": "<td>1",
    "divisions": "<div>", "comments": "<!--", "sections": "<![if ", "quotes in tags": "<a b='>'c",
    "open quotes": '<a b="',
    "titles in pages": "<title>", "less-than signs": "<", "list items": "<li>1", "entities": "&#",
}  # fmt: skip


def main(length: int) -> None:
    """Print the time of each text and its growth."""
    lint_bytes(standard_report().encode(), "warm.md")
    for name, piece in PIECES.items():
        head = "<html><body>" if piece.startswith("<") else "# 年报\n\n"
        short, long = (seconds(head + piece * (size // len(piece))) for size in (length // 4, length))
        growth = long / max(short, 0.001)
        print(f"  {name:16} {long:6.2f} s for {length} characters, {growth:5.1f} times a quarter of it")


def seconds(text: str) -> float:
    """The time of the lint of a text, whatever it says."""
    start = time.perf_counter()
    with suppress(ReadError):
        lint_bytes(text.encode(), "text")
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
