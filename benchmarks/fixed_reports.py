"""Put every report of some folders into form and prove that only form changed: the proof that is too slow for tests.

``python benchmarks/fixed_reports.py FOLDER… [--show]``: figures, claims and digits are the same, no rule finds more, a
second time changes nothing. ``--show`` prints every change in its words, to be read by a person.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from govreport_lint.api import linter
from govreport_lint.errors import ReadError
from govreport_lint.fixing.files import Fixed, fix_file
from govreport_lint.result import Result


def said(result: Result) -> tuple[object, ...]:
    figures = tuple(tuple(figure[:6]) for figure in result.report.figures)
    return figures, tuple((claim.subject, claim.value, claim.low, claim.high) for claim in result.report.claims)


def faults(data: bytes, name: str, fixed: Fixed) -> Iterator[str]:
    before = linter().check_each(linter().open(data, name).document)
    for old, new in zip(before, fixed.results, strict=True):
        if said(old) != said(new):
            yield "a figure or a claim changed"
        if Counter(f.code for f in new.findings) - Counter(f.code for f in old.findings):
            yield "a finding is new"
    if fixed.data is not None and fix_file(linter(), fixed.data, name).data is not None:
        yield "a second time changed something"
    if re.findall(r"\d+", fixed.before or "") != re.findall(r"\d+", fixed.after or ""):
        yield "a digit changed"


def main(words: list[str]) -> int:
    wrong = files = mended = 0
    seconds = time.perf_counter()
    for folder in [word for word in words if not word.startswith("--")]:
        for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            data = path.read_bytes()
            try:
                fixed = fix_file(linter(), data, str(path))
            except ReadError:
                continue
            files, mended = files + 1, mended + fixed.count
            for fault in faults(data, str(path), fixed):
                wrong += 1
                print(f"{path}: {fault}")
            for step in fixed.steps if "--show" in words else ():
                for edit in step.edits:
                    print(f"{path.name} {step.finding.code} {edit.span}: {edit.printed!r} -> {edit.text!r}")
    print(f"{files} files, {mended} places mended, {wrong} faults, {time.perf_counter() - seconds:.1f} s")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
