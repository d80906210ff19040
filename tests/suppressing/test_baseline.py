"""A baseline: only what is new is told, nothing else is lost, and two versions of it can be compared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from settled_reports import FAULTY, asking, codes, with_lines

from govreport_lint import Result, RuleError, lint, lint_text
from govreport_lint.finding import SettledBy
from govreport_lint.shipped import shipped_rulebook
from govreport_lint.suppressing.baseline import SCHEMA, Baseline, Known, baseline_bytes, read_baseline
from govreport_lint.suppressing.baseline_run import BaselineRun, Change
from govreport_lint.suppressing.settling import Settlement, settle, unsettled

ALL = frozenset(shipped_rulebook().codes)
PLAIN = lint_text(FAULTY, name="镇/年报.md")


def run(baseline: Baseline, *, taking: bool = False, asked: frozenset[str] = ALL) -> BaselineRun:
    return BaselineRun(baseline, "", "known.json", shipped_rulebook(), asked, taking=taking)


def taken(*results: Result) -> Baseline:
    """A baseline of these results."""
    first = run(Baseline(), taking=True)
    for result in results:
        assert first.settle(result).findings == ()
    return first.change(lambda _path: True).baseline


def changed(baseline: Baseline, *results: Result, asked: frozenset[str] = ALL) -> Change:
    again = run(baseline, taking=True, asked=asked)
    for result in results:
        again.settle(result)
    return again.change(lambda _path: True)


def test_what_is_known_is_not_told_and_counted_apart() -> None:
    known = run(taken(PLAIN)).settle(PLAIN)
    assert known.findings == () and known.repairs == ()
    assert (known.coverage.failed, known.coverage.passed) == (0, PLAIN.coverage.passed)
    assert {one.means for one in known.suppressed} == {SettledBy.BASELINE}
    assert unsettled(known).findings == PLAIN.findings
    assert unsettled(known).coverage == PLAIN.coverage


def test_a_new_finding_is_told_and_lines_put_in_above_change_nothing() -> None:
    known = taken(PLAIN)
    worse = with_lines((1, "\n\n文前说明。\n"), text=FAULTY.replace("| 12 |", "| 13 |", 1))
    new = run(known).settle(lint_text(worse, name="镇/年报.md"))
    before = {finding.fingerprint for finding in PLAIN.findings}
    assert new.findings and all(finding.fingerprint not in before for finding in new.findings)


def test_another_file_is_new_whatever_its_words_are() -> None:
    other = lint_text(FAULTY, name="镇/另一份.md")
    assert run(taken(PLAIN)).settle(other).findings == other.findings


def test_one_of_two_equal_findings_is_known_and_the_other_is_new() -> None:
    line = next(line for line in FAULTY.split("\n") if "全年收到" in line)
    one = lint_text(FAULTY.replace(line, f"{line}\n\n工作（完成。"), name="a.md")
    two = lint_text(FAULTY.replace(line, f"{line}\n\n工作（完成。\n\n工作（完成。"), name="a.md")
    assert codes(two).count("L902") == codes(one).count("L902") + 1 == 2
    assert codes(run(taken(one)).settle(two)) == ["L902"]


def test_what_is_mended_is_counted_and_dropped_when_it_is_written_anew() -> None:
    known = taken(PLAIN)
    mended = lint_text((SAMPLES / "town-2024.pipes.md").read_text("utf-8"), name="镇/年报.md")
    now = run(known)
    now.settle(mended)
    assert now.gone == len(
        [one for one in PLAIN.findings if one.fingerprint not in {f.fingerprint for f in mended.findings}]
    )
    change = changed(known, mended)
    assert change.removed == now.gone
    assert change.baseline == taken(mended)


def test_a_finding_stands_in_it_once_however_its_place_was_told_before() -> None:
    known = taken(PLAIN)
    older = Baseline({file: tuple(replace(one, place="旧写法") for one in each) for file, each in known.files.items()})
    assert changed(older, PLAIN) == Change(known, 0, 0)


def test_what_a_comment_settles_needs_no_baseline() -> None:
    known = taken(PLAIN)
    asked = lint_text(with_lines((1, asking("disable-file A303 理由"))), name="镇/年报.md")
    now = run(known)
    assert "A303" not in [one.finding.code for one in now.settle(asked).suppressed if one.means is SettledBy.BASELINE]
    assert now.gone == 1


def test_of_what_was_not_checked_everything_stays() -> None:
    other = lint_text(FAULTY, name="镇/另一份.md")
    known = taken(PLAIN, other)
    assert changed(known, PLAIN) == Change(known, 0, 0)
    only_a = lint_text(FAULTY, name="镇/年报.md", select=["A"])
    assert changed(known, only_a, asked=frozenset(code for code in ALL if code[0] == "A")) == Change(known, 0, 0)
    gone = run(known, taking=True)
    gone.settle(PLAIN)
    assert gone.change(lambda path: path != "镇/另一份.md").baseline == taken(PLAIN)


def test_a_file_of_several_reports_keeps_them_apart() -> None:
    two = _two()
    known = taken(*two)
    assert sorted(known.files) == ["两镇.md#1", "两镇.md#2"]
    assert all(run(known).settle(one).findings == () for one in two)
    now = run(known)
    now.settle(lint_text(FAULTY, name="两镇.md"))
    assert now.gone == sum(map(len, known.files.values()))


def _two() -> tuple[Result, ...]:
    from govreport_lint.api import linter

    judge = linter()
    data = f"{FAULTY}\n\n{FAULTY.replace('示范镇', '绿水镇')}".encode()
    return judge.check_each(judge.open(data, "两镇.md").document)


def test_the_file_is_one_finding_a_line_and_the_same_whatever_the_order() -> None:
    other = lint_text(FAULTY, name="a.md")
    data = baseline_bytes(taken(PLAIN, other))
    assert data == baseline_bytes(taken(other, PLAIN))
    lines = data.decode().splitlines()
    assert sum('"fingerprint"' in line for line in lines) == 2 * len(PLAIN.findings)
    assert any("表三" in line and "（一）予以公开 · 总计" in line for line in lines)
    written = json.loads(data)
    assert written["schema"] == SCHEMA and list(written["files"]) == sorted(written["files"])
    assert {key for known in written["files"].values() for one in known for key in one} == {
        "code",
        "place",
        "fingerprint",
    }


NAMES = st.text(st.characters(), min_size=1, max_size=12)
ENTRIES = st.builds(Known, NAMES, NAMES, NAMES)


@given(st.dictionaries(NAMES, st.lists(ENTRIES, min_size=1, max_size=4), max_size=4))
def test_what_is_written_is_read_again(files: dict[str, list[Known]]) -> None:
    baseline = Baseline({file: tuple(sorted(set(known))) for file, known in files.items()})
    assert read_baseline(baseline_bytes(baseline), "b.json") == baseline


def test_an_empty_one_is_written_and_read() -> None:
    assert read_baseline(baseline_bytes(Baseline()), "b.json") == Baseline()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"null",
        b'{"schema": "govreport-lint-baseline/2", "files": {}}',
        b'{"schema": "govreport-lint-baseline/1"}',
        b'{"schema": "govreport-lint-baseline/1", "files": []}',
        b'{"schema": "govreport-lint-baseline/1", "files": {"a": [{"code": 1}]}}',
        b'{"schema": "govreport-lint-baseline/1", "files": {}, "more": 1}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused_with_its_name(data: bytes) -> None:
    with pytest.raises(RuleError, match=r"known\.json"):
        read_baseline(data, "known.json")


@pytest.mark.parametrize("path", sorted(one for one in SAMPLES.iterdir() if one.is_file()), ids=lambda path: path.name)
def test_every_sample_is_silent_behind_its_own_baseline(path: Path) -> None:
    result = lint(path)
    known = run(taken(result)).settle(result)
    assert known.findings == () and len(known.suppressed) == len(result.findings)
    assert codes(unsettled(known)) == codes(result)


def test_settling_once_more_changes_nothing() -> None:
    asked = lint_text(with_lines((1, asking("disable-file A303,L901 理由"))))
    assert settle(asked, Settlement(shipped_rulebook(), date.today), ALL - {"H701"}) == asked
