"""Measure speed, as ratios in one run on this machine. Prints; never judges.

python benchmarks/run.py [folder of more HTML pages]
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from govreport_lint import lint, read

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def main(folders: list[str]) -> None:
    """Print the groups of figures."""
    whole_process()
    pages = sorted(SAMPLES.glob("*.html"))
    pages += [page for folder in folders for page in sorted(Path(folder).glob("*.html"))]
    print(
        "\nHTML, warm: the whole lint, and the reading beside html.parser alone fed the same page (target: at most 2)"
    )
    for page in pages:
        beside_parser(page)
    print("\nMarkdown and text, warm: the whole lint")
    for path in sorted([*SAMPLES.glob("*.md"), *SAMPLES.glob("*.txt")]):
        print(f"  {median(lambda path=path: lint(path)) * 1000:6.1f} ms  {path.name}")


def whole_process() -> None:
    """The command on the seed report against the imports that it cannot do without."""
    sample = str(SAMPLES / "puwei-2024.md")
    command = [sys.executable, "-m", "govreport_lint", sample]
    base = [sys.executable, "-c", "import click, rich.console, markdown_it"]
    process(command)
    pairs = [(process(command), process(base)) for _ in range(21)]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    print(f"Whole process, processor time, load {os.getloadavg()[0]:.1f}")
    print(f"  govreport-lint puwei-2024.md {ours:.0f} ms, import click, rich.console, markdown_it {theirs:.0f} ms")
    print(f"  ratio {ratio:.2f} (target: at most 1.5)")


def process(command: list[str]) -> float:
    """Seconds of the processor that a command takes; compiled modules are kept, as on any installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd=ROOT, env=kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def beside_parser(page: Path) -> None:
    """The lint of a page, its reading and its bare parse, in turn."""
    text = page.read_text("utf-8", "replace")
    times = []
    for _ in range(10):
        parse = timed(lambda: HTMLParser().feed(text))
        times.append((timed(lambda: lint(page)), timed(lambda: read(page)), parse))
    whole, reading, parse = (statistics.median(column) * 1000 for column in zip(*times[1:], strict=True))
    ratio = statistics.median(read / parse for _, read, parse in times[1:])
    print(f"  lint {whole:6.1f} ms, read {reading:6.1f} ms, parse {parse:6.1f} ms, ratio {ratio:.2f}  {page.name}")


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    gc.collect()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def median(call: Callable[[], object]) -> float:
    """The median of several calls after one that is not counted."""
    call()
    return statistics.median(timed(call) for _ in range(9))


if __name__ == "__main__":
    main(sys.argv[1:])
