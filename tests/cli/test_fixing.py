"""--fix and --diff: which files are written, how, and what is told."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from layouts import as_html
from word_layouts import as_docx

from govreport_lint.cli import run
from govreport_lint.rulebook.pages import standard_report

Capture = pytest.CaptureFixture[str]
GOOD = standard_report()
BAD = GOOD.replace("，", ",", 1)


class Piped(io.TextIOWrapper):
    """Standard input or output with bytes behind it."""


def piped(data: bytes = b"") -> Piped:
    return Piped(io.BytesIO(data), "utf-8")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"], ids=lambda encoding: encoding
)
def test_a_text_is_mended_in_place_in_its_own_encoding_and_line_ends(
    encoding: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "年报.md"
    file.write_bytes(BAD.replace("\n", "\r\n").encode(encoding))
    assert run(["--fix", str(file)]) == 0
    assert file.read_bytes() == GOOD.replace("\n", "\r\n").encode(encoding)
    assert "已改正 1 处，另有 0 处需人工核实" in capsys.readouterr().err
    assert run(["--fix", "--lang", "en", str(file)]) == 0
    assert "0 mended, 0 left" in capsys.readouterr().err


def test_a_page_in_gb2312_stays_one(tmp_path: Path) -> None:
    file = tmp_path / "年报.html"
    right = as_html(GOOD).replace("utf-8", "gb2312")
    file.write_bytes(as_html(BAD).replace("utf-8", "gb2312").encode("gb2312"))
    assert run(["--fix", str(file)]) == 0
    assert file.read_bytes() == right.encode("gb2312")


def test_what_cannot_be_written_back_byte_by_byte_is_left(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "年报.md"
    data = BAD.encode() + b"\xff\xff\n"
    file.write_bytes(data)
    run(["--fix", str(file)])
    assert file.read_bytes() == data
    assert "编码不能原样写回" in capsys.readouterr().err


def test_diff_shows_and_writes_nothing(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "年报.md"
    file.write_text(BAD, "utf-8", newline="")
    assert run(["--diff", str(file)]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith(f"--- {file}\n+++ {file}\n")
    lines = [line for line in shown.splitlines()[2:] if line[:1] in "+-"]
    assert [line[:1] for line in lines] == ["-", "+"]
    assert lines[0][1:].replace(",", "，", 1) == lines[1][1:]
    assert file.read_text("utf-8") == BAD
    assert run(["--diff", "--exit-zero", str(file)]) == 0
    file.write_text(GOOD, "utf-8")
    capsys.readouterr()
    assert run(["--diff", str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_a_word_file_gets_a_copy_and_stays_as_it_is(tmp_path: Path, capsys: Capture) -> None:
    file, copy = tmp_path / "年报.docx", tmp_path / "年报.fixed.docx"
    file.write_bytes(data := as_docx(BAD))
    assert run(["--diff", str(file)]) == 1
    assert "[-,-]{+，+}" in capsys.readouterr().out
    assert not copy.exists()
    assert run(["--fix", str(file)]) == 0
    assert file.read_bytes() == data
    assert copy.read_bytes().startswith(b"PK")
    assert "以修订方式改正 1 处" in capsys.readouterr().err
    copy.write_bytes(b"mine")
    assert run(["--fix", str(file)]) == 3
    assert copy.read_bytes() == b"mine"
    assert "已存在，未覆盖" in capsys.readouterr().err
    assert run(["--fix", "--force", str(file)]) == 0
    assert copy.read_bytes().startswith(b"PK")


def test_the_copy_of_a_word_file_goes_where_it_is_wanted(tmp_path: Path) -> None:
    file, wanted = tmp_path / "年报.docx", tmp_path / "改" / "稿.docx"
    wanted.parent.mkdir()
    file.write_bytes(as_docx(BAD))
    assert run(["--fix", "--fix-output", str(wanted), str(file)]) == 0
    assert wanted.read_bytes().startswith(b"PK")
    assert run(["--fix", "--force", "--fix-output", str(file), str(file)]) == 2


def test_a_folder_is_mended_once_and_its_copies_are_passed_over(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "甲.md").write_text(BAD, "utf-8")
    (tmp_path / "乙.docx").write_bytes(as_docx(BAD))
    assert run(["--fix", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.docx", "乙.fixed.docx", "甲.md"]
    capsys.readouterr()
    assert run(["--list-files", str(tmp_path)]) == 0
    assert "fixed" not in capsys.readouterr().out


def test_standard_input_comes_out_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    for given in (BAD, GOOD):
        out, errors = piped(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", piped(given.encode()))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", errors)
        assert run(["--fix", "--stdin-filename", "年报.md", "-"]) == 0
        out.flush()
        assert out.buffer.getvalue() == GOOD.encode()  # type: ignore[attr-defined]
        assert "需人工核实" in errors.getvalue()


def test_what_is_no_text_and_no_word_file_is_refused_with_the_reason(tmp_path: Path, capsys: Capture) -> None:
    from workbook_files import workbook_of

    file = tmp_path / "年报.xlsx"
    file.write_bytes(data := workbook_of(BAD.replace("2.其他法律行政法规禁止公开", "2.其他法律行政法规禁止公")))
    run(["--fix", str(file)])
    assert file.read_bytes() == data
    assert "程序不改动表格中的内容" in capsys.readouterr().err


def test_a_file_that_may_not_be_written_is_left_and_told(tmp_path: Path, capsys: Capture) -> None:
    from govreport_lint.cli.mending import fixing

    def closed(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "年报.md"
    file.write_text(BAD, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fixing, "write_bytes", closed)
        assert run(["--fix", str(file)]) == 3
    assert file.read_text("utf-8") == BAD
    assert "Permission denied" in capsys.readouterr().err
