"""What holds for every report that we have: order, determinism, places inside the file that hold what they quote."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES, corpus_folder
from judging import alone
from placing import place

from govreport_lint import Document, Finding, Location, Result, lint, lint_text, read
from govreport_lint.api import linter
from govreport_lint.readers import formats
from govreport_lint.rulebook.pages import pages, standard_report

SAMPLE_FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".txt", ".html"))


def folded(text: str) -> str:
    """The text without markup, entities, widths, white space and table bars."""
    plain = html.unescape(re.sub(r"<[^>]*>", "", text))
    return re.sub(r"[\s\u200b\ufeff*|\\`#]+", "", unicodedata.normalize("NFKC", plain))


def order(finding: Finding) -> tuple[int, int]:
    return finding.location.start, finding.severity.rank


def check(document: Document) -> Result:
    source, result = document.source, linter().check(document)
    assert source is not None
    assert list(result.findings) == sorted(result.findings, key=order)
    places: list[tuple[Location, str]] = [(f.location, f.quote) for f in result.findings]
    places += [(f.location, f.raw) for f in result.report.figures]
    places += [(c.location, c.number) for c in result.report.claims]
    for location, quote in places:
        assert 0 <= location.start <= location.end <= len(source)
        printed = folded(source[location.start : location.end])
        if quote:
            assert folded(quote) in printed or (printed and printed in folded(quote)), (quote, location)
    return result


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    assert lint(path).findings == check(read(path)).findings


def examples() -> Iterator[tuple[str, str]]:
    for code in (rule.code for rule in alone()):
        page = pages()[code]
        yield f"{code} good", place(standard_report(), page.good)
        yield f"{code} bad", place(standard_report(), page.bad)


@pytest.mark.parametrize(("name", "text"), [*examples()], ids=[name for name, _ in examples()])
def test_examples(name: str, text: str) -> None:
    del name
    check(formats.read_as(text, "<text>", "markdown"))


def test_corpus(corpus: Path) -> None:
    paths = [path for path in corpus.rglob("*") if path.suffix in (".txt", ".md", ".html")]
    for path in paths:
        if path.name != "README.md":
            check(read(path))


def test_findings_do_not_depend_on_the_place_in_the_file() -> None:
    text = standard_report().replace("| 1 | 0 | 0 | 1 | 2 |", "| 1 | 0 | 0 | 1 | 0 |")
    first, second = lint_text(text), lint_text("\n\n" + text)
    assert [f.fingerprint for f in first.findings] == [f.fingerprint for f in second.findings]
    assert first.findings[0].location != second.findings[0].location


def test_the_corpus_is_named_or_said_to_be_absent() -> None:
    folder = corpus_folder()
    assert folder is None or folder.is_dir()
