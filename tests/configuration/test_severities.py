"""Severities and what holds for some files only: what is found, as what, and how the run ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from configured import configure, found, levels, put

from govreport_lint.cli import run

pytestmark = pytest.mark.usefixtures("faulty_folder")

ONLY = 'select = ["A303"]\n'


def test_a_milder_severity_passes_and_a_stricter_one_fails() -> None:
    configure(ONLY)
    assert run(["faulty.md"]) == 1
    for level in ("warning", "info"):
        configure(f'{ONLY}[severity]\nA303 = "{level}"\n')
        assert found() == {"A303": level}
        assert run(["faulty.md"]) == 0
        assert run(["faulty.md", "--fail-on", level]) == 1
    configure('select = ["N501"]\n')
    assert run(["faulty.md"]) == 0
    configure('select = ["N501"]\n[severity]\nN = "error"\n')
    assert run(["faulty.md"]) == 1


def test_off_is_not_asked() -> None:
    configure('[severity]\nA = "off"\n')
    assert not any(code.startswith("A") for code in found())


def test_the_longest_word_decides() -> None:
    configure('[severity]\nA303 = "warning"\nA = "off"\nA30 = "info"\n')
    left = found()
    assert (left["A303"], left["A302"], left["A304"]) == ("warning", "info", "info")
    configure('ignore = ["A"]\nextend_select = ["A303"]\nselect = ["T"]\n')
    assert {code for code in found() if code[0] == "A"} == {"A303"}


def files(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy("faulty.md", name)


def with_rule(*arguments: str, code: str = "A303") -> set[str]:
    """The files in which a rule failed."""
    return {path for path, each in levels(*arguments).items() if code in each}


@pytest.mark.parametrize(
    ("pattern", "without"),
    [
        ("a.md", {"a.md", "旧/a.md", "旧/里/a.md"}),
        ("/a.md", {"a.md"}),
        ("旧/", {"旧/a.md", "旧/里/a.md"}),
        ("旧/**", {"旧/a.md", "旧/里/a.md"}),
        ("旧/*.md", {"旧/a.md"}),
        ("**/里/*", {"旧/里/a.md"}),
        ("*.txt", set()),
    ],
)
def test_patterns_are_told_from_the_folder_of_the_configuration(pattern: str, without: set[str]) -> None:
    files("a.md", "旧/a.md", "旧/里/a.md")
    Path("faulty.md").unlink()
    configure(f'[[per_file]]\nfiles = ["{pattern}"]\nignore = ["A303"]\n')
    assert with_rule(".") == {"a.md", "旧/a.md", "旧/里/a.md"} - without


def test_the_working_folder_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files("旧/a.md", "b/a.md")
    configure('[[per_file]]\nfiles = ["旧/*"]\nignore = ["A303"]\n')
    monkeypatch.chdir("旧")
    assert with_rule("a.md", "../b/a.md") == {"../b/a.md"}
    assert with_rule(str(tmp_path / "旧" / "a.md")) == set()


def test_several_entries_add_up_and_change_severities() -> None:
    files("旧/a.md")
    configure(
        '[severity]\nA303 = "warning"\n'
        '[[per_file]]\nfiles = ["旧/*"]\nseverity = { A303 = "info" }\n'
        '[[per_file]]\nfiles = ["a.md"]\nignore = ["A302"]\n'
    )
    told = levels("faulty.md", "旧/a.md")
    assert (told["faulty.md"]["A303"], told["旧/a.md"]["A303"]) == ("warning", "info")
    assert "A302" in told["faulty.md"] and "A302" not in told["旧/a.md"]


def test_what_is_said_of_some_files_fails_a_run_for_them_only() -> None:
    files("旧/a.md")
    configure(ONLY + '[[per_file]]\nfiles = ["旧/*"]\nseverity = { A303 = "info" }\n')
    assert run(["旧/a.md"]) == 0
    assert run(["faulty.md"]) == 1


def test_an_extended_file_speaks_of_files_from_the_folder_of_the_one_that_was_found() -> None:
    files("旧/a.md")
    put("县/county.toml", '[[per_file]]\nfiles = ["/旧/*"]\nignore = ["A303"]\n')
    configure('extends = ["县/county.toml"]\n')
    assert with_rule("faulty.md", "旧/a.md") == {"faulty.md"}
