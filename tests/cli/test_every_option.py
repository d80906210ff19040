"""Every option of the check, of ``annotate`` and of ``config show`` changes something that can be seen, and so does
every key of the configuration; an option and the key of the same name do the same."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from configured import PACK
from conftest import SAMPLES
from word_layouts import as_docx

from govreport_lint.cli import run
from govreport_lint.cli.checking import watching
from govreport_lint.cli.commands import program
from govreport_lint.cli.program import CHECK
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.configuration.records import Configuration
from govreport_lint.rulebook.pages import standard_previous, standard_report

Capture = pytest.CaptureFixture[str]
Seen = tuple[int, str, str, dict[str, bytes]]

SETTLING = "\n<!-- govreport-lint: disable-file A303 已与台账核对 -->\n"
# The time of day and of a run differ.
_TIMES = re.compile(r"\d+\.\d+|\d\d:\d\d:\d\d")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_kept: None) -> Path:
    """Reports with and without faults, one that settles a fault, one of last year, junk, a pack, a configuration."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "town-2024.faulty.md", "faulty.md")
    faulty = Path("faulty.md").read_text("utf-8")
    files = {
        "settling.md": faulty + SETTLING,
        "form.md": standard_report().replace("，", ",", 1),
        "2024/year.md": standard_report(),
        "2023/year.md": standard_previous().replace("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 3 | 0 | 0 | 0 | 0 | 0 | 3 |"),
        "set/good.md": standard_report(),
        "set/faulty.md": faulty,
        "set/junk.md": "# 说明\n\n这里放各单位的年报。\n",
        "pack.toml": PACK,
        "c.toml": 'lang = "en"\n',
        "old.docx": "",
        "old.html": "",
    }
    for name, text in files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
    Path("form.docx").write_bytes(as_docx(files["form.md"]))
    return tmp_path


def snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def seen(capture: Capture, arguments: Sequence[str]) -> Seen:
    """What a call does, in a folder that is afterwards as it was before."""
    before = snapshot()
    status = run(arguments)
    said, after = capture.readouterr(), snapshot()
    for name in after.keys() - before.keys():
        Path(name).unlink()
    for name, data in before.items():
        Path(name).write_bytes(data)
    return status, _TIMES.sub("#", said.out), _TIMES.sub("#", said.err), after


def configured(capture: Capture, arguments: Sequence[str], text: str) -> Seen:
    """The same with a configuration, which is not told among the files."""
    path = Path("govreport-lint.toml")
    path.write_text(text, "utf-8")
    status, out, err, files = seen(capture, arguments)
    path.unlink()
    return status, out, err, {name: data for name, data in files.items() if name != path.name}


