"""How well and how fast wrong cells of 表三 are named. Prints; never judges.

    GOVREPORT_CORPUS=<folder with figures.json> python benchmarks/repair.py [seed]

One to four figures of balanced tables (200 random ones, and the real ones of the corpus if it is named) are
changed at random: to 0, to a neighbour's figure, to another number. Then: is the true set of cells, with its
true values, the only smallest answer, or one of several equally small ones, or is there a smaller answer that
satisfies every equation as well (three corners of a rectangle look like its fourth)? Times are those of the
search with all its ties, and of `repairs` as `lint` calls it; then the processor time of `repairs` on wrecks.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from balanced_tables import WRECKS, random_values, real_values, report_of, system_of, with_values, wreck, wrong_values  # noqa: E402
from judging import judge_report, rules, subject_for  # noqa: E402
from msgspec.structs import replace  # noqa: E402

from govreport_lint.repairing.repairs import Limits, repairs  # noqa: E402
from govreport_lint.repairing.supports import search  # noqa: E402
from govreport_lint.repairing.systems import System  # noqa: E402
from govreport_lint.report import Report, State  # noqa: E402

TRIALS = 1000
WHOLE = 60


class Trial(NamedTuple):
    """One damaged table: what became of it and the milliseconds that it took."""

    outcome: str
    broken: bool
    milliseconds: float


def main(seed: int) -> None:
    """Print the table."""
    draw = random.Random(seed)
    reports = [report_of("2021", random_values(draw)) for _ in range(200)]
    folder = os.environ.get("GOVREPORT_CORPUS")
    real = [report_of(form, v) for form, v in real_values(Path(folder) / "figures.json")] if folder else []
    print(f"{len(reports)} random tables, {len(real)} real ones; {TRIALS} trials a line\n")
    print(
        "| tables | wrong cells | true set alone | among ties | a smaller answer | given up | equation left broken"
        " | search, median | 95 % | worst | whole `repairs`, median |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, chosen in (("random", reports), ("real", real)):
        for count in range(1, 5):
            if chosen:
                line(name, chosen, count, draw)
    print("\n| wrecks | worst CPU of `repairs` | median | tables not located |\n|---|---|---|---|")
    for kind in WRECKS:
        wrecks(kind, draw)


def wrecks(kind: str, draw: random.Random) -> None:
    """One line on reports in whose 表三 nothing is left of the balance."""
    times, lost = [], 0
    for _ in range(WHOLE):
        report = wreck(kind, draw)
        subject, findings = subject_for(report), judge_report(report).findings
        start = time.process_time()
        found = repairs(subject, rules(), findings)
        times.append((time.process_time() - start) * 1000)
        lost += any(not repair.cells for repair in found)
    print(f"| {kind} | {max(times):.0f} ms | {statistics.median(times):.0f} ms | {lost} of {WHOLE} |")


def line(name: str, reports: list[Report], count: int, draw: random.Random) -> None:
    """One line of the table."""
    systems = [system_of(report) for report in reports]
    trials = [trial(draw.choice(systems), draw, count) for _ in range(TRIALS)]
    times = sorted(one.milliseconds for one in trials)
    whole = statistics.median(whole_time(draw.choice(reports), draw, count) for _ in range(WHOLE))
    share = {key: sum(one.outcome == key for one in trials) / TRIALS for key in ("alone", "tie", "smaller", "lost")}
    shown = [
        name,
        str(count),
        *(f"{part:.1%}" for part in share.values()),
        str(sum(one.broken for one in trials)),
        f"{statistics.median(times):.2f} ms",
        f"{times[len(times) * 95 // 100]:.2f} ms",
        f"{times[-1]:.1f} ms",
        f"{whole:.1f} ms",
    ]
    print(f"| {' | '.join(shown)} |")


def trial(system: System, draw: random.Random, count: int) -> Trial:
    """Damage a table and look for the damage."""
    damaged = with_values(system, wrong_values(system, draw, count))
    limits = Limits()
    start = time.perf_counter()
    found = search(damaged, limits.cost, limits.steps, limits.answers)
    milliseconds = (time.perf_counter() - start) * 1000
    pairs = enumerate(zip(system.values, damaged.values, strict=True))
    truth = tuple((cell, right - wrong) for cell, (right, wrong) in pairs if right != wrong)
    broken = any(leaves_broken(damaged, dict(answer)) for answer in found.answers)
    if truth in found.answers:
        return Trial("alone" if len(found.answers) == 1 and found.complete else "tie", broken, milliseconds)
    smaller = found.answers and len(found.answers[0]) < len(truth)
    return Trial("smaller" if smaller else "lost", broken, milliseconds)


def leaves_broken(system: System, changes: dict[int, int]) -> bool:
    """Whether an answer breaks what it should mend."""
    values = [value + changes.get(cell, 0) for cell, value in enumerate(system.values)]
    return min(values) < 0 or any(equation.residual for equation in with_values(system, values).equations)


def whole_time(report: Report, draw: random.Random, count: int) -> float:
    """Milliseconds of `repairs` on a damaged report, the building of the equations included."""
    system = system_of(report)
    values = wrong_values(system, draw, count)
    new = {figure[:3]: value for figure, value in zip(system.figures, values, strict=True)}
    figures = tuple(
        figure._replace(value=new[figure[:3]], raw=str(new[figure[:3]]), state=State.NUMBER)
        if figure[:3] in new
        else figure
        for figure in report.figures
    )
    wrong = replace(report, figures=figures)
    subject, findings = subject_for(wrong), judge_report(wrong).findings
    start = time.perf_counter()
    repairs(subject, rules(), findings)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
