"""Write docs/terminal.svg: what the program prints about a faulty sample, as rich exports it.

Run from anywhere: ``python docs/picture.py``.
"""

from __future__ import annotations

import io
import os
import re
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from govreport_lint import lint
from govreport_lint.output.terminal.drawing.view import View
from govreport_lint.output.terminal.findings import result_lines
from govreport_lint.shipped import shipped_rulebook

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/town-2024.faulty.md"
WIDTH = 80


def main() -> None:
    """Lint the sample and write the picture."""
    os.chdir(ROOT)
    result = lint(SAMPLE, select=["A302", "A303", "A304", "N501", "D604"])
    console = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor")
    for line in result_lines(View("zh", WIDTH), result, shipped_rulebook()):
        console.print(Text.assemble(*line.parts), soft_wrap=True)
    svg = console.export_svg(title="govreport-lint " + SAMPLE, theme=DIMMED_MONOKAI, code_format=without_fonts())
    (ROOT / "docs" / "terminal.svg").write_text(wide_letters(svg) + "\n", "utf-8")


def without_fonts() -> str:
    """rich's frame without the fonts that it would fetch from the network."""
    local = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.S)
    return local.replace("Fira Code, monospace", "Consolas, Menlo, DejaVu Sans Mono, monospace")


def wide_letters(svg: str) -> str:
    """The picture with the room that Chinese letters need: rich gives every letter of a piece the same width."""
    piece = re.compile(r'<text ([^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>([^<]*)</text>')
    return piece.sub(_widened, svg)


def _widened(match: re.Match[str]) -> str:
    before, x, between, length, after, text = match.groups()
    printed = unescape(text)
    cell = float(length) / max(1, len(printed))
    at, made = float(x), []
    for width, letters in groupby(printed, key=cell_len):
        run = "".join(letters)
        room = cell * width * len(run)
        words = escape(run).replace("\u00a0", "&#160;")
        made.append(f'<text {before}x="{at:g}"{between}textLength="{room:g}"{after}>{words}</text>')
        at += room
    return "".join(made)


if __name__ == "__main__":
    main()
