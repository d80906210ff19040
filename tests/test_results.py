"""What a result promises to who keeps it: stored and read back, small, short to look at, the same in every thread."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT, SAMPLES

from govreport_lint import Config, Linter, Result, lint, lint_text
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.shipped import shipped_rulebook

FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".txt", ".html"))
FAULTY = SAMPLES / "town-2024.faulty.md"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_result_is_stored_and_read_back(path: Path) -> None:
    result = lint(path)
    for codec in (msgspec.json, msgspec.msgpack):
        data = codec.encode(result)
        assert codec.decode(data, type=Result) == result
    assert len(msgspec.msgpack.encode(result)) < 80_000


def test_what_a_result_knows_of_its_file() -> None:
    result = lint(FAULTY)
    assert (result.path, result.source.format) == (str(FAULTY), "markdown")
    assert re.fullmatch("[0-9a-f]{64}", result.source.sha256)
    assert lint_text(FAULTY.read_text("utf-8")).source.sha256 == result.source.sha256
    assert len(repr(result)) < 200 and "10 findings" in repr(result)


def test_codes_and_names_of_rules_and_nothing_else() -> None:
    assert {finding.code for finding in lint(FAULTY, select=["row-total"]).findings} == {"A303"}
    assert "A303" not in {finding.code for finding in lint(FAULTY, ignore=["row-total", "d"]).findings}
    with pytest.raises(ValueError, match="A303"):
        lint(FAULTY, select=["A3033"])
    with pytest.raises(ValueError, match="row-total"):
        lint(FAULTY, ignore=["row-totl"])
    with pytest.raises(ValueError, match="several codes"):
        lint(FAULTY, select="A301")


def test_two_linters_live_side_by_side() -> None:
    rulebook = shipped_rulebook()
    one, other = Linter(rulebook, Config(select=("A",))), Linter(rulebook, Config(ignore=("A",)))
    first, second = one.lint(FAULTY), other.lint(FAULTY)
    assert {finding.family for finding in first.findings} == {"arithmetic"}
    assert "arithmetic" not in {finding.family for finding in second.findings}


COLD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from govreport_lint import lint
gate = Barrier(8)
def work(path):
    if not started.get(path):
        started[path] = True
    return [finding.fingerprint for finding in lint(path).findings]
def first(path):
    gate.wait()
    return work(path)
started = {}
paths = sys.argv[1:]
with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(first, paths[:8])) + list(pool.map(work, paths[8:]))
print(found)
"""


def test_cold_threads_agree() -> None:
    paths = [str(path) for path in (FILES * 16)[:16]]
    wanted = str([[finding.fingerprint for finding in lint(path).findings] for path in paths])
    for _ in range(6):
        done = subprocess.run(
            [sys.executable, "-c", COLD, *paths], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip() == wanted


def fingerprints(text: str, *codes: str) -> list[str]:
    return [finding.fingerprint for finding in lint_text(text, select=codes).findings]


def test_a_number_corrected_to_another_wrong_one_is_the_same_finding() -> None:
    row = "| 1 | 0 | 0 | 1 | {} |"
    right = standard_report()
    assert right.count(row.format(2)) == 1
    first, second = (fingerprints(right.replace(row.format(2), row.format(n)), "A304") for n in (7, 8))
    assert len(first) == 1 and first == second
    prose = re.sub(r"（二）依申请公开情况。.*", "（二）依申请公开情况。全年收到政府信息公开申请NN件，依法登记。", right)
    assert fingerprints(prose.replace("NN", "41"), "N501") == fingerprints(prose.replace("NN", "59"), "N501") != []


GOLDEN = {
    "D604": "451ad12e04239591",
    "N501": "855537ddaaeed053",
    "T201": "45c395fb6e79a664",
    "A303": "c2ea3f9db529e53f",
    "T203": "a60dbb6657bbdc43",
    "Z403": "74a477e58db9d32a",
    "A302": "f0a9f49602f501aa",
    "A304": "77ee6da7285b05b6",
    "S103": "e8c24e16ee27c782",
    "D605": "52f15e60cd78c884",
}


def test_fingerprints_are_pinned() -> None:
    """Whoever stored a baseline finds the same findings again with every later version."""
    assert {finding.code: finding.fingerprint for finding in lint(FAULTY).findings} == GOLDEN


def test_findings_of_one_kind_in_one_section_are_told_apart() -> None:
    text = standard_report().replace(
        "（二）依申请公开情况。", "（二）依申请公开情况。甲事项（已办。乙事项（未办。丙事项（待办。", 1
    )
    found = fingerprints(text, "L902")
    assert len(found) == len(set(found)) >= 1
    doubled = standard_report().replace(
        "（二）依申请公开情况。", "（二）依申请公开情况。按照的的要求，按照的的要求，按照的的要求。", 1
    )
    found = fingerprints(doubled, "L903")
    assert len(found) == len(set(found)) >= 1
