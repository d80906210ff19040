"""docs/outputs.md and ``--help`` name the outputs that there are, in words that come from the registry."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from word_layouts import as_docx

from govreport_lint.cli import run
from govreport_lint.cli.options.check_options import check_options
from govreport_lint.output.formats import OutputFormat, output_formats

PAGE = (ROOT / "docs" / "outputs.md").read_text("utf-8")


def test_the_table_is_the_registry() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([A-Za-z][^|]+) \|$", PAGE, re.M)
    assert rows == [(known.name, known.about.zh, known.about.en) for known in output_formats()]


def test_the_option_has_every_output() -> None:
    option = next(option for option in check_options() if "--format" in option.opts)
    assert list(getattr(option.type, "choices", ())) == [known.name for known in output_formats()]


def test_every_output_says_what_it_tells() -> None:
    table = PAGE.partition("## 各写些什么")[2].partition("## ")[0]
    named = re.findall(
        r"`(\w+)`", "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    )
    assert named == [known.name for known in output_formats()]


@pytest.mark.parametrize("known", output_formats(), ids=lambda known: known.name)
def test_every_output_has_an_example_or_a_word(known: OutputFormat) -> None:
    assert PAGE.count(f"`{known.name}`") + PAGE.count(f"--format {known.name}") > 2


def test_examples_do_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("年报").mkdir()
    faulty = (SAMPLES / "town-2024.faulty.md").read_text("utf-8")
    Path("年报", "示范镇.md").write_text(faulty, "utf-8")
    Path("年报.docx").write_bytes(as_docx(faulty))
    blocks = re.findall(r"^```(?:sh|yaml|groovy)\n(.*?)^```", PAGE, re.M | re.S)
    commands = [found for block in blocks for found in re.findall(r"govreport-lint 年报[^\n']*", block)]
    assert len(commands) > 6
    for command in commands:
        asked = shlex.split(command)[1:]
        assert run(asked) == (0 if "--exit-zero" in asked else 1)
        files = [word.partition("=")[2] for word in asked if "=" in word]
        files += [file for option, file in pairwise(asked) if option == "-o"]
        assert all(Path(file).stat().st_size > 100 for file in files), command


def test_examples_name_outputs_that_there_are() -> None:
    named = set(re.findall(r"--format ([a-z]+)", PAGE))
    assert len(named) > 7
    assert named <= {known.name for known in output_formats()}
