"""The process of an audit: it works on one order, says on standard output how far it is, and ends with its server.

Each line is a ``Told`` in JSON; the last one has papers or an error. Standard input is held open by the server.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path
from typing import TextIO

import msgspec

from ...auditing.request import Request
from ...auditing.running.tasks import failed
from ...errors import GovreportError
from ...language import Text
from .order import read_order
from .state import Told

_NO_MEMORY = Text(
    "内存不足，审核没有完成；请分批上传", "there was not enough memory; please send the reports in several lots"
)


def main(order: str) -> None:
    """Carry out the order in a file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_server, daemon=True).start()
    # What a library prints must not stand between the lines.
    lines, sys.stdout = sys.stdout, sys.stderr
    lines.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    teller = _Teller(lines)
    try:
        papers = _papers(read_order(Path(order)), teller)
    except GovreportError as error:
        teller.say(Told(error=Text(error.reason, error.english)))
    except MemoryError:
        teller.say(Told(error=_NO_MEMORY))
    except Exception as error:
        teller.say(Told(error=failed("", type(error).__name__).reason))
    else:
        teller.say(Told(papers=papers))


def _papers(request: Request, teller: _Teller) -> tuple[str, ...]:
    from ...auditing.audit import audit
    from .overview import write_overview

    made, papers = audit(request, teller.step)
    write_overview(made, request.out.parent)
    return tuple(path.name for path in papers)


class _Teller:
    """Says how far the work is. Reading, judging and marking count from the start each."""

    def __init__(self, lines: TextIO) -> None:
        self._lines = lines
        self._phase = 1
        self._last = 0

    def step(self, done: int, total: int, name: str, seconds_left: float | None) -> None:
        """One more is done."""
        self._phase += done <= self._last
        self._last = done
        self.say(Told(phase=self._phase, done=done, total=total, name=name, seconds_left=seconds_left))

    def say(self, told: Told) -> None:
        """Write one line."""
        self._lines.write(msgspec.json.encode(told).decode() + "\n")
        self._lines.flush()


def _end_with_server() -> None:
    """End this process and those that it started when standard input ends: the server is gone."""
    with contextlib.suppress(OSError):
        while os.read(0, 1):
            continue
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.killpg(0, signal.SIGKILL)
    os._exit(1)
