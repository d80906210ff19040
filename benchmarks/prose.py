"""Measure the reading and the checking of prose, as ratios in one run on this machine. Prints; never judges.

python benchmarks/prose.py [folder of more reports]
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from judging import judge_report  # noqa: E402

from govreport_lint import extract, lint_text, read  # noqa: E402
from govreport_lint.extraction import find_counted_texts  # noqa: E402
from govreport_lint.extraction.prose.claims.claims import find_claims  # noqa: E402
from govreport_lint.extraction.prose.claims.compiled_patterns import units_of  # noqa: E402
from govreport_lint.extraction.prose.lists.breakdowns import find_breakdowns  # noqa: E402
from govreport_lint.extraction.prose.lists.shares import find_shares  # noqa: E402
from govreport_lint.extraction.prose.sentences.plain_text import PlainTexts  # noqa: E402
from govreport_lint.report import Report  # noqa: E402
from govreport_lint.rulebook.claim_patterns import load_patterns  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402

SAMPLES = ROOT / "samples"
LONG = 400_000
PIECES = {
    "applications": "全年收到政府信息公开申请12件，其中自然人申请3件，",
    "sentences": "全年收到政府信息公开申请12件，占33.9%，结转下年度继续办理1件。",
    "lists": "公开信息68条，其中工作动态56条（含5条、3条）、其他信息4条；",
    "brackets": "（收到申请《办法》“",
    "plain": "落实发布前审核制度，按月检查专栏，",
}


def main(folders: list[str]) -> None:
    """Print the longest report's times, then how they grow."""
    paths = [path for folder in (SAMPLES, *map(Path, folders)) for path in sorted(folder.rglob("*"))]
    wanted = [path for path in paths if path.suffix in (".md", ".txt", ".html") and path.name != "README.md"]
    reports = [extract(read(path)) for path in wanted]
    longest = max(reports, key=letters)
    print(f"Longest report: {letters(longest)} characters of prose, warm")
    reading, judging = median(lambda: read_prose(longest)), median(lambda: judge_prose(longest))
    both = f"{reading + judging:.1f} ms (target: 5)"
    print(f"  reading {reading:.1f} ms, judging N and L {judging:.1f} ms, together {both}")
    print(f"\nThe whole lint of {LONG:,} characters beside half as many (linear: 2)")
    for name, piece in PIECES.items():
        half, full = (once(piece, length) for length in (LONG // 2, LONG))
        print(f"  {full:6.2f} s, ratio {full / half:.2f}  {name}")


def letters(report: Report) -> int:
    """The characters of a report's prose."""
    return sum(len(text.text) for section in report.sections for text in section.paragraphs)


def read_prose(report: Report) -> None:
    """Claims, breakdowns and percentages."""
    patterns = load_patterns()
    plains = PlainTexts(report.year, units_of(patterns))
    find_claims(report.sections, report.preamble, report.year, patterns, report.organ, plains)
    for part in find_counted_texts(report.sections, report.preamble, plains, patterns):
        list(find_breakdowns(part, patterns.lists))
        list(find_shares(part, patterns.lists))


def judge_prose(report: Report) -> None:
    """The rules of the families N and L."""
    judge_report(report, "N", "L")


def once(piece: str, length: int) -> float:
    """Seconds that the lint of the standard report with a long paragraph takes."""
    before, mark, after = standard_report().partition("（二）")
    text = before + mark + piece * (length // len(piece)) + after
    gc.collect()
    start = time.process_time()
    lint_text(text)
    return time.process_time() - start


def median(call: Callable[[], object]) -> float:
    """The median of several calls, in milliseconds of the processor: others may use the machine too."""
    times = []
    for _ in range(9):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
