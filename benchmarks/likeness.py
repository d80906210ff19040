"""Copied text among organs: how long a report takes at 1,000 and 4,000, how many copies are found, how many wrongly.

    python benchmarks/likeness.py [more reports, 20000]

Of every 100 reports 12 are copies: verbatim, re-ordered, 5 and 10 % of the characters changed, half taken over, and
from one model text that 40 share. A third of all share a template, which is no copy. Exits 1 where a target is missed.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Mapping

from organ_texts import changed, halved, honest, organ, renamed, reordered, report_of

from govreport_lint.likeness.comparison import compare
from govreport_lint.likeness.many.copies import Copies, find_copies
from govreport_lint.likeness.many.digests import digest_of

Text = list[list[str]]
KINDS = ("verbatim", "re-ordered", "5 %", "10 %", "half")
_MODEL = 7_000_000
# What the issue asks of one comparison: the least share, and in how many of 100.
TARGETS = {"verbatim": (0.85, 100), "re-ordered": (0.85, 100), "5 %": (0.85, 100), "10 %": (0.5, 95), "half": (0.3, 95)}


def copy_of(kind: str, source: int, own: int, chance: random.Random) -> Text:
    """A copy of the text of ``source`` as ``own`` hands it in."""
    text = renamed(honest(source), source, own)
    if kind == "re-ordered":
        return reordered(text, chance)
    if kind == "half":
        return halved(text, honest(own))
    if kind != "verbatim":
        return changed(text, 0.05 if kind == "5 %" else 0.1, chance)
    return text


def planted(count: int) -> tuple[dict[int, Text], dict[int, int]]:
    """The texts of so many organs, and for each copy the text that it was made of."""
    chance = random.Random(count)
    texts: dict[int, Text] = {}
    sources: dict[int, int] = {}
    for number in range(count):
        place = number % 100
        if place < 10:
            sources[number] = number + 50
            texts[number] = copy_of(KINDS[place % 5], number + 50, number, chance)
        elif place < 12 and number < 2000:
            sources[number] = _MODEL
            texts[number] = changed(renamed(honest(_MODEL), _MODEL, number), 0.03, chance)
        else:
            texts[number] = honest(number)
        if number % 3 == 0:
            texts[number][0].append(honest(8_000_000)[0][0].replace(organ(8_000_000), organ(number)))
    return texts, sources


def digests_of(texts: Mapping[int, Text]) -> dict[str, bytes]:
    """The digest of every report, by its number."""
    return {f"{number:06}": digest_of(report_of(number, text), ()) for number, text in texts.items()}


def judged(found: Copies, sources: Mapping[int, int]) -> tuple[float, float]:
    """How many of the copies are in one group with their source, and how many of the links told are true."""
    groups = {int(name): number for number, group in enumerate(found.groups) for name in group}
    models = {groups.get(copy) for copy, source in sources.items() if source == _MODEL}
    model = max(models - {None}, key=lambda one: len(found.groups[one or 0]), default=None)
    right = [
        copy in groups and groups[copy] == (model if source == _MODEL else groups.get(source))
        for copy, source in sources.items()
    ]
    origin = {**{source: source for source in sources.values()}, **sources}
    links = [(int(name), int(other.other)) for name, others in found.alike.items() for other in others]
    true = [own in origin and origin[own] == origin.get(other) for own, other in links]
    return sum(right) / len(right), sum(true) / len(true)


def at_scale(count: int) -> tuple[float, bool]:
    """Print what was found among so many reports; their milliseconds a report, and whether enough was found."""
    texts, sources = planted(count)
    begun = time.process_time()
    digests = digests_of(texts)
    digested = time.process_time()
    found = find_copies(digests)
    seconds = time.process_time() - digested
    recall, precision = judged(found, sources)
    size = sum(map(len, digests.values())) / count
    each = seconds / count * 1000
    print(
        f"{count:>6} reports: {each:.3f} ms each to find, {(digested - begun) / count * 1000:.1f} ms to digest "
        f"({size:.0f} bytes), recall {recall:.3f}, precision {precision:.3f}, {len(found.templates)} of templates"
    )
    return each, recall >= 0.99 and precision >= 0.999


def one_by_one(pairs: int = 100) -> bool:
    """Print the shares that a comparison gives; whether each kind of copy is told as asked."""
    chance = random.Random(5)
    fine = True
    for kind, (least, often) in TARGETS.items():
        reports = [
            (report_of(own, copy_of(kind, own + 50, own, chance)), report_of(own + 50, honest(own + 50)))
            for own in range(pairs)
        ]
        begun = time.process_time()
        shares = sorted(compare(own, other, (), label="").share for own, other in reports)
        each = (time.process_time() - begun) / pairs * 1000
        enough = sum(share >= least for share in shares) * 100 >= often * pairs
        fine &= enough
        print(f"{kind:>10}: {shares[0]:.2f} to {shares[-1]:.2f}, {each:.1f} ms each{'' if enough else '  MISSED'}")
    different = max(
        compare(report_of(n, honest(n)), report_of(n + 1, honest(n + 1)), (), label="").share for n in range(pairs)
    )
    print(f" different: at most {different:.2f}")
    return fine and different <= 0.15


def main() -> int:
    """Measure."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    fine = one_by_one()
    small, found = at_scale(1000)
    large, also = at_scale(4000)
    for count in map(int, sys.argv[1:]):
        also &= at_scale(count)[1]
    print(f"a report at 4,000 takes {large / small:.2f} times that at 1,000 (at most 1.5)")
    return 0 if fine and found and also and large <= 1.5 * small else 1


if __name__ == "__main__":
    raise SystemExit(main())
