"""What an audit costs: a county in processor time, beside reading and annotating the same files; the rest is measured
by ``intake.py`` (processes, second run, memory) and ``likeness.py`` (search for copied text)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from .plans import YEAR
from .plant import plant

BENCHMARKS = Path(__file__).parent.parent
UNITS, SECONDS, RATIO = 60, 20.0, 1.3


def speed() -> int:
    """Print every figure; the exit status is 1 where a target is missed."""
    print(f"load of the machine {os.getloadavg()[0]:.2f}", flush=True)
    with tempfile.TemporaryDirectory(prefix="county-") as name:
        folder = Path(name)
        plant(UNITS, 1, folder)
        audit = _county(folder)
        plain = _plain(folder)
    print(f"{UNITS} + {UNITS} reports with letters and workbook: {audit:.1f} s of processor time (at most {SECONDS:g})")
    print(
        f"lint and annotate of the same files: {plain:.1f} s; the audit takes {audit / plain:.2f} times that (at most {RATIO})"
    )
    missed = audit > SECONDS or audit > RATIO * plain
    for script in ("intake.py", "likeness.py"):
        print(f"-- {script}", flush=True)
        missed |= subprocess.run([sys.executable, BENCHMARKS / script], check=False).returncode != 0
    return int(missed)


def _county(folder: Path) -> float:
    words = ["audit", folder / str(YEAR), "--previous", folder / str(YEAR - 1), "--units", folder / "units.csv"]
    words += ["--county", folder / "county.docx", "--workbook", folder / "汇总表.xlsx"]
    return _spent([*words, "-o", folder / "out", "--jobs", "1", "--date", "2025-01-20"])


def _plain(folder: Path) -> float:
    """Both years linted, this year's handed back with remarks."""
    both = [folder / str(YEAR - 1), folder / str(YEAR)]
    linted = _spent([*both, "--format", "json", "-o", folder / "findings.json"])
    return linted + _spent(["annotate", folder / str(YEAR), "-o", f"{folder / 'annotated'}/"])


def _spent(words: list[object]) -> float:
    """The processor time of a call of the program, its own processes included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "govreport_lint", *map(str, words)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
