"""The blank report: the official form, last year's 结转 in it, nothing to say but of the prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_files import word_file
from word_layouts import as_docx

from govreport_lint import api
from govreport_lint.cli import run
from govreport_lint.report import State
from govreport_lint.rulebook.forms import load_form
from govreport_lint.rulebook.pages import standard_report

ORGAN = "示例县示范镇人民政府"
SUFFIXES = [".docx", ".html", ".md"]


def blank(path: Path, *options: str, year: int = 2025) -> Path:
    assert run(["template", "--organ", ORGAN, "--year", str(year), "-o", str(path), *options]) == 0
    return path


@pytest.mark.parametrize("year", [2020, 2025])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_blank_report_is_not_filled_in(tmp_path: Path, suffix: str, year: int) -> None:
    result = api.lint(blank(tmp_path / f"blank{suffix}", year=year))
    assert [finding.code for finding in result.findings] == ["S115"]
    assert (result.coverage.passed, result.coverage.failed) == (0, 1)
    report = result.report
    assert (report.organ, report.year, report.form) == (ORGAN, year, "2019" if year < 2021 else "2021")
    assert [section.title for section in report.sections] == [each.title for each in load_form(report.form).sections]
    assert all(table.found and not table.missing_rows and not table.headers for table in report.tables)
    assert all(row.exact and row.key for table in report.tables for row in table.rows)
    assert {figure.state for figure in report.figures} == {State.ZERO}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_last_year_is_carried_in(tmp_path: Path, suffix: str) -> None:
    previous = tmp_path / "last.docx"
    previous.write_bytes(as_docx(standard_report()))
    result = api.lint(blank(tmp_path / f"blank{suffix}", "--previous", str(previous)))
    table = {(f.row, f.column): f.value for f in result.report.figures if f.table == "applications"}
    assert table["carried_in", "natural_person"] == table["carried_in", "total"] == 1
    assert table["carried_out", "natural_person"] == table["carried_out", "total"] == 1
    assert sum(value or 0 for value in table.values()) == 4
    assert [finding.code for finding in result.findings] == ["S115"]


def test_what_does_not_fit_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    previous = tmp_path / "last.md"
    text = standard_report().replace("示例县示范镇", "示例县别样镇")
    previous.write_text(
        text.replace("| 四、结转下年度继续办理 | | | 1 | 0", "| 四、结转下年度继续办理 | | | 1 | 无"), encoding="utf-8"
    )
    path = blank(tmp_path / "a.md", "--previous", str(previous), year=2026)
    said = capsys.readouterr().err
    assert "是 2024 年度的年报，不是 2025 年度的" in said
    assert "示例县别样镇人民政府" in said
    assert "有 1 列没有读出整数" in said
    report = api.lint(path).report
    cell = report.figure("applications", "carried_in", "business")
    assert cell is not None and cell.state is State.BLANK


def test_same_call_same_bytes(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        first, second = blank(tmp_path / f"a{suffix}"), blank(tmp_path / f"b{suffix}")
        assert first.read_bytes() == second.read_bytes()


def test_command_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["template", "--organ", ORGAN, "--year", "2025"]
    assert run([*call, "-o", str(tmp_path / "a.pdf")]) == 2
    assert "只能写成" in capsys.readouterr().err
    assert run(["template", "--organ", ORGAN, "--year", "25", "-o", str(tmp_path / "a.md")]) == 2
    assert run([*call, "--previous", str(tmp_path / "none.docx"), "-o", str(tmp_path / "a.md")]) == 3
    previous = tmp_path / "a.docx"
    previous.write_bytes(as_docx(standard_report()))
    assert run([*call, "--previous", str(previous), "-o", str(previous)]) == 2
    (tmp_path / "b.docx").write_bytes(word_file("<w:p/>"))
    assert run([*call, "--previous", str(tmp_path / "b.docx"), "-o", str(tmp_path / "a.md")]) == 3
    assert not (tmp_path / "a.md").exists()


def test_names_with_marks_are_escaped(tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        path = tmp_path / f"a{suffix}"
        assert run(["template", "--organ", "示例县<某>&局", "--year", "2025", "-o", str(path)]) == 0
        if suffix != ".md":
            assert "示例县<某>&局" in next(iter(api.read(path).texts())).text


def test_a_folder_is_made_and_a_name_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["template", "--organ", "示例县示范镇人民政府", "--year", "2025", "-o", str(tmp_path / "新建" / "a.md")])
        == 0
    )
    assert (tmp_path / "新建" / "a.md").is_file()
    assert run(["template", "--organ", "  ", "--year", "2025", "-o", str(tmp_path / "b.md")]) == 2
    assert "机关全称" in capsys.readouterr().err and not (tmp_path / "b.md").exists()
