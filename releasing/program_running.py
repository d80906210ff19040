"""A program of one file in its bare root folder, from a double click to its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
from bare_root import start


@contextmanager
def running(root: Path) -> Iterator[tuple[subprocess.Popen[str], str, float]]:
    """The program as it is started by a double click, its address, and the seconds until its page was answered."""
    began = time.monotonic()
    process = start(root)
    assert process.stdout is not None and process.stderr is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        if not found:
            raise SystemExit(f"the program tells no address: {process.communicate()}")
        hold(httpx2.get(found[0], timeout=60).status_code == 200, "the page is answered")
        yield process, found[0], time.monotonic() - began
    finally:
        killed(process)
        process.stdout.close()
        process.stderr.close()


def quit_by_page(process: subprocess.Popen[str], address: str) -> None:
    """End the program by the page's own button."""
    hold(httpx2.post(f"{address}page/quit", timeout=60).status_code == 200, "the page's button is answered")
    hold(process.wait(20) == 0, "the page's button ends the program")


def killed(process: subprocess.Popen[str]) -> None:
    """Kill a program and all that it started, without a word."""
    for number in [process.pid, *below(process.pid)]:
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


def below(parent: int) -> list[int]:
    """The numbers of the processes that a process started, and those that they did."""
    found = Path(f"/proc/{parent}/task/{parent}/children")
    own = [int(word) for word in found.read_text("ascii").split()] if found.exists() else []
    return [number for child in own for number in (child, *below(child))]


def nothing_stays(root: Path) -> None:
    """No file of a program that has ended lies among the temporary ones."""
    left = [str(path.relative_to(root)) for path in (root / "tmp").rglob("*")]
    hold(not left, f"nothing stays in the folder of temporary files: {left}")


def hold(kept: bool, promise: str) -> None:
    """Raise ``SystemExit`` with a promise that is not kept."""
    if not kept:
        raise SystemExit(f"not so: {promise}")
