"""The files through which others take the program in: hooks, pipelines, templates. Their shell lines are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

FAULTY = "samples/puwei-2024.md"


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``govreport-lint`` is this checkout."""
    call = tmp_path / "bin" / "govreport-lint"
    call.parent.mkdir()
    call.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from govreport_lint.cli import main; main()" "$@"\n')
    call.chmod(0o755)
    return {**os.environ, "PATH": f"{call.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def run(lines: str, shell: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    call = [found, "-e", "-c", lines]
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "path",
    sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob(".github/**/*.yml"), *ROOT.glob("*.yml"))),
)
def test_yaml_is_yaml_and_actions_are_pinned(path: str) -> None:
    assert isinstance(loaded(path), dict)
    for used in re.findall(r"uses: (\S+)", (ROOT / path).read_text("utf-8")):
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", used), used


def test_the_hook_takes_reports_by_their_names() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["language"]) == ("govreport-lint", "govreport-lint", "python")
    taken = re.compile(hook["files"])
    assert taken.search("公开/示范县民政局2024年政府信息公开工作年度报告.docx") and taken.search(
        "2024年报/民政局.PDF".lower()
    )
    assert not taken.search("README.md") and not taken.search("年报.png")


def test_the_hook_names_the_packages_of_the_extras() -> None:
    import tomllib

    (hook,) = loaded(".pre-commit-hooks.yaml")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert hook["additional_dependencies"] == [*extras["pdf"], *extras["xlsx"]]


def test_the_action_runs_and_fails_on_findings(tmp_path: Path, surroundings: dict[str, str]) -> None:
    action = loaded("action.yml")
    step = action["runs"]["steps"][-1]
    assert set(re.findall(r"inputs\.([\w-]+)", str(action["runs"]))) == set(action["inputs"])
    shutil.copy(ROOT / FAULTY, tmp_path / "年 报.md")
    given = {**surroundings, "GOVREPORT_PATHS": "年 报.md\n", "GOVREPORT_FAIL_ON": "error", "GOVREPORT_ARGUMENTS": ""}
    done = run(step["run"], "bash", tmp_path, given)
    assert done.returncode == 1 and done.stdout.startswith("::"), done.stderr
    done = run(
        step["run"], "bash", tmp_path, {**given, "GOVREPORT_FAIL_ON": "never", "GOVREPORT_ARGUMENTS": "--lang\nen"}
    )
    assert done.returncode == 0, done.stderr


def test_the_gitlab_template_runs_and_leaves_its_report(tmp_path: Path, surroundings: dict[str, str]) -> None:
    job = loaded("templates/govreport-lint.yml")["govreport-lint"]
    shutil.copy(ROOT / FAULTY, tmp_path / "年 报.md")
    variables = {**job["variables"], "GOVREPORT_PATHS": "年 报.md"}
    done = run("\n".join(job["script"]), "sh", tmp_path, {**surroundings, **variables})
    assert done.returncode == 1, done.stderr
    told = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert told and all("fingerprint" in one for one in told)


def test_the_container_copies_what_the_build_needs_and_is_not_root() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = {name for line in lines if line.startswith("COPY") and "--from" not in line for name in line.split()[1:-1]}
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert copied == kept and all((ROOT / name).exists() for name in copied)
    assert [line for line in lines if line.startswith("USER")] == ["USER 10001"]


def test_issue_forms_ask_for_no_unpublished_report() -> None:
    forms = [path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"]
    assert len(forms) == 3
    for path in forms:
        form = yaml.safe_load(path.read_text("utf-8"))
        assert "不要附没有公布的年报" in form["body"][0]["attributes"]["value"]
        ids = [part["id"] for part in form["body"] if "id" in part]
        assert len(ids) == len(set(ids)) and "version" in ids


def test_the_changelog_is_in_the_usual_form_and_has_the_version() -> None:
    from govreport_lint import __version__

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.M)
    assert headings[0] == "[未发布 / Unreleased]" and f"[{__version__}]" in headings[1]
    kinds = {"新增 / Added", "改变 / Changed", "修正 / Fixed", "删去 / Removed", "安全 / Security", "此前 / Before"}
    assert set(re.findall(r"^### (.*)$", text, re.M)) <= kinds
