"""Files on top of each other: what replaces, what is changed key by key, what adds up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from configured import configure, found, mistake

from govreport_lint.configuration.in_force import InForce, in_force
from govreport_lint.configuration.records import ADDED, Configuration, FailOn, Level

pytestmark = pytest.mark.usefixtures("faulty_folder")

ENTRY = '[[suppress]]\nrule = "A303"\nfiles = ["%s"]\nplace = "四"\nreason = "已核对"\n'
FILES = '[[per_file]]\nfiles = ["%s"]\nignore = ["A"]\n'


def force(text: str, **options: Any) -> InForce:
    return in_force(configure(text), options)


def says(text: str, **options: Any) -> Configuration:
    return force(text, **options).configuration


def extending(*names: str) -> str:
    return f"extends = [{', '.join(repr(name) for name in names)}]\n"


def test_what_the_file_itself_does_not_say_stays() -> None:
    configure('fail_on = "warning"\nselect = ["A", "T"]\nignore = ["T"]\njobs = 3\n', "c.toml")
    made = says(extending("c.toml") + 'ignore = ["A301"]\n')
    assert (made.fail_on, made.select, made.ignore, made.jobs) == (FailOn.WARNING, ("A", "T"), ("A301",), 3)


def test_an_empty_list_replaces_too() -> None:
    configure('ignore = ["T"]\n', "c.toml")
    assert says(extending("c.toml") + "ignore = []\n").ignore == ()


def test_severities_and_the_audit_are_changed_key_by_key() -> None:
    configure('[severity]\nA301 = "off"\nA302 = "info"\n[audit]\nsimilarity = 0.7\nphone = "12345"\n', "c.toml")
    made = says(extending("c.toml") + '[severity]\nA302 = "error"\n[audit]\nsimilarity = 0.6\n')
    assert made.severity == {"A301": Level.OFF, "A302": Level.ERROR}
    assert (made.audit.similarity, made.audit.phone, made.audit.copied) == (0.6, "12345", 0.8)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("packs", ("a.toml", "b.toml")),
        ("extend_select", ("A", "T")),
        ("extend_ignore", ("A", "T")),
        ("locked", ("A", "T")),
        ("exclude", ("a/**", "b/**")),
    ],
)
def test_what_adds_up(key: str, values: tuple[str, str]) -> None:
    first, second = values
    for name in ("a.toml", "b.toml"):
        configure("", name)
    configure(f'{key} = ["{first}"]\n', "c.toml")
    made = getattr(says(f'{extending("c.toml")}{key} = ["{second}"]\n'), key)
    assert tuple(Path(one).name if key == "packs" else one for one in made) == values


def test_entries_add_up_too() -> None:
    configure(FILES % "a" + ENTRY % "a", "c.toml")
    made = says(extending("c.toml") + FILES % "b" + ENTRY % "b")
    assert [one.files for one in made.per_file] == [one.files for one in made.suppress] == [("a",), ("b",)]


def test_every_key_that_adds_up_was_tried() -> None:
    tried = {"packs", "extend_select", "extend_ignore", "locked", "exclude", "per_file", "suppress"}
    assert tried == ADDED


def test_a_chain_and_the_order_of_several() -> None:
    configure('lang = "en"\njobs = 2\nfail_on = "info"\n', "省/a.toml")
    configure(extending("../省/a.toml") + "jobs = 3\n", "县/b.toml")
    configure('fail_on = "never"\njobs = 4\n', "县/c.toml")
    made = force(extending("县/b.toml", "县/c.toml"))
    said = made.configuration
    assert (said.lang, said.jobs, said.fail_on) == ("en", 4, "never")
    assert [one.path.name for one in made.written] == ["a.toml", "b.toml", "c.toml", "govreport-lint.toml"]
    assert says(extending("县/c.toml", "县/b.toml")).jobs == 3


def test_a_file_that_is_reached_twice_counts_once() -> None:
    configure('exclude = ["旧/**"]\n', "a.toml")
    configure(extending("a.toml"), "b.toml")
    configure(extending("a.toml"), "c.toml")
    assert says(extending("b.toml", "c.toml")).exclude == ("旧/**",)
    assert says(extending("a.toml", "b.toml")).exclude == ("旧/**",)


@pytest.mark.parametrize(
    "files",
    [
        {"govreport-lint.toml": "govreport-lint.toml"},
        {"govreport-lint.toml": "a.toml", "a.toml": "govreport-lint.toml"},
        {"govreport-lint.toml": "a.toml", "a.toml": "b.toml", "b.toml": "./a.toml"},
    ],
)
def test_a_circle_is_told(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for name, other in files.items():
        configure(extending(other), name)
    said = mistake(capsys)[0]
    assert "成了圈" in said
    assert all(str(Path(name).resolve()) in said for name in files.values())


def test_options_come_last() -> None:
    text = 'select = ["A"]\nexclude = ["a"]\nfail_on = "info"\n'
    made = says(text, select=("T",), exclude=("b",), fail_on="never")
    assert (made.select, made.exclude, made.fail_on) == (("T",), ("a", "b"), "never")


def test_extended_files_work_in_a_run() -> None:
    configure('[severity]\nA303 = "info"\n', "c.toml")
    configure(extending("c.toml") + 'extend_ignore = ["A302"]\n')
    left = found()
    assert left["A303"] == "info"
    assert "A302" not in left
