"""The documentation: what it says of the program exists, its pictures show what their commands print."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from html import unescape
from typing import Any

import click
import pytest
from conftest import ROOT

from govreport_lint.cli.commands import program
from govreport_lint.cli.console.statuses import STATUSES
from govreport_lint.cli.program import CHECK
from govreport_lint.output.formats import output_formats

HABITS = [
    line.split("|") for line in (ROOT / "docs" / "habits.md").read_text("utf-8").splitlines() if line.startswith("| ")
]


def test_every_option_and_command_of_the_habits_table_exists() -> None:
    ours = "\n".join(row[2] for row in HABITS[1:])
    check = [name for param in program().commands[CHECK].params for name in param.opts]
    options = re.findall(r"`(--[a-z-]+)`", ours)
    assert len(options) > 20 and not [name for name in options if name not in check]
    for words in re.findall(r"`govreport-lint ([a-z ]+)`", ours):
        command: Any = program()
        for word in words.split():
            command = command.commands[word]
        assert isinstance(command, click.Command)


def test_every_key_output_and_file_of_the_habits_table_exists() -> None:
    ours = {row[1].strip(): row[2] for row in HABITS[1:]}
    keys = (ROOT / "docs" / "configuration-keys.md").read_text("utf-8")
    named = re.findall(r"key `([a-z_]+)`", "\n".join(ours.values()))
    assert len(named) > 5 and not [key for key in named if f"| `{key}` |" not in keys]
    assert re.findall(r"`(\w+)`", ours["输出 outputs"]) == [known.name for known in output_formats()]
    for path in re.findall(r"`([\w./-]+\.(?:ya?ml|json|md))`", "\n".join(ours.values())):
        assert (ROOT / path).is_file(), path


def test_nothing_is_missing_but_what_others_lack_too() -> None:
    assert [row[1].strip() for row in HABITS if row[2].strip() == "—"] == ["语言服务器 language server"]


@pytest.mark.parametrize("name", ["terminal.svg", "terminal.en.svg"])
def test_a_picture_shows_what_its_command_prints(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    command = unescape(re.findall(r"<title>(.*?)</title>", text)[0])
    call = [sys.executable, "-m", "govreport_lint", *command.split()[1:]]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    shown = "".join(unescape(piece) for piece in re.findall(r"<text[^>]*>(.*?)</text>", text))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", "$" + command + done.stdout)


def test_the_page_of_commands_and_the_help_tell_the_same_statuses() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    told = program().epilog or ""
    for status in STATUSES:
        assert f"| {status.number} | {status.zh} | {status.en} |" in page
        assert f"{status.number}  {status.zh}  {status.en}" in told


def test_every_page_is_in_the_navigation_once() -> None:
    named: list[str] = []

    def gather(part: Any) -> None:
        if isinstance(part, str):
            named.append(part)
        else:
            for one in part.values() if isinstance(part, dict) else part:
                gather(one)

    gather(tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"])
    there = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
    assert sorted(named) == there
