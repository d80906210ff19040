"""docs/outputs.md and ``--help`` name the outputs that there are, in words that come from the registry."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

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


def test_examples_name_outputs_that_there_are() -> None:
    named = set(re.findall(r"--format ([a-z]+)", PAGE))
    assert len(named) > 7
    assert named <= {known.name for known in output_formats()}
