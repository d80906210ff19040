"""How fast and how flat an audit takes reports in: one process and two, a second run, memory, minutes per 10,000.

    python benchmarks/intake.py [how many] [folder]

HTML reports that differ in their names are written into a folder (a temporary one). The first 2,000 are taken in with
one process, with two, and once more from what was kept; then all of them (20,000 unless told) with two, and once more.
Says how busy the machine was, since two processes need two processors. Exits with 1 where a target is missed: two
processes at least 1.6 times as fast as one (judged on a quiet machine only), the second run at least 20 times, memory
growing by less than 12 KB a report.
"""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from layouts import as_html  # noqa: E402

from govreport_lint.auditing.intake.store import Store  # noqa: E402
from govreport_lint.auditing.intake.taking_in import Intake, take_in  # noqa: E402
from govreport_lint.auditing.request import Request  # noqa: E402
from govreport_lint.auditing.running.pool import Pool  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402

PLACES = "浦渭江河湖海山川岭原林田城安平宁永兴东南西北中上下高长新"
QUIET = 0.5
# One process and two are compared on so many.
FEW, IN_A_FOLDER = 2000, 100
RATIO, WARM, KILOBYTES = 1.6, 20.0, 12.0


def main(count: int, folder: Path) -> int:
    """Write the reports, take them in three times, judge."""
    reports = folder / "reports"
    write(reports, count)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    print(f"{count} reports; load of the machine {load:.2f} on {processors} processors", flush=True)
    some = sorted(reports.iterdir())[: FEW // IN_A_FOLDER]
    with measured("one process") as one:
        few = len(taken_in(folder / "one", 1, *some).entries)
    with measured("two processes") as two:
        taken_in(folder / "few", 2, *some)
    gc.collect()
    with measured("second run") as warm:
        taken_in(folder / "few", 2, *some)
    print(f"{few} of the reports so far; now all of them", flush=True)
    with measured("two processes") as whole:
        taken_in(folder / "two", 2, reports)
    gc.collect()
    with measured("second run") as again:
        entries = taken_in(folder / "two", 2, reports).entries
    assert len(entries) == count
    assert all(entry.problem is None for entry in entries)
    ratio, times = one[0] / two[0], two[0] / warm[0]
    print(f"{again[0] / count * 1000:.2f} ms a report in the second run, {whole[0] / again[0]:.0f} times as fast")
    minutes = whole[0] / count * 10_000 / 60
    print(f"{minutes:.1f} minutes per 10,000 with two processes; 150,000 would take {minutes * 15 / 60:.1f} hours")
    return judged(ratio, times, kilobytes_kept(folder, count), quiet=load < QUIET)


def kilobytes_kept(folder: Path, count: int) -> float:
    """What a report adds to the memory of a new process that takes all of them in."""
    words = [sys.executable, __file__, "memory", str(folder)]
    before, after = map(float, subprocess.run(words, check=True, capture_output=True, text=True).stdout.split())
    print(f"a new process: {before:.0f} MB at its start, {after:.0f} MB with {count} entries")
    return (after - before) * 1024 / count


def memory(folder: Path) -> None:
    """Print the memory of this process before and after it has taken everything in."""
    before = resident()
    intake = taken_in(folder / "two", 1, folder / "reports")
    gc.collect()
    assert intake.entries
    print(before, resident())


def judged(ratio: float, times: float, kilobytes: float, *, quiet: bool) -> int:
    """Print the figures beside their targets."""
    print(f"two processes {ratio:.2f} times as fast as one (target {RATIO}{'' if quiet else ', the machine is busy'})")
    print(f"second run {times:.0f} times as fast (target {WARM:.0f})")
    print(f"what is kept in memory: {kilobytes:.1f} KB a report (target {KILOBYTES:.0f})")
    missed = [ratio < RATIO and quiet, times < WARM, kilobytes > KILOBYTES]
    return int(any(missed))


def taken_in(out: Path, jobs: int, *reports: Path) -> Intake:
    """Take everything in, in so many processes."""
    with Pool(jobs) as pool:
        return take_in(Request(reports=reports, out=out), pool, Store(out / ".cache"))


@contextmanager
def measured(name: str) -> Iterator[list[float]]:
    """The seconds on the clock that something takes, printed with the memory that this process has then."""
    seconds: list[float] = []
    start, own = time.perf_counter(), time.process_time()
    yield seconds
    seconds.append(time.perf_counter() - start)
    own = time.process_time() - own
    print(
        f"{name}: {seconds[0]:.1f} s; the process that asks: {own:.1f} s of a processor, {resident():.0f} MB",
        flush=True,
    )


def write(folder: Path, count: int) -> None:
    """Reports of units in towns, no two alike; their sums are right, for wrong ones take time of their own."""
    draw, text = random.Random(1), as_html(standard_report())
    for number in range(count):
        name = "".join(draw.choices(PLACES, k=3)) + "镇"
        path = folder / f"{number // IN_A_FOLDER:03}" / f"{number:05}{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("示例县", f"{name[0]}{number}县").replace("示范镇", name), "utf-8")


def resident() -> float:
    """The memory of this process in MB; nothing where the system does not tell it."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return float("nan")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        sys.exit(memory(Path(sys.argv[2])))
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory(prefix="govreport-lint-intake-") as place:
        sys.exit(main(how_many, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(place)))