# Option by option: what it is tried on, and how it is written.
CHECKED: dict[str, tuple[str, str]] = {
    "--select": ("faulty.md", "--select T"),
    "--ignore": ("faulty.md", "--ignore T"),
    "--previous": ("2024 --select H,T", "--previous 2023"),
    "--config": ("faulty.md", "--config c.toml"),
    "--pack": ("faulty.md", "--pack pack.toml"),
    "--isolated": ("faulty.md", "--isolated"),
    "--exclude": ("set", "--exclude f*.md"),
    "--list-files": ("set", "--list-files"),
    "--strict-files": ("set", "--strict-files"),
    "--stdin-filename": ("-", "--stdin-filename 名.md"),
    "--baseline": ("faulty.md", "--baseline known.json"),
    "--update-baseline": ("faulty.md --baseline known.json", "--update-baseline"),
    "--no-inline": ("settling.md", "--no-inline"),
    "--fix": ("form.md", "--fix"),
    "--diff": ("form.md", "--diff"),
    "--fix-output": ("form.docx --fix", "--fix-output out.docx"),
    "--force": ("form.docx --fix --fix-output old.docx", "--force"),
    "--format": ("faulty.md", "--format concise"),
    "--output": ("faulty.md", "-o out.txt"),
    "--lang": ("faulty.md", "--lang en"),
    "--color": ("faulty.md", "--color always"),
    "--statistics": ("faulty.md", "--statistics"),
    "--profile": ("faulty.md", "--profile"),
    "--quiet": ("2024", "--quiet"),
    "--verbose": ("2024", "--verbose"),
    "--fail-on": ("faulty.md --select N", "--fail-on warning"),
    "--exit-zero": ("faulty.md", "--exit-zero"),
    "--jobs": ("set", "--jobs 2"),
    "--watch": ("faulty.md", "--watch"),
}
ANNOTATED: dict[str, tuple[str, str]] = {
    "--select": ("faulty.md -o a.html", "--select T"),
    "--ignore": ("faulty.md -o a.html", "--ignore T"),
    "--previous": ("2024/year.md --select H,T -o a.html", "--previous 2023/year.md"),
    "--exclude": ("set -o out/", "--exclude f*.md"),
    "--config": ("faulty.md -o a.html", "--config c.toml"),
    "--pack": ("faulty.md -o a.html", "--pack pack.toml"),
    "--isolated": ("faulty.md -o a.html", "--isolated"),
    "--lang": ("faulty.md -o a.html", "--lang en"),
    "--output": ("faulty.md", "-o a.html"),
    "--force": ("faulty.md -o old.html", "--force"),
}
SHOWN: dict[str, tuple[str, str]] = {
    "--config": ("", "--config c.toml"),
    "--isolated": ("", "--isolated"),
    "--lang": ("", "--lang en"),
    "--output": ("", "-o out.toml"),
}
COMMANDS: dict[str, dict[str, tuple[str, str]]] = {CHECK: CHECKED, "annotate": ANNOTATED, "config show": SHOWN}


def params(words: str) -> list[click.Option]:
    command: click.Command = program()
    for word in [words] if words == CHECK else words.split():
        assert isinstance(command, click.Group)
        command = command.commands[word]
    return [param for param in command.params if isinstance(param, click.Option)]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_option_is_left_out(command: str) -> None:
    names = [next(name for name in option.opts if name.startswith("--")) for option in params(command)]
    assert sorted(names) == sorted(COMMANDS[command])


def jobs_asked_for(patch: pytest.MonkeyPatch) -> list[int]:
    """How many processes are asked for; none is started."""
    from govreport_lint.cli.checking import in_processes

    asked: list[int] = []

    def processes_for(paths: Sequence[str], jobs: int) -> int:
        del paths
        asked.append(jobs)
        return 1

    patch.setattr(in_processes, "processes_for", processes_for)
    return asked


TRIED = [(command, option) for command, table in COMMANDS.items() for option in table if option != "--jobs"]


@pytest.mark.parametrize(("command", "option"), TRIED, ids=[" ".join(pair) for pair in TRIED])
def test_the_option_changes_something(
    command: str, option: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "_pause", stop)
    tried, words = COMMANDS[command][option]
    if option == "--isolated":
        Path("govreport-lint.toml").write_text('lang = "en"\nselect = ["T"]\n', "utf-8")
    arguments = [*([] if command == CHECK else command.split()), *tried.split()]
    report = Path("faulty.md").read_bytes()
    results = []
    for more in ([], words.split()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report), "utf-8"))
        results.append(seen(capsys, [*arguments, *more]))
    assert results[0] != results[1]
    assert "Traceback" not in results[1][2]


def test_the_processes_that_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = jobs_asked_for(monkeypatch)
    run(["set"])
    run(["set", "--jobs", "2"])
    Path("govreport-lint.toml").write_text("jobs = 3\n", "utf-8")
    run(["set"])
    assert asked == [0, 2, 3]


