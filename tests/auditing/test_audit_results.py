"""Whose results the papers are made of: files called the same in both years, a unit that hands in nothing new."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from conftest import SAMPLES
from msgspec.structs import replace

from govreport_lint import lint
from govreport_lint.auditing.audit import audit
from govreport_lint.auditing.request import Request

SAMPLE = (SAMPLES / "puwei-2024.md").read_text("utf-8")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a unit with a report of each year, both ``普威镇.md``."""
    folder = tmp_path_factory.mktemp("namesakes")
    for year, text in ((2024, SAMPLE), (2023, SAMPLE.replace("2024", "2023"))):
        (folder / str(year)).mkdir()
        (folder / str(year) / "普威镇.md").write_text(text, "utf-8")
    request = Request(
        reports=(folder / "2024",), previous=(folder / "2023",), out=folder / "out", date="2025-01-22", data=True
    )
    audit(request)
    return folder / "out"


def test_the_json_has_this_years_report(out: Path) -> None:
    (file,) = json.loads((out / "audit.json").read_text("utf-8"))["files"]
    assert file["report"]["year"] == 2024
    assert {finding["code"] for finding in file["findings"]} >= {
        finding.code for finding in lint(SAMPLES / "puwei-2024.md").findings
    }


def test_the_data_have_the_figures_of_both_years(out: Path) -> None:
    with duckdb.connect(str(out / "audit.duckdb"), read_only=True) as data:
        assert data.execute("SELECT DISTINCT year, source FROM figures ORDER BY 1").fetchall() == [
            (2023, "previous"),
            (2024, "current"),
        ]
        assert data.execute("SELECT count(*) FROM carry_over").fetchall() == [(7,)]


def test_the_annotated_copy_is_of_this_years_report(out: Path) -> None:
    copies = [path for path in (out / "letters").iterdir() if ".checked" in path.name]
    assert len(copies) == 1
    assert "2024年" in copies[0].read_text("utf-8")


def test_a_unit_that_hands_in_nothing_new_is_still_in_the_json_and_the_data(tmp_path: Path) -> None:
    reports, out = tmp_path / "2024", tmp_path / "out"
    reports.mkdir()
    (tmp_path / "units.csv").write_text(
        "单位名称,类别\n米易县普威镇人民政府,乡镇\n米易县白马镇人民政府,乡镇\n", "utf-8"
    )
    for name in ("普威镇", "白马镇"):
        (reports / f"{name}.md").write_text(SAMPLE.replace("普威镇", name), "utf-8")
    request = Request(reports=(reports,), units=tmp_path / "units.csv", out=out, date="2025-01-22", data=True)
    audit(request)
    (reports / "普威镇.md").unlink()
    (reports / "白马镇.md").write_text(SAMPLE.replace("普威镇", "白马镇") + "\n", "utf-8")
    second, _ = audit(replace(request, date="2025-01-29"))
    assert [one.kept for one in second.units] == [True, False]
    files = json.loads((out / "audit.json").read_text("utf-8"))["files"]
    assert [file["path"] for file in files] == ["普威镇.md", "白马镇.md"]
    with duckdb.connect(str(out / "audit.duckdb"), read_only=True) as data:
        assert data.execute("SELECT count(DISTINCT unit) FROM figures").fetchall() == [(2,)]
