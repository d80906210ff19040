"""``--previous``: last year's report beside this year's, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from layouts import as_html
from word_layouts import as_docx
from workbook_files import workbook_of

from govreport_lint.cli import run
from govreport_lint.rulebook.pages import standard_previous, standard_report

Capture = pytest.CaptureFixture[str]
CARRIED = "| 四、结转下年度继续办理 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
MORE = "| 四、结转下年度继续办理 | | | 3 | 0 | 0 | 0 | 0 | 0 | 3 |"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This year's reports of two towns, those of last year, of which one does not fit."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2023").mkdir()
    (tmp_path / "a.md").write_text(standard_report(), "utf-8")
    (tmp_path / "b.md").write_text(standard_report().replace("示范镇", "模范镇"), "utf-8")
    (tmp_path / "2023/a.md").write_text(standard_previous(), "utf-8")
    other = standard_previous().replace("示范镇", "模范镇").replace(CARRIED, MORE)
    (tmp_path / "2023/b.html").write_text(as_html(other), "utf-8")
    return tmp_path


def files(capture: Capture, *arguments: str, status: int) -> list[dict[str, Any]]:
    assert run([*arguments, "--select", "H", "--format", "json"]) == status
    found: list[dict[str, Any]] = json.loads(capture.readouterr().out)["files"]
    return found


def codes(file: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in file["findings"]]


def reasons(file: dict[str, Any]) -> set[str]:
    return {item["reason"] for item in file["coverage"]["unassessed"]}


def test_without_it_nothing_is_said_of_last_year(capsys: Capture) -> None:
    assert run(["a.md", "--format", "json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert codes(file) == [] and file["coverage"]["not_assessable"] == 0
    assert run(["a.md", "--select", "H"]) == 2
    assert "--previous" in capsys.readouterr().err


def test_one_report_and_last_years(capsys: Capture) -> None:
    (file,) = files(capsys, "a.md", "--previous", "2023/a.md", status=0)
    assert codes(file) == [] and file["coverage"]["passed"] > 30


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_last_years_report_may_be_of_any_format(folder: Path, capsys: Capture, suffix: str) -> None:
    text = standard_previous().replace(CARRIED, MORE)
    made = as_docx(text) if suffix == "docx" else workbook_of(text) if suffix == "xlsx" else as_html(text).encode()
    (folder / f"last.{suffix}").write_bytes(made)
    (file,) = files(capsys, "a.md", "--previous", f"last.{suffix}", status=1)
    assert codes(file) == ["H701"]


def test_every_report_is_held_against_that_of_its_organ(capsys: Capture) -> None:
    good, bad = files(capsys, "a.md", "b.md", "--previous", "2023", status=1)
    assert (codes(good), codes(bad)) == ([], ["H701"])
    (finding,) = bad["findings"]
    sources = {(item["source"], item["value"]) for item in finding["evidence"]}
    assert {("report", "1"), ("previous", "3")} <= sources


def test_an_organ_without_a_report_of_last_year_is_not_judged_and_that_is_said(folder: Path, capsys: Capture) -> None:
    (folder / "c.md").write_text(standard_report().replace("示范镇", "榜样镇"), "utf-8")
    (file,) = files(capsys, "c.md", "--previous", "2023", status=0)
    assert reasons(file) == {"给出的上年年报中没有“示例县榜样镇人民政府”的"}
    (file,) = files(capsys, "c.md", "--previous", "2023/a.md", status=0)
    assert reasons(file) == {"作为上年年报给出的是“示例县示范镇人民政府”的年报，不是“示例县榜样镇人民政府”的"}


def test_two_versions_that_differ_are_no_guess_and_two_copies_are_one(folder: Path, capsys: Capture) -> None:
    (folder / "2023/copy.md").write_text(standard_previous(), "utf-8")
    (file,) = files(capsys, "a.md", "--previous", "2023", status=0)
    assert reasons(file) == set() and file["coverage"]["passed"] > 30
    (folder / "2023/copy.md").write_text(standard_previous().replace(CARRIED, MORE), "utf-8")
    (file,) = files(capsys, "a.md", "--previous", "2023", status=0)
    (reason,) = reasons(file)
    assert "有 2 份" in reason and "copy.md" in reason


def test_a_path_that_is_not_there_is_a_mistake_in_the_call(capsys: Capture) -> None:
    assert run(["a.md", "--previous", "2032"]) == 2
    assert "没有这个文件或文件夹" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_and_the_report_is_checked(folder: Path, capsys: Capture) -> None:
    (folder / "2023/a.md").write_text("", "utf-8")
    assert run(["a.md", "--previous", "2023/a.md", "--format", "json"]) == 3
    captured = capsys.readouterr()
    (file,) = json.loads(captured.out)["files"]
    assert "2023/a.md" in captured.err and file["coverage"]["passed"] > 200
    assert all(reason.startswith("上年年报无法读取：") for reason in reasons(file)) and reasons(file)


def test_one_of_many_that_cannot_be_read_is_named_to_whom_it_may_belong(folder: Path, capsys: Capture) -> None:
    (folder / "2023/a.md").write_text("", "utf-8")
    one, other = files(capsys, "a.md", "b.md", "--previous", "2023", status=3)
    assert any("1 份无法读取" in reason and "a.md" in reason for reason in reasons(one))
    assert codes(other) == ["H701"]


def test_the_terminal_shows_last_years_side_and_marks_only_this_years_cells(capsys: Capture) -> None:
    assert run(["b.md", "--previous", "2023"]) == 1
    out = capsys.readouterr().out
    assert "上年年报 表三 · 四、结转下年度继续办理 · 总计：3" in out
    assert "四、结转下年度 " not in out.replace("四、结转下年度继续办理", "")


def test_the_annotated_copy_tells_both_sides(folder: Path, capsys: Capture) -> None:
    assert run(["annotate", "b.md", "--previous", "2023"]) == 0
    page = (folder / "b.checked.html").read_text("utf-8")
    assert "本年“上年结转”总计 1，上年年报“结转下年度继续办理”总计 3，相差 2" in page


def test_last_years_report_is_no_place_for_the_output(capsys: Capture) -> None:
    assert run(["a.md", "--previous", "2023/a.md", "-o", "2023/a.md"]) == 2
    assert Path("2023/a.md").read_text("utf-8") == standard_previous()
