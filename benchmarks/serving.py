"""Fifty files at once before the page's server: none is lost, memory is bounded, a bomb among them slows nobody much.

    python benchmarks/serving.py [ROUNDS]

Rounds of fifty reports alone and of fifty with each bomb among them take turns. Printed: how much longer the fifty took
beside each bomb (the median of the rounds), what the bomb was answered, the most memory of the server and of all its
processes together, and the load of the machine. Exits with 1 where a report was lost or answered otherwise.
"""

from __future__ import annotations

import io
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx2
from memory import report

COUNT = 50


def main(rounds: int) -> int:
    """Measure."""
    draw = random.Random(1)
    reports = [(name, data) for data, name in (report(number, draw) for number in range(1, COUNT + 1))]
    with tempfile.TemporaryDirectory(prefix="serving-") as folder, _server(folder) as (process, address):
        _round(address, reports)
        with _watched(process.pid) as most:
            alone, beside, lost = [], {name: list[float]() for name in BOMBS}, 0
            for _ in range(rounds):
                seconds, answers, _ = _round(address, reports)
                alone.append(seconds)
                for name, bomb in BOMBS.items():
                    seconds, same, said = _round(address, reports, (name, bomb()))
                    beside[name].append(seconds / statistics.median(alone))
                    lost += sum(one != other for one, other in zip(answers, same, strict=True))
                    print(f"  {name}: {said}")
    print(f"{COUNT} reports alone: {statistics.median(alone):.1f} s; answers that differ: {lost}")
    for name, ratios in beside.items():
        print(
            f"beside {name}: {statistics.median(ratios):.2f} times as long (of {rounds} rounds the worst {max(ratios):.2f})"
        )
    print(f"the most memory: server {most['server'] / 1024:.0f} MB, with its processes {most['all'] / 1024:.0f} MB")
    print(f"load {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
    return 1 if lost else 0


def zip_bomb() -> bytes:
    """A Word file of a few hundred kilobytes that unpacks to 400 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        with made.open("word/document.xml", "w") as part:
            part.write(b"<w:document>")
            for _ in range(60):
                part.write(b"<w:p/>" * 1_100_000)
    return stream.getvalue()


def nested_page() -> bytes:
    """A page that is as large as pages may be, of tables in one another."""
    row = "<tr>" + "<td>1</td>" * 10 + "</tr>"
    return ("<html><body>" + ("<table>" * 90 + row * 50) * 75 + "</body></html>").encode()


def long_text() -> bytes:
    """Sentences with numbers, as many as a text may have."""
    line = "2024年，本机关收到政府信息公开申请{}件，予以公开{}件，不予公开{}件，结转下年度{}件。\n"
    return "".join(line.format(n, n + 1, n + 2, n + 3) for n in range(30_000)).encode()


BOMBS = {"zip.docx": zip_bomb, "nested.html": nested_page, "long.txt": long_text}


def _round(
    address: str, reports: list[tuple[str, bytes]], bomb: tuple[str, bytes] | None = None
) -> tuple[float, list[object], str]:
    """Seconds until the last report is answered, what was answered to each, what to the bomb."""
    with ThreadPoolExecutor(COUNT + 1) as pool:
        begun = time.perf_counter()
        bombed = pool.submit(_asked, address, bomb) if bomb else None
        answers = list(pool.map(lambda report: _asked(address, report), reports))
        seconds = time.perf_counter() - begun
        said = "" if bombed is None else _told(bombed.result())
    return seconds, answers, said


def _asked(address: str, file: tuple[str, bytes]) -> object:
    answer = httpx2.post(address + "api/lint", files={"file": file}, timeout=300, trust_env=False)
    return answer.json()["files"][0]


def _told(answer: object) -> str:
    assert isinstance(answer, dict)
    return str(answer.get("error", f"{len(answer.get('findings', ()))} findings"))[:150]


@contextmanager
def _server(folder: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "govreport_lint", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": folder})
    assert process.stdout is not None
    try:
        found = re.search(r"http\S+/", process.stdout.readline() + process.stdout.readline())
        assert found is not None
        yield process, found[0]
    finally:
        process.terminate()
        process.wait()


@contextmanager
def _watched(root: int) -> Iterator[dict[str, int]]:
    """The most kilobytes that stood in memory (Linux)."""
    most, over = {"server": 0, "all": 0}, threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            sizes = _sizes(root)
            most["server"] = max(most["server"], sizes.get(root, 0))
            most["all"] = max(most["all"], sum(sizes.values()))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield most
    finally:
        over.set()
        thread.join()


def _sizes(root: int) -> dict[int, int]:
    """What a process and those that it started hold, in kilobytes."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    found = [tuple(map(int, line.split())) for line in told.splitlines()]
    family, grown = {root}, True
    while grown:
        more = {pid for pid, parent, _ in found if parent in family} - family
        family, grown = family | more, bool(more)
    return {pid: size for pid, _, size in found if pid in family}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
