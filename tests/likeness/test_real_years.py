"""Published reports: honest years and different organs share little."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from govreport_lint import lint
from govreport_lint.errors import ReadError
from govreport_lint.likeness.comparison import compare, compare_texts
from govreport_lint.likeness.text.counted_text import counted_text
from govreport_lint.likeness.text.phrases import load_phrases
from govreport_lint.report import Report

SAMPLES = Path(__file__).parents[2] / "samples"
YEARS = (2019, 2020, 2021, 2022)
# Reports of a hundred letters and fewer share a whole tenth with one sentence.
FEWEST = 100


def reports_in(folder: Path) -> dict[str, Report]:
    found = {}
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix in (".txt", ".md", ".html") and "derived" not in path.name:
            try:
                found[path.name] = lint(path).report
            except ReadError:
                continue
    return found


def test_honest_years_share_little(corpus: Path) -> None:
    reports = [lint(corpus / f"pingtan-{year}.txt").report for year in YEARS]
    shares = [
        compare(later, earlier, (), label="previous").share
        for at, later in enumerate(reports)
        for earlier in reports[:at]
    ]
    assert max(shares) <= 0.2


def test_different_organs_share_little(corpus: Path) -> None:
    every = {**reports_in(corpus), **reports_in(corpus / "partial"), **reports_in(SAMPLES)}
    texts = {name: counted_text(report, (), load_phrases()) for name, report in every.items()}
    for (own_name, own), (other_name, other) in permutations(every.items(), 2):
        if (own.organ or own_name)[:4] == (other.organ or other_name)[:4]:
            continue
        found = compare_texts(texts[own_name], texts[other_name], label=other_name, templates={})
        assert found.letters < FEWEST or found.share <= 0.15, (own_name, other_name, found.passages)


@pytest.mark.parametrize("name", ["puwei-2024.md", "town-2024.faulty.md", "city-2023.lines.txt"])
def test_a_report_is_all_of_itself(name: str) -> None:
    report = lint(SAMPLES / name).report
    assert compare(report, report, (), label="previous").share == 1
