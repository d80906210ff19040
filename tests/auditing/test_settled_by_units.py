"""What units settle by comments in their own files: the county is told of it, and may let it not count."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import ROOT

from govreport_lint.cli import run

RULES = "S,T,A,Z,N,D,L,H,R"
COMMENT = f"<!-- govreport-lint: disable-file {RULES} 已向县政务公开办说明 -->"


@pytest.fixture(autouse=True)
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(ROOT / "samples" / "county", tmp_path / "county")
    monkeypatch.chdir(folder)
    return folder


def audited(day: str = "2025-01-20", *arguments: str) -> dict[str, Any]:
    common = ["--previous", "2023", "--units", "units.csv", "-o", "out", "--date", day, "--jobs", "1"]
    assert run(["audit", "2024", *common, *arguments]) in (0, 1)
    found: dict[str, Any] = json.loads(Path("out/audit.json").read_text("utf-8"))
    return found


def unit_with_items(audit: dict[str, Any], *, least: int = 1) -> dict[str, Any]:
    """A unit with items, whose report is a text."""
    named = (each for each in audit["units"] if each["file"] and Path("2024", each["file"]).suffix in (".md", ".html"))
    return next(each for each in named if len(each["items"]) >= least)


def unit_of(audit: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in audit["units"] if each["name"] == name)


def asked(unit: dict[str, Any]) -> None:
    path = Path("2024", unit["file"])
    path.write_text(f"{path.read_text('utf-8')}\n{COMMENT}\n", "utf-8")


def test_what_a_unit_has_settled_is_no_item_and_every_paper_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    before = unit_with_items(audited())
    asked(before)
    capsys.readouterr()
    after = audited("2025-01-21")
    unit = unit_of(after, before["name"])
    own = [item for item in before["items"] if item["code"][0] != "R"]
    assert [
        item for item in unit["items"] if item["progress"] not in ("已整改", "不再适用") and item["code"][0] != "R"
    ] == []
    assert unit["counts"]["failed"] < before["counts"]["failed"]
    assert {item["progress"] for item in unit["items"] if item["number"] in {one["number"] for one in own}} == {
        "不再适用"
    }
    told = next(remark for remark in after["remarks"] if "用注释注明不报" in remark)
    assert before["name"] in told and "已向县政务公开办说明" in told
    assert told[:20] in capsys.readouterr().out
    file = next(file for file in after["files"] if file["path"] == before["file"])
    assert sum(note.startswith("按说明不报") for note in file["notes"]) >= len(own)
    sheet = openpyxl.load_workbook("out/audit.xlsx")["口径与无法判定"]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("填报单位自行注明不报的共" in cell for cell in cells)
    assert any("中注明不报：已向县政务公开办说明" in cell for cell in cells)
    assert before["name"] in Path("out/audit.html").read_text("utf-8").partition("用注释注明不报")[0][-60:]


def test_a_county_may_let_no_comment_count_and_take_that_back() -> None:
    before = unit_with_items(audited())
    asked(before)
    Path("refusing.toml").write_text("[audit]\ninline_suppressions = false\n", "utf-8")
    after = audited("2025-01-21", "--config", "refusing.toml")
    unit = unit_of(after, before["name"])
    codes = [sorted(item["code"] for item in each["items"]) for each in (before, unit)]
    assert codes[0] == codes[1]
    assert not any("注明不报" in remark for remark in after["remarks"])
    file = next(file for file in after["files"] if file["path"] == before["file"])
    assert any("按设置不予采用" in note for note in file["notes"])
    # What is kept of a report is the same under either setting.
    again = audited("2025-01-21")
    assert any("注明不报" in remark for remark in again["remarks"])
    assert unit_of(again, before["name"])["counts"]["failed"] < before["counts"]["failed"]
