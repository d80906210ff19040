"""Comments in a report: where they count, what they have to say, what is told where they do not."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import HANGS, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import as_html
from msgspec.structs import replace
from settled_reports import EVERYTHING, FAULTY, asking, codes, faults, line_of, prints, settled, trailing, with_lines

from govreport_lint import Config, Linter, lint, lint_each, lint_text
from govreport_lint.api import linter
from govreport_lint.directive import FaultKind
from govreport_lint.finding import Coverage, Place, SettledBy, Unassessed
from govreport_lint.language import Text
from govreport_lint.readers.markdown.reader import read_markdown
from govreport_lint.rulebook.selection import prefix_of
from govreport_lint.shipped import shipped_rulebook
from govreport_lint.suppressing.meant_rules import codes_meant
from govreport_lint.suppressing.settling import Settlement, settle

PLAIN = lint_text(FAULTY)
A303, A304 = line_of("A303"), line_of("A304")
SAMPLE_FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".html"))


@pytest.mark.parametrize(
    "text",
    [
        trailing(A303, asking("disable A303 已与台账核对")),
        trailing(A303, asking("disable-line A303 已与台账核对")),
        with_lines((A303, asking("disable-next-line A303 已与台账核对"))),
        with_lines((A303, asking("disable-next-line A303 已与台账核对") + "\n\n" + asking("enable A999"))),
        with_lines((A303, asking("disable A303 已与台账核对"))),
        with_lines((A303, asking("disable A303 已与台账核对")), (A303 + 1, asking("enable A303"))),
        with_lines((A303, asking("disable A303 已与台账核对")), (A303 + 1, asking("enable"))),
        with_lines((1, asking("disable A303 已与台账核对"))),
        with_lines((80, asking("disable-file A303 已与台账核对"))),
    ],
)
def test_a_comment_settles_the_finding_where_it_counts(text: str) -> None:
    result = lint_text(text)
    assert settled(result) == ["A303"]
    assert codes(result) == [code for code in codes(PLAIN) if code != "A303"]
    (one,) = result.suppressed
    assert (one.reason, one.means) == ("已与台账核对", SettledBy.COMMENT)
    assert text.split("\n")[int(one.by) - 1].count("govreport-lint") == 1


@pytest.mark.parametrize(
    "text",
    [
        trailing(A303 + 1, asking("disable A303 理由")),
        trailing(A303 - 1, asking("disable-line A303 理由")),
        with_lines((A303 - 1, asking("disable-next-line A303 理由"))),
        with_lines((A303 + 1, asking("disable A303 理由"))),
        with_lines((A303 - 2, asking("disable A303 理由")), (A303, asking("enable A"))),
        trailing(A303, asking("disable A304 理由")),
    ],
)
def test_elsewhere_it_settles_nothing_and_that_is_told(text: str) -> None:
    result = lint_text(text)
    assert codes(result) == codes(PLAIN)
    assert settled(result) == []
    assert [fault.kind for fault in result.faults] == [FaultKind.UNUSED]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("A303 已核对", "已核对"),
        ("A303已核对", "已核对"),
        ("A303：已核对", "已核对"),
        ("A303:已核对", "已核对"),
        ("A303，已核对", "已核对"),
        ("A303 -- checked by hand", "checked by hand"),
        ("A303 —— 已核对", "已核对"),
        ("A303,A304 已核对", "已核对"),
        ("A303，A304 已核对", "已核对"),
        ("A303、 A304：已核对", "已核对"),
        ("A303 A304 已核对", "已核对"),
        ("A304 , A303 已核对", "已核对"),
        ("a303 已核对", "已核对"),
        ("Ａ３０３ 已核对", "已核对"),
        ("row-total 已核对", "已核对"),
        ("A3 已核对", "已核对"),
        ("A，S 已核对", "已核对"),
        ("A303 A county's own table", "A county's own table"),
        ("A303 已核对，\n见会议纪要", "已核对， 见会议纪要"),
    ],
)
def test_codes_and_reason_are_told_apart(words: str, reason: str) -> None:
    result = lint_text(with_lines((1, asking(f"disable-file {words}"))))
    assert "A303" in settled(result)
    assert {one.reason for one in result.suppressed} == {reason}
    assert all(fault.kind is FaultKind.UNUSED for fault in result.faults)


@pytest.mark.parametrize(
    "opening",
    [
        "<!-- govreport-lint: disable-file A303 理由 -->",
        "<!--govreport-lint:disable-file A303 理由-->",
        "<!-- govreport-lint：disable-file A303 理由 -->",
        "<!-- govreport-lint disable-file A303 理由 -->",
        "<!-- govreport-lint-disable-file A303 理由 -->",
        "<!-- Govreport-Lint: DISABLE-FILE A303 理由 -->",
    ],
)
def test_the_name_may_be_written_as_other_linters_have_it(opening: str) -> None:
    assert settled(lint_text(with_lines((1, opening)))) == ["A303"]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("disable-file A303", "没有写明不报 A303 的理由"),
        ("disable-file A303 ——。", "没有写明不报 A303 的理由"),
        ("disable-file A3O3 理由", "没有名为“A3O3”的规则；是不是 A303"),
        ("disable-file row-totals 理由", "是不是 row-total"),
        ("disable-file", "没有写明规则代码"),
        ("disable-file 理由", "没有写明规则代码"),
        ("disble A303 理由", "是不是 disable"),
        ("", "没有写明要做什么"),
    ],
)
def test_what_is_written_wrongly_settles_nothing_and_says_what_is_meant(comment: str, told: str) -> None:
    result = lint_text(with_lines((1, asking(comment))))
    assert codes(result) == codes(PLAIN)
    assert [fault.kind for fault in result.faults] == [FaultKind.FAULTY]
    (words,) = faults(result)
    assert words.startswith("第 1 行的注释：") and told in words


def test_a_comment_without_an_end_settles_nothing_and_is_told() -> None:
    result = lint_text(with_lines((1, "<!-- govreport-lint: disable-file A303 理由\n")))
    assert "A303" in codes(result)
    assert faults(result) == ["第 1 行的注释：没有写完（缺 -->），不予采用"]


def test_a_rule_that_there_is_not_does_not_spoil_the_others() -> None:
    result = lint_text(with_lines((1, asking("disable-file A303,A3O3 理由"))))
    assert settled(result) == ["A303"]
    assert [fault.kind for fault in result.faults] == [FaultKind.FAULTY]


def test_an_enable_of_no_rule_ends_nothing() -> None:
    text = with_lines((1, asking("disable A303 理由")), (2, asking("enable A3O3")))
    assert settled(lint_text(text)) == ["A303"]


def test_an_enable_behind_nothing_is_told() -> None:
    assert "没有与 enable 对应的 disable" in faults(lint_text(with_lines((1, asking("enable A303")))))[0]


def test_the_nearest_of_several_comments_settles_and_the_others_are_told() -> None:
    text = trailing(A303, asking("disable A303 就在这一行"))
    text = with_lines((1, asking("disable A303 从这里起")), (2, asking("disable-file A303 全文")), text=text)
    result = lint_text(text)
    assert [one.reason for one in result.suppressed] == ["就在这一行"]
    assert [fault.kind for fault in result.faults] == [FaultKind.UNUSED] * 2


def test_of_a_rule_that_was_not_asked_nothing_is_said() -> None:
    text = with_lines((1, asking("disable-file H701,R801,L901 理由")))
    assert len(lint_text(text).faults) == 1
    assert lint_text(text, ignore=["L901"]).faults == ()
    assert lint_text(text, select=["A"]).faults == ()


def test_of_a_rule_that_could_not_be_assessed_nothing_is_said() -> None:
    document = read_markdown(with_lines((1, asking("disable-file A303,A304 理由"))), "t.md")
    result = linter().check(document)
    open_check = Unassessed("A303", Place(), Text("空白", "blank"))
    bare = replace(result, findings=(), suppressed=(), coverage=Coverage(unassessed=(open_check,)))
    settlement = Settlement(shipped_rulebook(), date.today)
    assert ["A304" in words for words in faults(settle(bare, settlement, {"A303", "A304"}))] == [True]
    assert "A303" not in faults(settle(bare, settlement, {"A303", "A304"}))[0]


def test_comments_about_last_year_count_where_it_is_given() -> None:
    before = lint_text(FAULTY.replace("2024年", "2023年").replace("2025年", "2024年")).report
    rule = next(code for code in codes(lint_text(FAULTY, previous=before)) if code.startswith("H"))
    result = lint_text(with_lines((1, asking(f"disable-file {rule} 已核对"))), previous=before)
    assert rule in settled(result) and rule not in codes(result)


def test_settings_may_let_no_comment_count() -> None:
    linter = Linter(shipped_rulebook(), Config(inline_suppressions=False))
    result = linter.lint_text(with_lines((1, asking(f"disable-file {EVERYTHING} 理由"))), "markdown", "t.md")
    assert codes(result) == codes(PLAIN)
    assert [fault.kind for fault in result.faults] == [FaultKind.REFUSED]
    assert "1 处注释" in faults(result)[0]


def test_no_comment_settles_what_a_county_has_locked() -> None:
    linter = Linter(shipped_rulebook(), Config(always=frozenset({"A303"})))
    result = linter.lint_text(with_lines((1, asking("disable-file A303,A304 理由"))), "markdown", "t.md")
    assert settled(result) == ["A304"] and "A303" in codes(result)
    assert [fault.kind for fault in result.faults] == [FaultKind.REFUSED]


def test_what_is_unused_may_be_left_untold() -> None:
    linter = Linter(shipped_rulebook(), Config(unused_suppressions=False))
    text = with_lines((1, asking("disable-file L901 理由")), (2, asking("disable-file L902")))
    found = linter.lint_text(text, "markdown", "t.md").faults
    assert [fault.kind for fault in found] == [FaultKind.FAULTY]


def test_a_page_settles_as_the_text_does() -> None:
    page = as_html(FAULTY)
    plain = lint_text(page, "html")
    line = next(found.span.line for found in plain.findings if found.code == "A303" and found.span)
    lines = page.split("\n")
    for comment, at in (("disable-file A303 理由", 0), ("disable-next-line A303 理由", line - 1)):
        asked = "\n".join([*lines[:at], asking(comment), *lines[at:]])
        assert "A303" in settled(lint_text(asked, "html"))


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.name)
def test_settling_everything_leaves_nothing_and_changes_nothing_else(path: Path) -> None:
    plain = lint(path)
    text = path.read_bytes().decode("utf-8")
    kind = "html" if path.suffix == ".html" else "markdown"
    result = lint_text(text + "\n" + asking(f"disable-file {EVERYTHING} 全部另行核对"), kind)
    assert result.findings == () and result.repairs == tuple(one for one in plain.repairs if not one.explains)
    assert prints(tuple(one.finding for one in result.suppressed)) == prints(plain.findings)
    before, after = plain.coverage, result.coverage
    assert (after.passed, after.failed, after.not_assessable) == (before.passed, 0, before.not_assessable)
    assert result.report.figures == plain.report.figures


@given(st.data())
@settings(max_examples=25)
def test_every_finding_is_in_exactly_one_of_the_two_lists(data: Any) -> None:
    lines = FAULTY.count("\n") + 1
    actions = st.sampled_from(["disable", "disable-line", "disable-next-line", "disable-file", "enable"])
    rules = st.sampled_from(["A303", "A", "S,T", "N501，D604", "A302 A304", EVERYTHING])
    put = data.draw(st.lists(st.tuples(st.integers(1, lines), actions, rules, st.booleans()), max_size=8))
    text = FAULTY
    for at, action, named, beside in put:
        comment = asking(f"{action} {named} 理由")
        text = trailing(at, comment, text) if beside else with_lines((at, comment), text=text)
    result = lint_text(text)
    both = (*result.findings, *(one.finding for one in result.suppressed))
    assert prints(both) == prints(PLAIN.findings)
    assert result.coverage.failed == len(result.findings)
    left = {finding.fingerprint for finding in result.findings}
    assert all(left.issuperset(repair.explains) for repair in result.repairs)


def test_fingerprints_stay_when_lines_are_put_in_above() -> None:
    text = with_lines((1, "\n\n文前说明。\n"), (A303, asking("disable-next-line A999 理由")))
    assert set(prints(lint_text(text).findings)) >= set(prints(PLAIN.findings))


def test_comments_count_for_the_report_that_they_stand_in(tmp_path: Path) -> None:
    other = FAULTY.replace("示范镇", "绿水镇")
    path = tmp_path / "两镇.md"
    path.write_text(f"{FAULTY}\n\n{asking('disable-file A303 只说后一份')}\n{other}", "utf-8")
    first, second = lint_each(path)
    assert ("A303" in codes(first), settled(first), first.faults) == (True, [], ())
    assert settled(second) == ["A303"]


@pytest.mark.parametrize(
    ("action", "end"),
    [("disable", ""), ("disable-next-line", "\n"), ("nothing", "\n")],
)
def test_ten_thousand_comments_take_time_in_proportion(action: str, end: str) -> None:
    begun = time.perf_counter()
    result = lint_text((asking(f"{action} A,T,S,N501 理由") + end) * 10_000 + "\n" + FAULTY)
    assert time.perf_counter() - begun < HANGS
    assert len(result.findings) + len(result.suppressed) == len(PLAIN.findings)


def test_thousands_of_rules_that_there_are_not_and_an_endless_reason_do_no_harm() -> None:
    begun = time.perf_counter()
    words = ",".join(f"Q{number}" for number in range(20_000))
    text = with_lines((1, asking(f"disable {words}")), (2, asking("disable-file A303 " + "理由" * 10_000)))
    result = lint_text(with_lines((1, asking("Q" * 100_000)), text=text))
    assert time.perf_counter() - begun < HANGS
    assert settled(result) == ["A303"]
    assert len(result.to_json()) < 100_000


def test_a_word_means_in_a_comment_what_it_means_to_select() -> None:
    rulebook = shipped_rulebook()
    words = {
        word
        for rule in rulebook.rules
        for word in (rule.code, rule.code[:1], rule.code[:3], rule.name, rule.code.lower())
    }
    for word in sorted(words):
        prefix = prefix_of(rulebook, word)
        assert isinstance(prefix, str)
        assert codes_meant(rulebook, word) == {code for code in rulebook.codes if code.startswith(prefix)}
    assert codes_meant(rulebook, "") == codes_meant(rulebook, "A3O3") == frozenset()
