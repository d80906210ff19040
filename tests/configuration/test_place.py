"""Which configuration holds: the nearest to what is checked, else the nearest to the working folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from configured import configure, put

from govreport_lint.cli import run
from govreport_lint.configuration.place import configuration_file
from govreport_lint.errors import RuleError

pytestmark = pytest.mark.usefixtures("faulty_folder")

OWN = "lang = 'en'\n"
PROJECT = "[tool.govreport-lint]\nlang = 'en'\n"


def place(*paths: str) -> str | None:
    found = configuration_file(paths)
    return found.resolve().relative_to(Path.cwd().resolve()).as_posix() if found else None


def test_the_nearest_above_the_paths_holds() -> None:
    configure(OWN, "a/govreport-lint.toml")
    configure(OWN, "a/b/govreport-lint.toml")
    for name in ("a/b/c/x.md", "a/b/y.md", "a/z.md", "other/w.md"):
        put(name, "")
    assert place("a/b/c/x.md") == place("a/b/c") == place("a/b/y.md") == "a/b/govreport-lint.toml"
    assert place("a/b/c/x.md", "a/b/y.md") == "a/b/govreport-lint.toml"
    assert place("a/b/c/x.md", "a/z.md") == "a/govreport-lint.toml", "the folder that both share"
    assert place("a/b/c/x.md", "other/w.md") is None
    assert place() is None


def test_the_working_folder_comes_last(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    configure(OWN, "here/govreport-lint.toml")
    put("there/x.md", "")
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here" / "deep").mkdir()
    assert configuration_file(["../there/x.md"]) == tmp_path / "here" / "govreport-lint.toml"
    assert configuration_file([]) == tmp_path / "here" / "govreport-lint.toml"
    configure(OWN, "../there/govreport-lint.toml")
    assert configuration_file(["../there/x.md"]) == tmp_path / "there" / "govreport-lint.toml"
    monkeypatch.chdir(tmp_path / "here" / "deep")
    assert configuration_file([]) == tmp_path / "here" / "govreport-lint.toml"


def test_two_points_in_a_path_lead_to_the_folder_that_is_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    configure(OWN)
    configure(OWN, "a/govreport-lint.toml")
    put("a/x.md", "")
    put("b/y.md", "")
    monkeypatch.chdir(tmp_path / "a")
    assert configuration_file(["../b/y.md", "x.md"]) == tmp_path / "govreport-lint.toml"


def test_a_pyproject_holds_where_it_has_the_table() -> None:
    put("a/b/pyproject.toml", "[tool.other]\nx = 1\n")
    put("a/pyproject.toml", PROJECT)
    put("a/b/x.md", "")
    assert place("a/b/x.md") == "a/pyproject.toml"
    configure(OWN, "a/govreport-lint.toml")
    assert place("a/b/x.md") == "a/govreport-lint.toml", "the file of our own before it"
    put("a/b/pyproject.toml", "[tool.other\n")
    with pytest.raises(RuleError):
        place("a/b/x.md")


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool]\n", "", "[project]\nname = 'x'\n"])
def test_any_other_pyproject_is_none_of_ours(text: str) -> None:
    put("pyproject.toml", text)
    assert place("faulty.md") is None


def test_config_names_one_and_isolated_uses_none(capsys: pytest.CaptureFixture[str]) -> None:
    configure("lang = 'en'\n")
    configure("fail_on = 'never'\n", "else/other.toml")
    assert run(["faulty.md", "-q"]) == 1
    assert "Basis: " in capsys.readouterr().out
    assert run(["faulty.md", "-q", "--config", "else/other.toml"]) == 0
    assert "依据：" in capsys.readouterr().out
    assert run(["faulty.md", "-q", "--isolated"]) == 1
    assert "依据：" in capsys.readouterr().out
    assert run(["faulty.md", "--isolated", "--config", "else/other.toml"]) == 2
    assert run(["faulty.md", "--config", "no.toml"]) == 2
    assert "--config no.toml：没有这个文件" in capsys.readouterr().err


def test_config_may_name_a_pyproject(capsys: pytest.CaptureFixture[str]) -> None:
    put("x/pyproject.toml", PROJECT)
    run(["faulty.md", "-q", "--config", "x/pyproject.toml"])
    assert "Basis: " in capsys.readouterr().out
    put("x/pyproject.toml", "[tool.other]\n")
    assert run(["faulty.md", "--config", "x/pyproject.toml"]) == 2
    assert "没有 [tool.govreport-lint] 这张表" in capsys.readouterr().err
