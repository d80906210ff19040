"""The process that makes an audit: asked by one frame on standard input, it tells one line of JSON for each step.

It and the processes that it has started end when standard input is closed: nobody is left to be told.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from ...auditing.audited import Audit
from ...auditing.request import Request
from ...children.frames import read_frame
from ...errors import GovreportError
from ...language import Text
from ...user_cache import expressions
from .fragments.matrix import matrix
from .records import Asked, Failed, Finished, Stage, Step, Told

OUT = "out"
INTERNAL = Text(
    "程序内部错误（{kind}），未能完成核验，请向开发者反馈",
    "internal fault ({kind}): the audit was not made; please report it",
)
_ALONE = 88


def main() -> None:
    """Make one audit in the working folder, which is that of its job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, lines = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not stand between the lines.
    sys.stdout = sys.stderr
    frame = read_frame(asked)
    if frame is None:
        return
    threading.Thread(target=_end_when_alone, daemon=True).start()

    def tell(told: Told) -> None:
        lines.write(msgspec.json.encode(told) + b"\n")
        lines.flush()

    expressions.put_back()
    tell(_made(msgspec.msgpack.decode(frame[1], type=Asked), tell))


def _made(asked: Asked, tell: Callable[[Told], None]) -> Told:
    """Make the audit; what the client is told at the end."""
    from ...auditing.audit import audit

    try:
        found, papers = audit(_request(asked), _Steps(tell).step)
        _write_fragments(found, asked.key)
    except GovreportError as error:
        return Failed(Text(f"{error.path}：{error.reason}", f"{error.path}: {error.english}"))
    except Exception as error:
        return Failed(INTERNAL.filled(kind=type(error).__name__))
    return Finished(tuple(path.name for path in papers))


class _Steps:
    """Tells the stages apart: each begins to count anew."""

    def __init__(self, tell: Callable[[Told], None]) -> None:
        self._tell = tell
        self._at = -1
        self._last = 0

    def step(self, done: int, total: int, name: str, left: float | None) -> None:
        """One more file or unit is done."""
        stages = list(Stage)
        if self._at < 0 or done <= self._last:
            self._at = min(self._at + 1, len(stages) - 1)
        self._last = done
        self._tell(Step(stages[self._at], done, total, name, left))


def _request(asked: Asked) -> Request:
    """The request with its paths below the working folder, by which no message can tell where the server keeps it."""
    return Request(
        reports=(Path(asked.reports),),
        previous=(Path(asked.previous),) if asked.previous else (),
        units=_path(asked.units),
        county=_path(asked.county),
        workbook=_path(asked.workbook),
        out=Path(OUT),
        date=asked.date,
        year=asked.year,
        jobs=asked.jobs,
        settings=asked.settings,
        choice=asked.choice,
    )


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def _write_fragments(found: Audit, key: str) -> None:
    """What the page shows of the audit, beside the papers: the server reads no report and no finding itself."""
    for language in ("zh", "en"):
        Path(f"matrix.{language}.html").write_text(matrix(found, language, key), "utf-8")


def _end_when_alone() -> None:
    """End with everything that was started here as soon as standard input ends."""
    while os.read(0, 4096):
        pass
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(_ALONE)
