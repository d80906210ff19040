"""Which rules carry fixes is said in one place: by the rules themselves, in the docs and in what the program lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from judging import rules
from planted import GOOD, SLIPS, planted

from govreport_lint import Linter, lint_text
from govreport_lint.cli import run
from govreport_lint.fixing import files
from govreport_lint.rulebook.packs import Rule
from govreport_lint.shipped import rulebook_with

MENDED = sorted(rule.code for rule in rules() if rule.check.mends)


def test_the_docs_list_the_rules_that_carry_fixes() -> None:
    chinese = (ROOT / "docs" / "fixes.md").read_text("utf-8").split("# Fixes")[0]
    assert sorted(re.findall(r"^\| \[([A-Z]\d{3})\]", chinese, re.MULTILINE)) == MENDED


def test_every_one_of_them_gives_a_fix_and_no_other_rule_does() -> None:
    bad = [planted(GOOD, printed, slip) for printed, slip in SLIPS]
    bad += [
        GOOD.replace("本年制发件数", "本年制发数"),
        GOOD.replace("（一）", "（一)"),
        GOOD.replace("1月20日", "1月20号"),
    ]
    given = {finding.code for text in bad for finding in lint_text(text).findings if finding.fix}
    assert sorted(given) == MENDED


@pytest.mark.parametrize(
    ("code", "option"),
    [
        ("L901", 'full = ""'),
        ("L902", "mends = false"),
        ("L903", "mended = []"),
        ("S103", "mends = false"),
        ("S111", "mends = false"),
        ("T203", "mends = false"),
        ("T209", "mended = []"),
        ("D609", "form = false"),
    ],
)
def test_a_rules_own_data_switches_its_fix_off(code: str, option: str) -> None:
    from tomllib import loads

    from msgspec import convert, structs, to_builtins

    rule: Rule = next(rule for rule in rules() if rule.code == code)
    assert option in (ROOT / "docs" / "fixes.md").read_text("utf-8")
    changed = convert(to_builtins(rule.check.options) | loads(option), type(rule.check.options))
    assert not structs.replace(rule.check, options=changed).mends


def test_the_list_and_the_page_of_a_rule_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    run(["rules"])
    listed = capsys.readouterr().out
    assert listed.count("可自动改正") == len(MENDED)
    for code, said in (("L901", True), ("A301", False)):
        run(["explain", code])
        assert ("可自动改正" in capsys.readouterr().out) is said


def test_brackets_of_sub_headings_are_mended_where_a_pack_asks_for_it(tmp_path: Path) -> None:
    bad = GOOD.replace("（二）", "(二)", 1)
    assert not lint_text(bad).findings
    pack = tmp_path / "本县.toml"
    pack.write_text("[options.S111]\nbrackets = true\n", "utf-8")
    own = Linter(rulebook_with((str(pack),)))
    (finding,) = own.lint_text(bad, "markdown", "年报.md").findings
    assert (finding.code, finding.quote, "括号前后不一" in finding.message.zh) == ("S111", "(二)", True)
    assert files.fix_text(own, bad, "markdown").state == GOOD
    every = GOOD
    for number in "一二三四五六七":
        every = every.replace(f"\n（{number}）", f"\n({number})")
    assert not own.lint_text(every, "markdown", "年报.md").findings
