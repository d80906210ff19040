"""``config show``: TOML that says the same again, and of each value where it comes from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from configured import configure, put

from govreport_lint.cli import run
from govreport_lint.configuration.in_force import in_force
from govreport_lint.configuration.records import Configuration

pytestmark = pytest.mark.usefixtures("faulty_folder")
Capture = pytest.CaptureFixture[str]

COUNTY = """\
exclude = ["旧/**"]
locked = ["A301"]
fail_on = "info"

[severity]
T201 = "warning"

[[per_file]]
files = ["2020/**"]
ignore = ["S107"]

[[suppress]]
rule = "T203"
files = ["甲*"]
place = "表三 · 总计"
reason = "说“好”的 \\"引号\\" \\\\"
until = 2030-01-31
"""
OWN = """\
extends = ["county.toml"]
format = ["text", "sarif=结果.sarif"]
exclude = ["*草稿*"]
fail-on = "warning"
inline_suppressions = false

[severity]
row-total = "info"

[[per-file]]
files = ["2021/**"]
severity = { D602 = "off", row-total = "info" }

[audit]
similarity = 0.6
deadline = { township = "01-20", "别的" = "01-31" }
contact = "王某"
phone = "0812-1234567"
"""


def shown(capture: Capture, *arguments: str) -> str:
    assert run(["config", "show", *arguments]) == 0
    return capture.readouterr().out


def test_it_says_the_same_again(capsys: Capture) -> None:
    configure(COUNTY, "county.toml")
    force = in_force(configure(OWN), {})
    text = shown(capsys)
    assert "extends" not in tomllib.loads(text)
    again = in_force(put("again/again.toml", text), {})
    assert again.configuration == force.configuration
    assert again.configuration != Configuration()


def test_the_defaults_too(capsys: Capture) -> None:
    text = shown(capsys, "--isolated")
    assert text.startswith("# 没有配置文件，以下是默认值\n")
    assert in_force(put("again.toml", text), {}).configuration == Configuration()
    assert all(line.endswith("# 默认") for line in text.splitlines()[1:] if "=" in line)
    assert "# default" in shown(capsys, "--isolated", "--lang", "en")


def test_where_each_value_comes_from(capsys: Capture) -> None:
    county, own = configure(COUNTY, "county.toml").absolute(), configure(OWN).absolute()
    lines = shown(capsys).splitlines()
    assert lines[1:3] == [f"#   {county}", f"#   {own}"]
    for start, origin in {
        "exclude = ": f"{county}:1 + {own}:3",
        "locked = ": f"{county}:2",
        "fail_on = ": f"{own}:4",
        "format = ": f"{own}:2",
        "inline_suppressions = false": f"{own}:5",
        "T201 = ": f"{county}:6",
        "row-total = ": f"{own}:8",
        "similarity = ": f"{own}:15",
        "copied = ": "默认",
        "jobs = ": "默认",
        "# previous =": "默认",
    }.items():
        (line,) = [line for line in lines if line.startswith(start)]
        assert line.endswith(f"  # {origin}"), line
    assert [line for line in lines if line.startswith("[[")] == [
        f"[[per_file]]  # {county}:8",
        f"[[per_file]]  # {own}:10",
        f"[[suppress]]  # {county}:12",
    ]


def test_it_tells_the_configuration_of_the_paths(capsys: Capture) -> None:
    configure('lang = "en"\n', "a/govreport-lint.toml")
    put("a/x.md", "")
    assert 'lang = "en"  # ' in shown(capsys, "a/x.md")
    assert 'lang = "zh"  # 默认' in shown(capsys, "faulty.md")
    assert 'lang = "en"' in shown(capsys, "--config", "a/govreport-lint.toml")


def test_what_is_wrong_is_told_as_by_a_check(capsys: Capture) -> None:
    configure('ignore = ["Q1"]\n')
    assert run(["config", "show"]) == 2
    assert ":1:12：ignore：没有名为“Q1”的规则" in capsys.readouterr().err


def test_it_goes_into_a_file_but_not_over_what_it_was_made_of(capsys: Capture) -> None:
    path = configure('lang = "en"\n')
    assert run(["config", "show", "-o", "shown.toml"]) == 0
    assert capsys.readouterr().out == ""
    assert tomllib.loads(Path("shown.toml").read_text("utf-8"))["lang"] == "en"
    assert run(["config", "show", "-o", str(path)]) == 2
    assert path.read_text("utf-8") == 'lang = "en"\n'


def test_a_strange_name_of_a_file_stays_a_comment(capsys: Capture) -> None:
    configure('lang = "en"\n', "a\nlang = 'zh'\n#/govreport-lint.toml")
    put("a\nlang = 'zh'\n#/x.md", "")
    assert tomllib.loads(shown(capsys, "a\nlang = 'zh'\n#/x.md"))["lang"] == "en"