# Key by key: what it is tried on, and what a configuration says.
ENTRY = '[[suppress]]\nrule = "A303"\nfiles = ["*"]\nplace = "表三 · 予以公开"\nreason = "已核对"\n'
UNUSED = ENTRY.replace("A303", "L901").replace("表三 · 予以公开", "一")
KEYS: dict[str, tuple[str, str]] = {
    "extends": ("faulty.md", 'extends = ["c.toml"]\n'),
    "packs": ("faulty.md", 'packs = ["pack.toml"]\n'),
    "select": ("faulty.md", 'select = ["T"]\n'),
    "ignore": ("faulty.md", 'ignore = ["T"]\n'),
    "extend_select": ("faulty.md --select T", 'extend_select = ["A"]\n'),
    "extend_ignore": ("faulty.md", 'extend_ignore = ["T"]\n'),
    "severity": ("faulty.md", '[severity]\nA303 = "info"\n'),
    "per_file": ("faulty.md", '[[per_file]]\nfiles = ["f*"]\nignore = ["T"]\n'),
    "locked": ("faulty.md --select T", 'locked = ["A"]\n'),
    "suppress": ("faulty.md", ENTRY),
    "inline_suppressions": ("settling.md", "inline_suppressions = false\n"),
    "unused_suppressions": ("form.md", f'unused_suppressions = "error"\n{UNUSED}'),
    "baseline": ("faulty.md --update-baseline", 'baseline = "known.json"\n'),
    "exclude": ("set", 'exclude = ["f*.md"]\n'),
    "strict_files": ("set", "strict_files = true\n"),
    "previous": ("2024 --select H,T", 'previous = "2023"\n'),
    "fail_on": ("faulty.md --select N", 'fail_on = "warning"\n'),
    "format": ("faulty.md", 'format = ["concise"]\n'),
    "lang": ("faulty.md", 'lang = "en"\n'),
}
# What belongs to the audit is tried with it; the number of processes above.
ELSEWHERE = {"audit", "jobs"}


def test_no_key_is_left_out() -> None:
    assert KEYS.keys() | ELSEWHERE == set(Configuration.__struct_fields__)
    assert not KEYS.keys() & ELSEWHERE


@pytest.mark.parametrize("key", KEYS)
def test_the_key_changes_something(key: str, capsys: Capture) -> None:
    tried, text = KEYS[key]
    # A list that settles nothing is told in any case: what is tried there is the status.
    before = UNUSED if key == "unused_suppressions" else ""
    assert configured(capsys, tried.split(), before) != configured(capsys, tried.split(), text)


SAME = {
    "packs": "--pack", "select": "--select", "ignore": "--ignore", "exclude": "--exclude", "previous": "--previous",
    "strict_files": "--strict-files", "fail_on": "--fail-on", "format": "--format", "lang": "--lang",
    "inline_suppressions": "--no-inline",
}  # fmt: skip


@pytest.mark.parametrize("key", SAME)
def test_the_option_of_the_same_name_does_the_same(key: str, capsys: Capture) -> None:
    tried, text = KEYS[key]
    base, words = CHECKED[SAME[key]]
    assert base == tried
    said, told = configured(capsys, tried.split(), text), configured(capsys, [*tried.split(), *words.split()], "")
    # A path in a configuration is told whole.
    here = f"{Path.cwd()}/"
    assert tuple(one.replace(here, "") if isinstance(one, str) else one for one in said) == told


def test_the_baseline_of_the_option_and_of_the_key(capsys: Capture) -> None:
    tried = ["faulty.md", "--update-baseline"]
    by_key = configured(capsys, tried, 'baseline = "known.json"\n')
    assert by_key[3]["known.json"] == configured(capsys, [*tried, "--baseline", "known.json"], "")[3]["known.json"]


def test_the_keys_of_the_audit_are_known_to_config_show(capsys: Capture) -> None:
    run(["config", "show"])
    shown = capsys.readouterr().out
    assert all(f"\n{key} = " in shown for key in AuditSettings.__struct_fields__)
