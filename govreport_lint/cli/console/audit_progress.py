"""A line on standard error that says how far an audit is, on which file, and how long it still takes."""

from __future__ import annotations

import shutil
import sys

from rich.cells import cell_len, set_cell_size

from ...output.words.printable import printable

_MINUTE = 60


class AuditProgress:
    """Silent without a terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._shown = 0

    def show(self, done: int, total: int, name: str, seconds: float | None) -> None:
        """Say how many files of how many are done, the name of the last one, the seconds left (None: not known)."""
        if not self._live:
            return
        room = shutil.get_terminal_size((80, 24)).columns - 1
        line = set_cell_size(f"{done}/{total} {_left(seconds)} {printable(name)}", room).rstrip()
        sys.stderr.write("\r" + line + " " * max(0, self._shown - cell_len(line)))
        sys.stderr.flush()
        self._shown = cell_len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    whole = round(seconds)
    return f"约剩 {whole // _MINUTE} 分 {whole % _MINUTE} 秒" if whole >= _MINUTE else f"约剩 {whole} 秒"
