"""Configuration files of tests, and what a run comes to under them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govreport_lint.cli import run

NAME = "govreport-lint.toml"

PACK = """\
family = "language"
[[rules]]
code = "X101"
name = "words-x"
severity = "error"
title = "不用的提法"
message = "“{word}”"
suggestion = "请改。"
basis = "本县要求"
[rules.check]
kind = "word-list"
words = [{ word = "政府信息" }]
"""
"""A pack whose rule finds something in every report."""


def put(name: str, text: str) -> Path:
    """A file with a text, in a folder that is made for it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def configure(text: str, name: str = NAME) -> Path:
    """The configuration of a folder."""
    return put(name, text)


def told(*arguments: str) -> tuple[dict[str, Any], int]:
    """What a run tells as JSON, and its status."""
    status = run([*arguments, "--format", "json", "-o", "told.json"])
    path = Path("told.json")
    data = json.loads(path.read_text("utf-8")) if path.exists() else {}
    path.unlink(missing_ok=True)
    return data, status


def levels(*arguments: str) -> dict[str, dict[str, str]]:
    """The severities of what was found, by file and code."""
    files = told(*arguments)[0]["files"]
    return {file["path"]: {one["code"]: one["severity"] for one in file.get("findings", ())} for file in files}


def found(*arguments: str, file: str = "faulty.md") -> dict[str, str]:
    """The same for one file."""
    return levels(file, *arguments)[file]


def mistake(capture: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """What is said of a configuration that is wrong: the place and the reason, the line, the mark."""
    assert run(["faulty.md", *arguments]) == 2
    said = capture.readouterr()
    assert said.out == ""
    return said.err.splitlines()[1:]
