"""Words for who sees no terminal: Windows hides that of a program which was started by a double click."""

from __future__ import annotations

import sys

_TITLE = "govreport-lint"
_INFORMATION_ABOVE_ALL = 0x40 | 0x1000 | 0x10000


def show(words: str) -> bool:
    """Show words in a window and wait until it is closed; False where a terminal is seen or there are no windows."""
    if sys.platform != "win32":
        return False
    import ctypes

    terminal = ctypes.windll.kernel32.GetConsoleWindow()
    if terminal and ctypes.windll.user32.IsWindowVisible(terminal):
        return False
    # Its text is copied with Ctrl+C, an address too.
    ctypes.windll.user32.MessageBoxW(None, words, _TITLE, _INFORMATION_ABOVE_ALL)
    return True
