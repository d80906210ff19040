"""Kinds of installed distributions: loaded when a pack names one, never from the working folder, faults told by name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govreport_lint.auditing.choice import Choice
from govreport_lint.auditing.intake.judged_by import judged_by
from govreport_lint.checks import kinds
from govreport_lint.errors import RuleError
from govreport_lint.linter import Config, Linter
from govreport_lint.plugins import Kinds
from govreport_lint.rulebook.own.pack_files import pack_files
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.rulebook import load_rulebook

CODE = '''
"""A kind of a county's own."""

from collections.abc import Iterator

from msgspec import Struct

from govreport_lint.checks import Failed, Outcome, Passed, Subject
from govreport_lint.document import Location
from govreport_lint.finding import Place
from govreport_lint.rulebook.kinds import Kind, Need


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``least``: so many sections."""

    least: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    count = len(subject.report.sections)
    place, location = Place(), Location(0, 1)
    if count >= options.least:
        yield Passed(place)
    else:
        yield Failed(place=place, location=location, quote="", values={"count": str(count)})


KIND = Kind(name="enough-sections", options=Options, check=check, says=("count",), needs=(Need.TEXT,))
'''
PACK = """\
family = "structure"
[[rules]]
code = "X101"
name = "our-sections"
severity = "warning"
title = "章节太少"
message = "只有 {count} 个部分。"
suggestion = "请补上。"
basis = "本县要求"
[rules.check]
kind = "enough-sections"
least = %s
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where a distribution is installed, looked at before all others."""
    place = tmp_path / "site"
    place.mkdir()
    monkeypatch.syspath_prepend(str(place))
    yield_from = [name for name in sys.modules if name.startswith("county_kinds")]
    for name in yield_from:
        monkeypatch.delitem(sys.modules, name)
    return place


def install(place: Path, name: str = "county_kinds", code: str = CODE, kind: str = "enough-sections") -> None:
    """What installing a wheel leaves behind."""
    (place / f"{name}.py").write_text(code, encoding="utf-8")
    known = place / f"{name}-1.2.dist-info"
    known.mkdir(exist_ok=True)
    (known / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", encoding="utf-8")
    (known / "entry_points.txt").write_text(f"[govreport_lint.kinds]\n{kind} = {name}:KIND\n", encoding="utf-8")
    (known / "RECORD").write_text("", encoding="utf-8")


def pack(folder: Path, least: object = 9) -> Path:
    path = folder / "our.toml"
    path.write_text(PACK % least, encoding="utf-8")
    return path


def refused(folder: Path, least: object = 9) -> RuleError:
    with pytest.raises(RuleError) as caught:
        load_rulebook(Kinds(kinds()), [pack(folder, least)])
    return caught.value


def messages(folder: Path) -> list[str]:
    linter = Linter(load_rulebook(Kinds(kinds()), [pack(folder)]), Config(select=("X",)))
    return [found.message.zh for found in linter.lint_text(standard_report(), "markdown", "a").findings]


def test_a_pack_may_name_a_kind_of_an_installed_distribution(tmp_path: Path, site: Path) -> None:
    install(site)
    assert messages(tmp_path) == ["只有 6 个部分。"]


def test_its_options_are_checked_like_those_of_shipped_kinds(tmp_path: Path, site: Path) -> None:
    install(site)
    error = refused(tmp_path, '"九"')
    assert error.line == 12 and "整数" in error.reason


def test_it_is_offered_where_a_name_is_misspelt(tmp_path: Path, site: Path) -> None:
    install(site)
    path = pack(tmp_path)
    path.write_text(path.read_text("utf-8").replace("enough-sections", "enough-section"), encoding="utf-8")
    with pytest.raises(RuleError, match="是不是 enough-sections"):
        load_rulebook(Kinds(kinds()), [path])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import no_such_module_here\n", "ModuleNotFoundError"),
        ("KIND = 3\n", "不是名为“enough-sections”的检查种类"),
        (CODE.replace('name="enough-sections"', 'name="other"'), "不是名为“enough-sections”的检查种类"),
        ("import sys\nsys.exit(3)\n", "SystemExit"),
    ],
)
def test_a_faulty_plugin_is_named(tmp_path: Path, site: Path, code: str, said: str) -> None:
    install(site, code=code)
    error = refused(tmp_path)
    assert "county_kinds 1.2" in error.reason and said in error.reason
    assert error.line == 11 and error.spot and error.spot.source == 'kind = "enough-sections"'


def test_two_that_give_the_same_kind_are_both_named(tmp_path: Path, site: Path) -> None:
    install(site)
    install(site, "county_kinds_two")
    assert "county_kinds 1.2, county_kinds_two 1.2" in refused(tmp_path).reason


def test_one_that_fails_while_it_judges_is_named(tmp_path: Path, site: Path) -> None:
    install(site, code=CODE.replace("    count = len", "    1 / 0\n    count = len"))
    with pytest.raises(RuleError, match=r"county_kinds 1\.2：插件出错：ZeroDivisionError"):
        messages(tmp_path)


def test_a_shipped_kind_is_never_taken_from_a_plugin(site: Path) -> None:
    install(site, kind="equation", code="raise SystemError\n")
    assert Kinds(kinds())["equation"] is kinds()["equation"]


def test_code_of_the_working_folder_is_not_loaded(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(site)
    work = tmp_path / "work"
    work.mkdir()
    (work / "county_kinds.py").write_text("raise SystemError('loaded')\n", encoding="utf-8")
    monkeypatch.chdir(work)
    monkeypatch.syspath_prepend("")
    error = refused(tmp_path)
    assert "当前文件夹" in error.reason and "loaded" not in error.reason


def test_a_distribution_in_the_working_folder_is_not_asked(tmp_path: Path) -> None:
    install(tmp_path, code="print('loaded')\n" + CODE)
    program = "import sys; from govreport_lint.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "rules", "--pack", str(pack(tmp_path))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2 and "loaded" not in done.stdout
    assert "enough-sections" in done.stderr


def test_a_run_without_packs_loads_nothing_of_packs_and_plugins(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment.pop("GOVREPORT_LINT_NO_CACHE", None)
    program = "from govreport_lint.shipped import shipped_rulebook; shipped_rulebook()"
    again = f"import sys; {program}; print([name for name in sys.modules if '.own.' in name or 'plugins' in name])"
    for code in (program, again):
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_code_of_a_plugin_belongs_to_what_reports_are_judged_by(tmp_path: Path, site: Path) -> None:
    install(site)
    files = pack_files([pack(tmp_path)])
    first = judged_by(Choice(files))
    (site / "county_kinds.py").write_text(CODE + "# changed\n", encoding="utf-8")
    assert judged_by(Choice(files)) != first
