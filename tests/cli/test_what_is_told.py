"""How much is told, in which colours, and where: statistics, times, quiet, verbose, several outputs."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import SAMPLES

from govreport_lint import lint
from govreport_lint.cli import run
from govreport_lint.rulebook.pages import standard_report

pytestmark = pytest.mark.usefixtures("faulty_folder")
Capture = pytest.CaptureFixture[str]
# Bold is no colour, and stays where colours are not wanted.
COLOUR = re.compile(r"\x1b\[[\d;]*3\dm")


def counts(text: str) -> dict[str, int]:
    """What statistics say: how often each rule failed."""
    return {code: int(count) for count, code in re.findall(r"^ *(\d+)  ([A-Z]\d{3})  ", text, re.M)}


def test_statistics_count_by_rule(capsys: Capture) -> None:
    Path("other.md").write_text(Path("faulty.md").read_text("utf-8"), "utf-8")
    assert run(["faulty.md", "other.md", "--statistics"]) == 1
    out = capsys.readouterr().out
    found = Counter(finding.code for finding in lint("faulty.md").findings)
    assert counts(out) == {code: 2 * count for code, count in found.items()}
    assert out.count("（2 个文件）") == len(found)
    numbers = list(counts(out).values())
    assert numbers == sorted(numbers, reverse=True)
    assert "── faulty.md" not in out
    assert run(["faulty.md", "--statistics", "--lang", "en"]) == 1
    assert "（1 files）" in capsys.readouterr().out


def test_statistics_beside_an_output_for_programs(capsys: Capture) -> None:
    run(["faulty.md", "--statistics", "--format", "json"])
    captured = capsys.readouterr()
    found = Counter(one["code"] for one in json.loads(captured.out)["files"][0]["findings"])
    assert counts(captured.err) == found


def test_statistics_of_nothing(capsys: Capture) -> None:
    Path("good.md").write_text(standard_report(), "utf-8")
    assert run(["good.md", "--statistics"]) == 0
    assert "未发现问题" in capsys.readouterr().out


def test_the_time_of_every_rule_that_is_asked(capsys: Capture) -> None:
    assert run(["faulty.md", "--profile", "--select", "A,T"]) == 1
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    assert lines[0].startswith("用时 ms") and lines[-1].endswith("全部规则 all rules")
    timed = [
        (float(time), int(calls), code)
        for time, calls, code in re.findall(r"^ *([\d.]+) +(\d+)  (\S+) ", captured.err, re.M)
    ]
    assert {code[0] for _, _, code in timed} == {"A", "T"}
    assert all(calls >= 1 for _, calls, _ in timed)
    assert [time for time, _, _ in timed] == sorted((time for time, _, _ in timed), reverse=True)
    assert run(["faulty.md", "--select", "A,T"]) == 1
    assert capsys.readouterr().out == captured.out, "what is found is the same"


def test_the_clock_of_the_profile() -> None:
    from govreport_lint import Linter
    from govreport_lint.cli.checking.profile import Profile
    from govreport_lint.shipped import shipped_rulebook

    ticks = iter(range(10_000))
    profile = Profile(lambda: float(next(ticks)))
    result = Linter(profile.timed(shipped_rulebook())).lint("faulty.md")
    assert result.findings == lint("faulty.md").findings
    assert next(ticks) > 100, "twice for each rule"


def test_quiet_lists_findings_only(capsys: Capture) -> None:
    Path("good.md").write_text(standard_report(), "utf-8")
    assert run(["good.md", "-q"]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")
    assert run(["good.md", "faulty.md", "--quiet"]) == 1
    out = capsys.readouterr().out
    assert "faulty.md" in out and "good.md" not in out
    assert "A303" in out and "共 2 个文件" not in out
    assert run(["no.md", "-q"]) == 3
    captured = capsys.readouterr()
    assert "no.md" in captured.err + captured.out, "a fault is told"


def test_verbose_says_what_is_done_on_standard_error(capsys: Capture) -> None:
    Path("govreport-lint.toml").write_text('ignore = ["T"]\n', "utf-8")
    run(["faulty.md"])
    plain = capsys.readouterr()
    run(["faulty.md", "-v"])
    told = capsys.readouterr()
    assert told.out == plain.out
    lines = told.err.splitlines()
    assert lines[0] == f"配置 configuration：{Path('govreport-lint.toml').absolute()}"
    assert re.fullmatch(r"规则 rules：\d+", lines[1])
    assert "faulty.md" in lines[2:]


@pytest.mark.parametrize("words", [["--statistics"], []])
def test_colours(words: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    def coloured(*arguments: str) -> bool:
        run(["faulty.md", *words, *arguments])
        return bool(COLOUR.search(capsys.readouterr().out))

    assert not coloured(), "into a pipe"
    assert coloured("--color", "always")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert coloured()
    assert coloured("--color", "auto")
    assert not coloured("--color", "never")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()
    assert coloured("--color", "always"), "what is asked for in the call comes before the environment"
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not coloured()


def test_colours_change_no_words(capsys: Capture) -> None:
    run(["faulty.md"])
    plain = capsys.readouterr().out
    run(["faulty.md", "--color", "always"])
    assert re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out) == plain


def test_exit_zero_forgives_findings_and_no_fault(capsys: Capture) -> None:
    assert run(["faulty.md"]) == 1
    assert run(["faulty.md", "--exit-zero"]) == 0
    assert run(["faulty.md", "--exit-zero", "--fail-on", "info"]) == 0
    assert "A303" in capsys.readouterr().out
    assert run(["faulty.md", "no.md", "--exit-zero"]) == 3
    assert run(["faulty.md", "--exit-zero", "--select", "Q"]) == 2


def test_several_outputs_tell_the_same(capsys: Capture) -> None:
    run(["faulty.md", "--format", "text"])
    text = capsys.readouterr().out
    run(["faulty.md", "--format", "json"])
    data = capsys.readouterr().out
    assert run(["faulty.md", "--format", "json=a.json", "--format", "text"]) == 1
    assert capsys.readouterr().out == text
    assert Path("a.json").read_text("utf-8") == data
    run(["faulty.md", "--format", "text", "--format", "json=a.json", "-o", "b.txt"])
    assert capsys.readouterr().out == ""
    assert Path("b.txt").read_text("utf-8") == text
    Path("govreport-lint.toml").write_text('format = ["text", "json=c.json"]\n', "utf-8")
    run(["faulty.md"])
    assert capsys.readouterr().out == text
    assert Path("c.json").read_text("utf-8") == data


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--format text --format json", "只能有一个写到屏幕"),
        ("--format text --format json=-", "只能有一个写到屏幕"),
        ("--format text=a --format json=a", "同一个文件"),
        ("--format text=a --format json=./a", "同一个文件"),
        ("--format json=a -o b", "重复"),
        ("--format text --format json=a -o a", "同一个文件"),
        ("--format json=faulty.md", "不能覆盖"),
        ("--format text=b --format json=./faulty.md", "不能覆盖"),
        ("-o faulty.md", "不能覆盖"),
        ("-o pack.toml --pack pack.toml", "不能覆盖"),
        ("-o govreport-lint.toml", "不能覆盖"),
        ("-o known.json --baseline known.json", "不能覆盖"),
        ("-o last.md --previous last.md", "不能覆盖"),
        ("--format json=no/such/a.json", "无法写入"),
        ("--format json=.", "文件夹"),
        ("--format jsonn=a", "--format"),
    ],
)
def test_outputs_that_cannot_be(words: str, told: str, capsys: Capture) -> None:
    for name, text in {"govreport-lint.toml": "", "last.md": standard_report()}.items():
        Path(name).write_text(text, "utf-8")
    pack = 'family = "language"\nkeywords = ["承接"]\n'
    Path("pack.toml").write_text(pack, "utf-8")
    run(["faulty.md", "--baseline", "known.json", "--update-baseline", "-q"])
    capsys.readouterr()
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert run(["faulty.md", *words.split()]) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_a_link_to_an_input_is_that_input() -> None:
    Path("link.md").symlink_to("faulty.md")
    assert run(["faulty.md", "--format", "json=link.md"]) == 2
    assert Path("faulty.md").read_bytes() == (SAMPLES / "town-2024.faulty.md").read_bytes()
