"""The server's own folder: there while it runs, gone with it, swept away after one that was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport_lint.web.guard.temporary import sweep, temporary_folder

KILLED = """
import sys, time
from pathlib import Path
from govreport_lint.web.guard.temporary import temporary_folder
with temporary_folder(Path(sys.argv[1])) as folder:
    (folder / "report.docx").write_bytes(b"half a report")
    print("there", flush=True)
    time.sleep(60)
"""


def test_it_is_gone_with_its_server(tmp_path: Path) -> None:
    with temporary_folder(tmp_path) as folder:
        (folder / "within").mkdir()
        (folder / "within" / "report.docx").write_bytes(b"a report")
        assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_one_of_a_server_that_was_killed_is_swept_away_by_the_next(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert killed.stdout is not None
    killed.stdout.readline()
    with temporary_folder(tmp_path):
        assert len(list(tmp_path.iterdir())) == 2, "that of a living server stays"
    killed.kill()
    killed.wait()
    killed.stdout.close()
    assert len(list(tmp_path.iterdir())) == 1
    with temporary_folder(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_nothing_is_swept_away_that_is_no_server_s(tmp_path: Path) -> None:
    away = tmp_path / "away"
    (away / "govreport-lint-serve-1").mkdir(parents=True)
    (away / "govreport-lint-serve-1" / "kept").write_text("kept")
    above = tmp_path / "above"
    above.mkdir()
    (above / "govreport-lint-serve-link").symlink_to(away / "govreport-lint-serve-1")
    (above / "govreport-lint-serve-file").write_text("no folder")
    young = above / "govreport-lint-serve-young"
    young.mkdir()
    assert sweep(above) == []
    assert (away / "govreport-lint-serve-1" / "kept").exists()
    old = time.time() - 3600
    os.utime(young, (old, old))
    assert sweep(above) == [young]
