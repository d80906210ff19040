"""A paper is put in its place whole, and never over what somebody else has written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from govreport_lint.auditing.papers.writing import beside_words, write_paper

OLD, NEW = b"old", b"new"
KNOWN = hashlib.sha256(OLD).hexdigest()


def test_a_new_paper_and_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "letters" / "01 青山镇.docx"
    assert write_paper(path, NEW) == path and path.read_bytes() == NEW
    before = path.stat().st_mtime_ns
    assert write_paper(path, NEW) == path and path.stat().st_mtime_ns == before


@pytest.mark.parametrize("known", [KNOWN, {KNOWN, "0" * 64}, (KNOWN,)])
def test_what_the_program_wrote_is_replaced(tmp_path: Path, known: str | set[str] | tuple[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLD)
    assert write_paper(path, NEW, known) == path and path.read_bytes() == NEW
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


def test_what_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"by hand")
    used = write_paper(path, NEW, KNOWN)
    assert used == tmp_path / "a-2.docx" and path.read_bytes() == b"by hand"
    assert write_paper(path, NEW, KNOWN) == used
    used.write_bytes(OLD)
    assert write_paper(path, NEW, KNOWN) == used and used.read_bytes() == NEW
    told = beside_words(path, used)
    assert told is not None and "a.docx" in told.zh and "a-2.docx" in told.zh
    assert beside_words(path, path) is None


def test_an_open_locked_file_is_written_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "audit.xlsx"
    path.write_bytes(OLD)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert write_paper(path, NEW, KNOWN) == tmp_path / "audit-2.xlsx"
    assert path.read_bytes() == OLD and not list(tmp_path.glob(".govreport*"))


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert write_paper(tmp_path / "a.docx", NEW) == tmp_path / "a-2.docx"


def test_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(**_: object) -> tuple[int, str]:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("tempfile.mkstemp", closed)
    with pytest.raises(PermissionError):
        write_paper(tmp_path / "a.docx", NEW)
