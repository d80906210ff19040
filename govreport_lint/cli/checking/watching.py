"""Check again whenever a file changes, until somebody stops it.

The files are looked at twice a second: reports often lie on shares, which tell nobody that they have changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn

_LOOK = 0.5
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


_WAITING = "等待文件变动，Ctrl-C 结束  waiting for changes, Ctrl-C ends"


def watch(
    check: Callable[[], object], files: Callable[[], Iterable[str]], pause: Callable[[], object] | None = None
) -> NoReturn:
    """Check, and check again when one of the files is another, one is new or gone; ends by ``KeyboardInterrupt``.

    ``pause`` is what is done between two looks.
    """
    pause = pause or _pause
    while True:
        seen = _state(files())
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        check()
        sys.stdout.flush()
        print(f"[{datetime.now():%H:%M:%S}] {_WAITING}", file=sys.stderr, flush=True)
        while _state(files()) == seen:
            pause()


def _pause() -> None:
    time.sleep(_LOOK)


def _state(files: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    return tuple(_states(files))


def _states(files: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for path in files:
        try:
            found = Path(path).stat()
        except OSError:
            yield path, 0, 0
        else:
            yield path, found.st_mtime_ns, found.st_size
