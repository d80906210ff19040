"""The server as it is started: its address with a token, fifty files at once, a bomb among them, a kill."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from conftest import HANGS

from govreport_lint.web.pages.sample import sample_report

CALL = [sys.executable, "-m", "govreport_lint", "serve", "--port", "0"]


@contextmanager
def started(folder: Path, left_out: str = " ") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server whose temporary files lie in a folder, and its address.

    It gets the variables of the environment whose names do not begin with ``left_out``.
    """
    given = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    environment = {**given, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    process = subprocess.Popen(CALL, stdout=subprocess.PIPE, text=True, env=environment, cwd=folder)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        yield process, found[0]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def asked(address: str, name: str, data: bytes) -> httpx2.Response:
    return httpx2.post(f"{address}api/lint", files={"file": (name, data)}, timeout=120)


def bomb() -> bytes:
    """A Word file that unpacks to a thousand times its size."""
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b"<w:document>" + b"<w:p/>" * 20_000_000)
    return stream.getvalue()


def test_fifty_files_at_once_are_all_answered_and_a_bomb_is_refused(tmp_path: Path) -> None:
    with started(tmp_path) as (_, address):
        files = [(f"{number}.docx", sample_report()) for number in range(50)] + [("bomb.docx", bomb())]
        with ThreadPoolExecutor(51) as pool:
            answers = list(pool.map(lambda file: asked(address, *file), files))
    assert [answer.status_code for answer in answers] == [200] * 51
    told = [answer.json()["files"][0] for answer in answers]
    assert [each["path"] for each in told] == [name for name, _ in files]
    assert len({zlib.crc32(str(each["findings"]).encode()) for each in told[:50]}) == 1
    assert "error" in told[50]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_after_a_kill_the_next_server_leaves_nothing_of_the_last(tmp_path: Path) -> None:
    with started(tmp_path) as (process, address):
        assert asked(address, "a.docx", sample_report()).status_code == 200
        process.kill()
        process.wait()
    left = {path.name for path in tmp_path.iterdir()}
    assert any(name.startswith("govreport-lint-serve-") for name in left)
    with started(tmp_path) as (process, address):
        assert not left & {path.name for path in tmp_path.iterdir()}
        assert asked(address, "a.docx", sample_report()).status_code == 200
        process.send_signal(signal.SIGINT)
        process.wait(HANGS)
    assert list(tmp_path.iterdir()) == [], "ended by Ctrl+C it leaves nothing"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_told_to_end_or_with_its_terminal_closed_it_leaves_nothing(tmp_path: Path, name: str) -> None:
    with started(tmp_path) as (process, address):
        assert httpx2.get(address).status_code == 200
        process.send_signal(getattr(signal, name))
        process.wait(HANGS)
    assert list(tmp_path.iterdir()) == []


def test_nobody_without_the_token_is_answered(tmp_path: Path) -> None:
    with started(tmp_path) as (_, address):
        root = re.match(r"http://[^/]+/", address)
        assert root
        assert httpx2.get(root[0]).status_code == 403
        assert httpx2.get(address).status_code == 200
        other = httpx2.post(
            f"{address}api/lint", files={"file": ("a", b"a")}, headers={"origin": "http://evil.example"}
        )
        assert other.status_code == 403
