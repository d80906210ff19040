"""The scripts in their shells: what a person sees who presses TAB."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT

from govreport_lint.cli.completion.shells import script_of

TITLE = "新收＋上年结转≠办理结果总计＋结转下年度"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with ``govreport-lint`` in it, and beside it files to complete."""
    folder = tmp_path / "bin"
    folder.mkdir()
    call = folder / "govreport-lint"
    call.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from govreport_lint.cli import main; main()" "$@"\n')
    call.chmod(0o755)
    (tmp_path / "examine.md").touch()
    (tmp_path / "年 报.md").touch()
    (tmp_path / "reports").mkdir()
    return folder


def surroundings(program: Path) -> dict[str, str]:
    paths = f"{program}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": paths, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": str(program.parent)}


def needs(shell: str) -> str:
    """The shell, where it is there."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


def in_bash(program: Path, *words: str) -> list[str]:
    """bash's COMPREPLY for a line."""
    lines = [
        script_of("bash"),
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _govreport_lint_completion "$1"',
        'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    call = [needs("bash"), "--norc", "-c", "\n".join(lines), "bash", "govreport-lint", *words]
    done = subprocess.run(
        call, cwd=program.parent, env=surroundings(program), capture_output=True, text=True, check=True
    )
    return [line for line in done.stdout.splitlines() if line]


def in_fish(program: Path, line: str) -> list[str]:
    """What fish offers for a line: value and help with a tab between."""
    script = program / "completion.fish"
    script.write_text(script_of("fish"), "utf-8")
    call = [needs("fish"), "--no-config", "-c", f"source {script}; complete --do-complete '{line}'"]
    done = subprocess.run(
        call, cwd=program.parent, env=surroundings(program), capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def on_a_terminal(program: Path, call: list[str], prepare: str, keys: str, expected: str) -> str:
    """What the shell shows when the keys are pressed; it is waited for what is expected, 20 seconds at most."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(program.parent)
        os.execve(call[0], call, {**surroundings(program), "TERM": "dumb", "PS1": "ready> ", "COLUMNS": "200"})
    try:
        os.write(terminal, f"{prepare}; echo prep''ared\n".encode())
        shown(terminal, "prepared")
        os.write(terminal, keys.encode())
        return shown(terminal, expected)
    finally:
        os.close(terminal)
        os.waitpid(child, 0)


def shown(terminal: int, expected: str) -> str:
    """What is printed until something expected is there."""
    seen, until = b"", time.monotonic() + 20
    while expected not in seen.decode("utf-8", "replace") and time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r|.\x08", "", seen.decode("utf-8", "replace"))


def test_bash_offers_commands_and_files_at_once(program: Path) -> None:
    assert in_bash(program, "ex") == ["extract", "explain", "examine.md"]
    assert in_bash(program, "年") == ["年 报.md"]
    assert in_bash(program, "rep") == ["reports"]
    assert in_bash(program, "examine.md", "--lang", "=", "") == ["zh", "en"]
    assert in_bash(program, "--select", "A301,A30")[0] == "A301,A301"
    assert in_bash(program, "--no-such-option", "zzz") == []


def test_bash_completes_on_a_terminal(program: Path) -> None:
    (program / "completion.bash").write_text(script_of("bash"), "utf-8")
    call = [needs("bash"), "--norc", "--noprofile", "-i"]
    prepare = f"source {program}/completion.bash"
    assert "annotate 年\\ 报.md" in on_a_terminal(program, call, prepare, "govreport-lint ann\t年\t", "报.md")


def test_zsh_completes_on_a_terminal(program: Path) -> None:
    (program / "completion.zsh").write_text(script_of("zsh"), "utf-8")
    call = [needs("zsh"), "-f", "-i"]
    prepare = f"autoload -Uz compinit; compinit -D -u; source {program}/completion.zsh"
    seen = on_a_terminal(program, call, prepare, "govreport-lint aud\t--sched\t", "--scheduler")
    assert "audit --scheduler" in seen
    assert TITLE in on_a_terminal(program, call, prepare, "govreport-lint explain A30\t\t", TITLE)
    assert "年\\ 报.md" in on_a_terminal(program, call, prepare, "govreport-lint annotate 年\t", "报.md")


def test_fish_offers_values_with_their_help(program: Path) -> None:
    assert f"A301\t{TITLE}" in in_fish(program, "govreport-lint explain A30")
    assert {line.partition("\t")[0] for line in in_fish(program, "govreport-lint ex")} == {
        "extract",
        "explain",
        "examine.md",
    }
    assert in_fish(program, "govreport-lint examine.md --lang=e") == ["--lang=en"]
    assert in_fish(program, "govreport-lint examine.md --output=rep") == ["--output=reports/"]


def test_powershell_asks_as_its_script_says(program: Path) -> None:
    """The script hands the words over in three variables and takes lines apart at tabs; where pwsh is installed it
    is asked itself."""
    if shutil.which("pwsh") is None:
        script = script_of("powershell")
        for name in (
            '$env:COMP_WORDS = $words -join "`n"',
            "$env:COMP_CWORD",
            "'powershell_complete'",
            '-split "`t", 3',
        ):
            assert name in script
        given = {"COMP_WORDS": "govreport-lint\nexplain\nA301", "COMP_CWORD": "2"}
        asked = {**surroundings(program), **given, "_GOVREPORT_LINT_COMPLETE": "powershell_complete"}
        done = subprocess.run(
            [program / "govreport-lint"], env=asked, capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.rstrip("\n").split("\t", 2) == ["plain", "A301", TITLE]
        return
    line = "govreport-lint explain A30"
    call = f"{script_of('powershell')}\n(TabExpansion2 '{line}' {len(line)}).CompletionMatches.CompletionText"
    done = subprocess.run(
        ["pwsh", "-NoProfile", "-Command", call], env=surroundings(program), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] == "A301"
