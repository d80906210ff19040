"""What is kept in the user's cache folder changes nothing but the time: kept, damaged, foreign or refused."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

pytestmark = pytest.mark.skipif(os.name == "nt", reason="another folder and no modes on Windows")

EQUAL = """
import re, sys
from govreport_lint.user_cache import expressions
before = set(re._cache)
kept = expressions.put_back()
made = {key: pattern for key, pattern in re._cache.items() if key not in before}
compiler = sys.modules["re._compiler"]
assert all(pattern == compiler.compile(key[1], key[2]) for key, pattern in made.items())
print(len(kept), len(made))
"""


def run(cache: Path, *command: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    variables = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT), **more}
    environment = {**os.environ, **variables}
    environment.pop("GOVREPORT_LINT_NO_CACHE", None)
    environment.update(more)
    return subprocess.run([sys.executable, *command], capture_output=True, check=False, env=environment)


def lint(cache: Path, **more: str) -> tuple[int, bytes, bytes]:
    done = run(cache, "-m", "govreport_lint", str(SAMPLES / "puwei-2024.md"), **more)
    return done.returncode, done.stdout, done.stderr


def kept(cache: Path) -> dict[str, Path]:
    return {path.name.split("-")[0]: path for path in (cache / "govreport-lint").glob("*")}


def test_rules_and_expressions_are_kept_for_the_owner_alone(tmp_path: Path) -> None:
    first = lint(tmp_path)
    assert set(kept(tmp_path)) == {"rules", "expressions"}
    assert stat.S_IMODE((tmp_path / "govreport-lint").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept(tmp_path).values()} == {0o600}
    times = {path: path.stat().st_mtime_ns for path in kept(tmp_path).values()}
    assert lint(tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in kept(tmp_path).values()} == times, "written once"


def test_an_expression_that_is_put_back_is_the_one_that_would_be_compiled(tmp_path: Path) -> None:
    lint(tmp_path)
    done = run(tmp_path, "-c", EQUAL)
    assert done.returncode == 0, done.stderr
    told, made = map(int, done.stdout.split())
    assert told >= made > 100


@pytest.mark.parametrize("kind", ["rules", "expressions"])
@pytest.mark.parametrize("data", [b"", b"\x00", b"\x91\x96\xa1a\x00\x00\x91\xcd\xff\xff\x00\x80"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, kind: str, data: bytes) -> None:
    first = lint(tmp_path)
    path = kept(tmp_path)[kind]
    path.write_bytes(data)
    assert lint(tmp_path) == first
    assert path.stat().st_size > 1000


def test_a_file_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    first = lint(tmp_path)
    for path in kept(tmp_path).values():
        path.write_bytes(b"\x80")
        path.chmod(0o666)
    assert lint(tmp_path) == first


def test_older_versions_are_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "govreport-lint"
    folder.mkdir(mode=0o700)
    (folder / "expressions-old.msgpack").write_bytes(b"old")
    lint(tmp_path)
    assert not (folder / "expressions-old.msgpack").exists()


def test_nothing_is_kept_where_that_is_not_wanted_or_cannot_be(tmp_path: Path) -> None:
    first = lint(tmp_path, GOVREPORT_LINT_NO_CACHE="1")
    assert not kept(tmp_path)
    (tmp_path / "govreport-lint").write_text("a file, not a folder", "utf-8")
    assert lint(tmp_path) == first
