"""TAB in the shells: commands, options, codes and files, and never a fault."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT

CALL = [sys.executable, "-c", "from govreport_lint.cli import main; main()"]


def completed(line: str, shell: str = "bash") -> list[str]:
    """What a shell is offered at the end of a line."""
    words = line.split(" ")
    given = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    if shell == "fish":
        given["COMP_CWORD"] = words[-1]
    variables = {**os.environ, **given, "_GOVREPORT_LINT_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(CALL, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("govreport-lint ex", ["plain,extract", "plain,explain", "file,ex"]),
        ("govreport-lint ", ["plain,annotate", "plain,rules"]),
        ("govreport-lint --fo", ["plain,--format"]),
        ("govreport-lint --ver", ["plain,--version"]),
        ("govreport-lint report.md --fail", ["plain,--fail-on"]),
        ("govreport-lint --format j", ["plain,json"]),
        ("govreport-lint annotate --fo", ["plain,--force"]),
        ("govreport-lint annotate rep", ["file,rep"]),
        ("govreport-lint report.md -o o", ["file,o"]),
        ("govreport-lint explain A30", ["plain,A301", "plain,A308"]),
    ],
)
def test_bash(line: str, offered: list[str]) -> None:
    found = completed(line)
    assert set(offered) <= set(found), found


def test_zsh_and_fish() -> None:
    assert {"plain", "extract"} <= set(completed("govreport-lint ex", "zsh"))
    assert any(line.startswith("plain,explain") for line in completed("govreport-lint ex", "fish"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_the_shell(shell: str) -> None:
    variables = {**os.environ, "_GOVREPORT_LINT_COMPLETE": f"{shell}_source"}
    done = subprocess.run(CALL, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "govreport" in done.stdout
