"""What stands around a report, in Chromium: what is taken away, a blank one, several in a file, the keyboard, the API."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import httpx2
import pytest
from conftest import SAMPLES
from journeying import Visit

from govreport_lint import lint_bytes
from govreport_lint.web.pages.sample import sample_report

sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright：无法在浏览器里试用网页")
if TYPE_CHECKING:
    from playwright.sync_api import Download

TOWN = SAMPLES / "county" / "2024"


def bytes_of(saved: Download) -> bytes:
    return Path(saved.path()).read_bytes()


def saved(visit: Visit, kind: str) -> Download:
    visit.page.click("#downloads summary")
    return visit.taken(lambda: visit.page.click(f"[data-file={kind}]"))


def test_every_kind_of_file_is_taken_away_and_opens(visit: Visit) -> None:
    visit.sample()
    visit.again(visit.page.locator("#shown-items [data-amendments]").first.click)
    found = {kind: saved(visit, kind) for kind in ("edited", "annotated", "xlsx", "html", "csv", "json", "sarif")}
    made = {kind: bytes_of(one) for kind, one in found.items()}
    with zipfile.ZipFile(io.BytesIO(made["edited"])) as word:
        assert b"<w:ins " in word.read("word/document.xml"), "tracked changes"
    with zipfile.ZipFile(io.BytesIO(made["annotated"])) as word:
        assert "word/comments.xml" in word.namelist()
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(made["xlsx"])).namelist()
    assert json.loads(made["json"])["files"] and json.loads(made["sarif"])["version"] == "2.1.0"
    assert made["csv"].count(b"\n") > 2 and made["html"].startswith(b"<!doctype html>")
    opened = visit.page.context.new_page()
    opened.set_content(made["html"].decode(), wait_until="load")
    assert "不平" in opened.inner_text("body")
    opened.close()
    assert {one.suggested_filename.rpartition(".")[2] for one in found.values()} == {
        "docx", "xlsx", "html", "csv", "json", "sarif"
    }  # fmt: skip


def test_a_web_page_is_shown_changed_and_taken_back_as_one(visit: Visit) -> None:
    visit.give(SAMPLES / "bureau-2023.page.html")
    visit.shown()
    place = visit.page.locator("td[data-table=applications][data-row=carried_out][data-column=total]")
    place.click()
    visit.page.keyboard.type("77")
    visit.again(lambda: visit.page.keyboard.press("Enter"))
    one = saved(visit, "edited")
    assert one.suggested_filename.endswith(".html")
    report = lint_bytes(bytes_of(one), "a.html").report
    assert 77 in [each.value for each in report.figures if (each.row, each.column) == ("carried_out", "total")]


def test_the_reports_of_one_file_are_tabs(visit: Visit) -> None:
    two = "\n\n".join(path.read_text("utf-8") for path in sorted(TOWN.iterdir())[-2:])
    visit.give({"name": "两份.md", "mimeType": "", "buffer": two.encode()})
    visit.shown()
    assert visit.page.locator("[role=tab]").count() == 2
    first = visit.page.inner_text("#shown-title")
    visit.page.focus("[role=tab] >> nth=0")
    visit.tab("ArrowRight")
    assert visit.page.inner_text("#shown-title") != first
    assert visit.page.locator("[role=tab]").nth(1).get_attribute("aria-selected") == "true"


def test_a_blank_report_carries_last_year_s_in(visit: Visit) -> None:
    visit.page.click("[data-do=blank]")
    visit.page.fill("#blank-organ", "示例县示范镇人民政府")
    word = {"name": "去年.docx", "mimeType": "", "buffer": sample_report()}
    visit.page.set_input_files("#blank-previous", word)  # type: ignore[arg-type]
    one = visit.taken(lambda: visit.page.click("#blank-form button.main"))
    report = lint_bytes(bytes_of(one), one.suggested_filename).report
    assert report.title and "示例县示范镇人民政府" in str(report.title)
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("document.activeElement.dataset.do") == "blank", "the focus goes back"


def test_the_whole_page_is_gone_through_by_keyboard(visit: Visit) -> None:
    reached = [visit.tab()]
    while reached[-1] != "sample":
        reached.append(visit.tab())
        assert len(reached) < 20, reached
    assert {"files", "folder", "blank"} <= set(reached)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#shown-items [data-cause]")
    stops = [visit.tab()]
    while stops[-1] != "程序接口":
        stops.append(visit.tab())
        assert len(stops) < 200, stops
    assert {"r1-applications-granted-total", "试改", "依据"} <= set(stops)


def test_changes_are_not_lost_unasked(visit: Visit) -> None:
    visit.sample()
    visit.again(visit.page.locator("#shown-items [data-amendments]").first.click)
    visit.page.click("#bar [data-do=start]")
    assert visit.page.locator("#leaving").is_visible()
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector("#leaving", state="hidden")
    assert visit.page.locator("[data-revert]").count() == 1
    visit.page.click("#bar [data-do=start]")
    visit.page.click("#leaving [value=leave]")
    visit.page.wait_for_selector("#start", state="visible")
    assert visit.page.locator("[data-revert]").count() == 0
    assert visit.page.evaluate("document.activeElement.id") == "files"


def test_the_page_for_programs_is_reached_and_what_it_says_is_so(visit: Visit) -> None:
    visit.page.click("footer a[href*=api]")
    visit.page.wait_for_url("**/api/**")
    assert "curl" in visit.page.inner_text("main") and visit.address in unquote(visit.page.inner_text("main"))
    visit.fits()
    described = visit.page.request.get(f"{visit.address}api/openapi.json").json()
    assert {"/api/lint", "/api/audit"} <= set(described["paths"])
    posted = httpx2.post(f"{visit.address}api/lint", files={"file": ("a.docx", sample_report())})
    assert posted.status_code == 200 and posted.json()["files"][0]["findings"]
