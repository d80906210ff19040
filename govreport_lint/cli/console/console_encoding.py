"""Output that never fails on a character: consoles and locales that cannot write Chinese."""

from __future__ import annotations

import io
import sys
from typing import TextIO

_CHINESE = "检查：政府信息公开"


def prepare_streams() -> None:
    """What a stream cannot write becomes ``?``; a stream that cannot write Chinese at all becomes UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if _writes_chinese(stream) else "utf-8", errors="replace")


def use_utf8(stream: TextIO) -> None:
    """Make a stream UTF-8 whatever the locale: JSON and CSV are read by programs."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _writes_chinese(stream: TextIO) -> bool:
    try:
        _CHINESE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
