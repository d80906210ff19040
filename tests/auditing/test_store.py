"""What is kept: no file is read twice, whatever is broken is made anew, whatever interrupts a run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from handed_in import GOOD, archive, encoded, kept, report_of, reports, store_of, taken_in, written

from govreport_lint import ReadError, lint_text
from govreport_lint.auditing.intake.judged_by import judged_by
from govreport_lint.auditing.intake.kept_files import KeptFiles
from govreport_lint.auditing.intake.store import Store
from govreport_lint.auditing.intake.taking_in import take_in
from govreport_lint.auditing.request import Request
from govreport_lint.auditing.running.pool import Pool
from govreport_lint.linter import Linter


@pytest.fixture
def request_of(tmp_path: Path) -> Request:
    written(tmp_path / "2024", reports(5))
    return Request(reports=(tmp_path / "2024",), out=tmp_path / "out")


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read and checked in this process."""
    seen: list[str] = []
    open_once = Linter.open

    def counted(linter: Linter, data: bytes, *given: object) -> object:
        seen.append(data[:60].decode("utf-8", "replace"))
        return open_once(linter, data, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "open", counted)
    return seen


def test_a_second_run_reads_no_file(request_of: Request, checked: list[str]) -> None:
    written(request_of.reports[0], {"通知.txt": "关于报送年报的通知".encode()})
    first = taken_in(request_of)
    assert len(checked) == 6
    told: list[int] = []
    assert encoded(taken_in(request_of, told=lambda *words: told.append(words[0]))) == encoded(first)
    assert len(checked) == 6
    assert told == [1, 2, 3, 4, 5, 6]


def test_a_changed_file_is_read_again_alone(request_of: Request, checked: list[str]) -> None:
    taken_in(request_of)
    written(request_of.reports[0], {"001.html": report_of("紫竹镇")})
    (request_of.reports[0] / "002.html").rename(request_of.reports[0] / "换名.html")
    found = taken_in(request_of)
    assert len(checked) == 6
    assert [entry.path for entry in found.entries][-1] == "换名.html"


def test_fresh_reads_everything(request_of: Request, checked: list[str]) -> None:
    taken_in(request_of)
    taken_in(Request(reports=request_of.reports, out=request_of.out, fresh=True))
    assert len(checked) == 10


@pytest.mark.parametrize("harm", ["cut", "changed", "foreign", "empty", "gone", "swapped"])
def test_what_is_broken_in_the_cache_is_made_anew(request_of: Request, checked: list[str], harm: str) -> None:
    first = encoded(taken_in(request_of))
    before = kept(request_of)
    files = sorted(path for path in (request_of.out / ".cache").rglob("*.msgpack"))
    one, other = files[0].read_bytes(), files[1].read_bytes()
    for path in files[:1]:
        if harm == "gone":
            path.unlink()
            continue
        changed = bytes([one[-1] ^ 1])
        path.write_bytes(
            {"cut": one[:-9], "changed": one[:-1] + changed, "foreign": b"PK", "empty": b"", "swapped": other}[harm]
        )
    result = sorted((request_of.out / ".cache").rglob("results/*/*"))[-1]
    result.write_bytes(b"broken")
    assert encoded(taken_in(request_of)) == first
    assert kept(request_of) == before
    assert 6 <= len(checked) <= 7


def test_what_another_program_has_kept_under_the_same_name_is_made_anew(
    request_of: Request, checked: list[str]
) -> None:
    first = encoded(taken_in(request_of))
    sha256 = taken_in(request_of).entries[0].sha256
    KeptFiles(str(request_of.out / ".cache"), judged_by()).write("entries", sha256, b"\x00")
    assert encoded(taken_in(request_of)) == first
    assert len(checked) == 6


def test_other_rules_need_other_results(tmp_path: Path) -> None:
    result = lint_text(GOOD)
    old, new = Store(tmp_path, "0" * 16), Store(tmp_path, "1" * 16)
    old.keep("key", result)
    assert old.result("key") == result
    with pytest.raises(KeyError):
        new.result("key")


def test_tidying_leaves_what_is_of_use(tmp_path: Path) -> None:
    result = lint_text(GOOD)
    Store(tmp_path, "0" * 16).keep("other", result)
    store = Store(tmp_path, "1" * 16)
    for key in ("used", "unused", "long unused but asked for"):
        store.keep(key, result)
    (tmp_path / "letters").mkdir()
    for path in tmp_path.rglob("*unused*"):
        os.utime(path, (0, time.time() - 100 * 86_400))
    assert store.result("long unused but asked for") == result
    store.tidy()
    assert store.has("used") and store.has("long unused but asked for") and not store.has("unused")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1" * 16, "letters"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(ReadError, match="无法写入"):
        Store(tmp_path / "out", "0" * 16).keep("key", lint_text(GOOD))


def test_the_bytes_of_an_entry_again(request_of: Request) -> None:
    page = report_of("紫竹镇")
    inner = archive({"年报.html": page}, "gbk")
    written(request_of.reports[0], {"全县.zip": archive({"紫竹镇.zip": inner}, "gbk")})
    store = store_of(request_of)
    with Pool() as pool:
        entries = take_in(request_of, pool, store).entries
    for entry in entries:
        data = store.data(entry)
        assert data == (page if "zip" in entry.path else (request_of.reports[0] / entry.path).read_bytes())
        assert store.opened(entry).data == data
        assert store.result_of(entry).source.path == entry.path
    (request_of.reports[0] / "001.html").write_bytes(b"another")
    with pytest.raises(ReadError, match="改动"):
        store.data(next(entry for entry in entries if entry.path == "001.html"))


def test_what_reports_are_judged_by_is_one_word() -> None:
    assert len(judged_by()) == 16
    assert judged_by() == judged_by()


_RUN = """\
import sys
sys.path[:] = sys.argv[3:]
from pathlib import Path
from handed_in import taken_in
from govreport_lint.auditing.intake.taking_in import take_in
from govreport_lint.auditing.request import Request
request = Request(reports=(Path(sys.argv[1]),), out=Path(sys.argv[2]))
taken_in(request, jobs=2, told=lambda *words: print(words[0], flush=True))
"""


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path, checked: list[str]) -> None:
    written(tmp_path / "2024", reports(24))
    request = Request(reports=(tmp_path / "2024",), out=tmp_path / "out")
    command = [sys.executable, "-c", _RUN, str(request.reports[0]), str(request.out), *sys.path]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        while int(process.stdout.readline()) < 4:
            pass
        process.kill()
    done = len([name for name in kept(request) if "/entries/" in name and name.endswith(".msgpack")])
    assert 4 <= done < 24
    again = encoded(taken_in(request))
    assert len(checked) == 24 - done
    fresh = Request(reports=request.reports, out=tmp_path / "fresh")
    assert encoded(taken_in(fresh)) == again
    assert kept(request) == kept(fresh)
