"""Measure reading and annotating a Word file, beside unpacking and parsing it alone. Prints; never judges.

python benchmarks/word.py [more .docx files]
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from govreport_lint import api
from govreport_lint.output.annotated.docx_comments import annotate_docx
from govreport_lint.template.blank_docx import blank_docx
from govreport_lint.template.blank_report import blank_report


def main(paths: list[str]) -> None:
    """One line for each file."""
    files = {"blank report": blank_docx(blank_report("示例县示范镇人民政府", 2025))}
    files |= {Path(path).name: Path(path).read_bytes() for path in paths}
    for name, data in files.items():
        result = api.lint_bytes(data, name)
        bare = median(lambda data=data: parse(data))
        read = median(lambda data=data, name=name: api.read_bytes(data, name))
        lint = median(lambda data=data, name=name: api.lint_bytes(data, name))
        annotate = median(lambda data=data, result=result: annotate_docx(data, result, "zh"))
        print(f"{name}: unzip and expat {bare:.1f} ms, read {read:.1f}, lint {lint:.1f}, annotate {annotate:.1f}")


def parse(data: bytes) -> None:
    """Unpack the text and parse it without looking at it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = lambda _name, _given: None
        parser.Parse(archive.read("word/document.xml"), True)


def median(work: Callable[[], object]) -> float:
    """Milliseconds, warm."""
    times = []
    for _ in range(21):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:]) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
