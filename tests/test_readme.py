"""January in five commands, tried as the guides tell them: from a copy of the small county, word for word."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

HEADINGS = {"docs/en/county.md": "## January in five commands", "docs/guides/county.md": "## 一月里的五条命令"}


def told(name: str) -> tuple[list[str], str]:
    """The commands and the output of the last one, as a guide has them."""
    text = (ROOT / name).read_text("utf-8").partition(HEADINGS[name])[2].partition("\n## ")[0]
    commands, output = (re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL) for kind in ("sh", "text"))
    assert commands and output
    return commands[1].splitlines(), output[1]


def test_both_languages_tell_the_same() -> None:
    assert told("docs/en/county.md") == told("docs/guides/county.md")


def test_the_five_commands_do_what_is_told(tmp_path: Path) -> None:
    county = shutil.copytree(ROOT / "samples" / "county", tmp_path / "county")
    commands, output = told("docs/en/county.md")
    assert len(commands) == 5
    program = [sys.executable, "-m", "govreport_lint"]
    environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"}
    done = []
    for command in commands:
        words = [*program, *command.split()[1:]]
        done.append(
            subprocess.run(words, cwd=county, env=environment, capture_output=True, encoding="utf-8", check=False)
        )
    assert [run.returncode for run in done] == [0, 0, 1, 1, 1], [run.stderr for run in done]
    assert [run.stderr for run in done] == [""] * 5
    assert "N501" in done[0].stdout
    assert (county / "审核" / "units.csv").is_file()
    assert (county / "审核" / "letters" / "02 示范县青山镇人民政府.docx").is_file()
    assert done[4].stdout == output


def test_the_county_of_the_samples_is_made_as_it_lies_there(tmp_path: Path) -> None:
    copied = tmp_path / "docs"
    copied.mkdir()
    shutil.copy(ROOT / "docs" / "sample_county.py", copied)
    shutil.copytree(ROOT / "benchmarks" / "counties", tmp_path / "benchmarks" / "counties")
    subprocess.run([sys.executable, copied / "sample_county.py"], check=True)
    made, kept = tmp_path / "samples" / "county", ROOT / "samples" / "county"
    names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(kept) for path in kept.rglob("*") if path.is_file())
    assert [name for name in names if (made / name).read_bytes() != (kept / name).read_bytes()] == []
