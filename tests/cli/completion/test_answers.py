"""What a shell is told at TAB: commands, options, codes and files with their help, and never a fault."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from conftest import ROOT

from govreport_lint.cli.commands import program
from govreport_lint.cli.completion.offers import offers, one_line
from govreport_lint.cli.completion.shells import SHELLS, script_of
from govreport_lint.cli.completion.typed import Typed, typed
from govreport_lint.cli.program import CHECK

CALL = [sys.executable, "-c", "from govreport_lint.cli import main; main()"]


def asked(question: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The program as a script calls it."""
    given = {**os.environ, "PYTHONUTF8": "1", "_GOVREPORT_LINT_COMPLETE": question, **variables}
    return subprocess.run(CALL, cwd=ROOT, env=given, capture_output=True, encoding="utf-8", check=False)


def offered(line: str) -> set[str]:
    """Kind and value of what may come at the end of a line."""
    *before, word = line.split(" ")[1:]
    name, equals, value = word.partition("=")
    given = Typed([*before, name], value, name + equals) if equals else Typed(before, word, "")
    return {f"{offer.kind},{offer.value}" for offer in offers(program(), given)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("govreport-lint ex", {"plain,extract", "plain,explain", "file,ex"}),
        ("govreport-lint ", {"plain,annotate", "plain,rules", "plain,completion", "file,"}),
        ("govreport-lint --fo", {"plain,--format"}),
        ("govreport-lint --ver", {"plain,--version"}),
        ("govreport-lint report.md --fail", {"plain,--fail-on"}),
        ("govreport-lint --format j", {"plain,json"}),
        ("govreport-lint --format=j", {"plain,--format=json"}),
        ("govreport-lint annotate --fo", {"plain,--force"}),
        ("govreport-lint annotate rep", {"file,rep"}),
        ("govreport-lint report.md -o o", {"file,o"}),
        ("govreport-lint explain a30", {"plain,A301", "plain,A308"}),
        ("govreport-lint --select ", {"plain,A", "plain,S", "plain,A301"}),
        ("govreport-lint report.md --ignore A301,N50", {"plain,A301,N501", "plain,A301,N509"}),
        ("govreport-lint annotate --select=Z", {"plain,--select=Z401"}),
        ("govreport-lint completion ", {f"plain,{shell}" for shell in SHELLS}),
        ("govreport-lint lint --fo", {"plain,--format"}),
        ("govreport-lint --no-such-option ", {"file,"}),
    ],
)
def test_what_may_come_next(line: str, expected: set[str]) -> None:
    found = offered(line)
    assert expected <= found, found


def test_every_command_and_every_option_is_offered() -> None:
    commands = program().commands
    assert offered("govreport-lint ") >= {f"plain,{name}" for name in commands if name != CHECK}
    for name, command in commands.items():
        if isinstance(command, click.Group):
            continue
        line = "govreport-lint --" if name == CHECK else f"govreport-lint {name} --"
        names = {long for p in command.params if isinstance(p, click.Option) and not p.hidden for long in p.opts}
        assert {f"plain,{long}" for long in names if long.startswith("--")} <= offered(line)


def test_every_choice_is_offered() -> None:
    for name, command in program().commands.items():
        for param in command.params:
            if isinstance(param, click.Option) and isinstance(param.type, click.Choice):
                first = "" if name == CHECK else f"{name} "
                found = offered(f"govreport-lint {first}{param.opts[-1]} ")
                assert found == {f"plain,{choice}" for choice in param.type.choices}


def test_help_is_one_line_and_that_of_the_option() -> None:
    found = {offer.value: offer.help for offer in offers(program(), Typed(["report.md"], "--", ""))}
    helps = [p.help for p in program().commands[CHECK].params if isinstance(p, click.Option)]
    assert {one_line(words) for words in helps} <= set(found.values())
    assert not any(set(words) & set("\n\t\b") for words in found.values())


def test_bash_hands_over_words_with_quotes_and_equals_signs() -> None:
    words = ["govreport-lint", "'年 报.md'", "a\\ b.md", "--lang", "=", "z"]
    assert typed({"COMP_WORDS": "\n".join(words), "COMP_CWORD": "5"}, "bash") == Typed(
        ["年 报.md", "a b.md", "--lang"], "z", ""
    )
    assert typed({"COMP_WORDS": "\n".join(words), "COMP_CWORD": "4"}, "bash").word == ""
    assert typed({"COMP_WORDS": "govreport-lint\n'a b", "COMP_CWORD": "1"}, "bash").word == "a b"


def test_the_answer_is_lines_with_tabs() -> None:
    done = asked("fish_complete", COMP_WORDS="govreport-lint\nexplain\nA301", COMP_CWORD="2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "plain\tA301\t新收＋上年结转≠办理结果总计＋结转下年度\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_the_shell(shell: str) -> None:
    given = asked(f"{shell}_source")
    assert (given.returncode, given.stdout) == (0, script_of(shell))
    assert f"{shell}_complete" in given.stdout


def test_what_nobody_asks_is_refused_and_an_empty_variable_is_no_question() -> None:
    assert (asked("tcsh_complete").returncode, asked("bash_guess").returncode) == (2, 2)
    assert "PATH" in asked("").stderr
