"""A pack above a county's configuration cannot change the options of a rule that the county has locked."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport_lint.cli import run

CHANGED = """[options.A303]
only = ["received"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "county").mkdir()
    (tmp_path / "county" / "govreport-lint.toml").write_text('locked = ["A"]\n', "utf-8")
    (tmp_path / "govreport-lint.toml").write_text('extends = ["county/govreport-lint.toml"]\n', "utf-8")
    (tmp_path / "p.toml").write_text(CHANGED, "utf-8")
    return tmp_path


def test_a_pack_cannot_change_a_locked_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["config", "show"]) == 0
    for arguments in (["config", "show"], ["config", "show", "."]):
        (folder / "govreport-lint.toml").write_text(
            'extends = ["county/govreport-lint.toml"]\npacks = ["p.toml"]\n', "utf-8"
        )
        capsys.readouterr()
        assert run(arguments) == 2
        said = capsys.readouterr().err
        assert "p.toml" in said
        assert "A303 由" in said


def test_the_pack_of_an_option_cannot_either(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "a.md").write_text("# 年报\n", "utf-8")
    assert run(["a.md", "--pack", "p.toml"]) == 2
    assert "A303 由" in capsys.readouterr().err


def test_the_county_may_change_what_it_locks(folder: Path) -> None:
    (folder / "county" / "govreport-lint.toml").write_text('locked = ["A"]\npacks = ["../p.toml"]\n', "utf-8")
    assert run(["config", "show"]) == 0
