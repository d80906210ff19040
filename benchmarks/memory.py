"""What two thousand different reports leave behind in one process: its memory after 200 and after all, and the ratio.

    python benchmarks/memory.py [how many]

No two have the same numbers, names or years; Markdown, text, HTML and Word follow one another. The first are ten times
as many as it takes to load every reader. Prints; never judges.
"""

from __future__ import annotations

import gc
import os
import random
import re
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from layouts import as_html, as_lines, as_tabs  # noqa: E402
from printed_reports import report_in_word  # noqa: E402

from govreport_lint import ReadError, lint_bytes  # noqa: E402
from govreport_lint.rulebook.pages import standard_report  # noqa: E402

PLACES = "浦渭江河湖海山川岭原林田城安平宁永兴东南西北中上下高长新"
WORDS = "主动公开依申请管理平台建设监督保障业务培训制度完善信息发布解读回应数据共享协调推进"


def main(count: int) -> None:
    """Lint them one after another."""
    draw, measured, start = random.Random(1), [], time.perf_counter()
    for number in range(1, count + 1):
        with suppress(ReadError):
            lint_bytes(*report(number, draw))
        if number in (count // 10, count // 2, count):
            gc.collect()
            measured.append(resident())
            print(f"after {number} reports {measured[-1]:.1f} MB", flush=True)
    seconds = time.perf_counter() - start
    print(f"ratio {measured[-1] / measured[0]:.3f} (target: about 1.0); {seconds / count * 1000:.0f} ms each")


def report(number: int, draw: random.Random) -> tuple[bytes, str]:
    """A report like no other, and its name."""
    text = varied(standard_report(), draw)
    if number % 4 == 0:
        return text.encode(), f"{number}.md"
    if number % 4 == 1:
        return (as_tabs if draw.random() < 0.5 else as_lines)(text).encode(), f"{number}.txt"
    if number % 4 == 2:
        return as_html(text).encode(), f"{number}.html"
    return report_in_word(text), f"{number}.docx"


def varied(text: str, draw: random.Random) -> str:
    """Another year, another place, other figures and a sentence of its own in every section."""
    name, year = "".join(draw.choices(PLACES, k=3)), str(draw.randrange(2019, 2026))
    text = text.replace("2024", year)
    times = draw.randrange(1, 500)
    text = re.sub(r"(?<=\| )\d+(?= \|)|\d+(?=[件条次])", lambda found: figure(found[0], times, draw), text)
    text = re.sub(r"(?m)^## .*$", lambda found: f"{found[0]}\n\n{name}区{sentence(draw)}", text)
    return re.sub(r"(?m)^# .*$", f"# {name}区人民政府{year}年政府信息公开工作年度报告", text)


def figure(printed: str, times: int, draw: random.Random) -> str:
    """So many times the number, which leaves a table in balance; once in a thousand another."""
    return str(int(printed) * times) if draw.random() < 0.999 else str(draw.randrange(10**5))


def sentence(draw: random.Random) -> str:
    """Words that no other report has."""
    words = "".join(draw.choices(WORDS, k=draw.randrange(20, 120)))
    return f"{words}，共{draw.randrange(10**6)}件，{draw.randrange(1, 13)}月{draw.randrange(1, 29)}日完成。"


def resident() -> float:
    """Megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
