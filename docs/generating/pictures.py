"""The pictures of a terminal: what a command really prints, as SVG."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

ROOT = Path(__file__).parent.parent.parent
COMMANDS = {
    "terminal.svg": "govreport-lint samples/puwei-2024.md",
    "terminal.en.svg": "govreport-lint samples/puwei-2024.md --lang en",
}
WIDTH = 80
_CELL, _LINE, _SIDE, _TOP = 9.6, 22, 16, 52
_COLOURS = {"30": "#3b4048", "31": "#ff6b6b", "32": "#7bd88f", "33": "#f5c451", "34": "#6cb6ff", "35": "#d2a8ff"}
_COLOURS |= {"36": "#56d4dd", "37": "#d7dae0", "90": "#8b949e"}
_LIGHTS = ("#ff5f57", "#febc2e", "#28c840")
_ANSI = re.compile(r"\x1b\[([0-9;]*)m|\x1b\][^\x1b]*\x1b\\")


class Style(NamedTuple):
    """How letters look: a colour of SVG and the weight."""

    colour: str = "#d7dae0"
    bold: bool = False
    faint: bool = False


def pictures() -> dict[str, str]:
    """Every picture by its name in docs/."""
    return {name: picture(command) for name, command in COMMANDS.items()}


def printed(command: str, *, colours: bool) -> str:
    """What a command prints on a terminal of the pictures' width."""
    environment = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    environment |= {
        "COLUMNS": str(WIDTH),
        "PYTHONUTF8": "1",
        "TERM": "xterm",
        **({"FORCE_COLOR": "1"} if colours else {}),
    }
    call = [sys.executable, "-m", "govreport_lint", *command.split()[1:]]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.stderr or done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout


def picture(command: str) -> str:
    """The window with the command and what it prints."""
    lines = [f"\x1b[32m$\x1b[0m {command}", *printed(command, colours=True).rstrip("\n").split("\n")]
    width, height = WIDTH * _CELL + 2 * _SIDE, _TOP + len(lines) * _LINE + _SIDE
    drawn = [row for at, line in enumerate(lines) for row in _drawn(line, _TOP + at * _LINE)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">',
            f"<title>{escape(command)}</title>",
            '<style>text{font:16px Consolas,Menlo,"DejaVu Sans Mono","Noto Sans Mono CJK SC","Microsoft YaHei",'
            "monospace;white-space:pre}.b{font-weight:bold}.f{opacity:.65}</style>",
            f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#1f2329"/>',
            *(
                f'<circle cx="{20 + 20 * at}" cy="20" r="6" fill="{c}"/>'
                for at, c in enumerate(("#ff5f57", "#febc2e", "#28c840"))
            ),
            *drawn,
            "</svg>\n",
        ]
    )


def _drawn(line: str, y: float) -> Iterator[str]:
    """The texts of a line: letters of one style and one width together, in the room they have on a terminal."""
    at = 0
    for style, text in _styled(line):
        for cells, letters in groupby(text, key=cell_len):
            run = "".join(letters)
            room = cells * len(run)
            if run.strip():
                weight = " ".join(filter(None, ("b" * style.bold, "f" * style.faint)))
                looks = f' class="{weight}"' if weight else ""
                place = f'x="{_SIDE + at * _CELL:g}" y="{y:g}" textLength="{room * _CELL:g}"'
                yield f'<text {place} fill="{style.colour}"{looks}>{escape(run)}</text>'
            at += room


def _styled(line: str) -> Iterator[tuple[Style, str]]:
    """The pieces of a line with their styles."""
    style, end = Style(), 0
    for code in _ANSI.finditer(line):
        yield style, line[end : code.start()]
        if code[1] is not None:
            style = _after(style, code[1])
        end = code.end()
    yield style, line[end:]


def _after(style: Style, codes: str) -> Style:
    for code in codes.split(";"):
        if code in ("", "0"):
            style = Style()
        elif code in _COLOURS:
            style = style._replace(colour=_COLOURS[code])
        elif code in ("1", "2"):
            style = style._replace(**{"bold" if code == "1" else "faint": True})
    return style
