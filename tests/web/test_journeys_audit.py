"""Many reports in Chromium: from the dropped folder to the papers of the audit."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from audit_server import until
from conftest import SAMPLES, SIZES
from journeying import Visit, visiting

sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright：无法在浏览器里试用网页")
if TYPE_CHECKING:
    from playwright.sync_api import Browser

COUNTY = SAMPLES / "county"
TABLE = "#audit-matrix table"
ROWS = f"{TABLE} tr[data-conclusion]:visible"
WORKING = "#audit-working [role=status]"
COUNTED = re.compile(r"\d / \d")
MATRIX = "**/matrix?*"
GROUPS = f"{TABLE} tbody:visible"


def audited(visit: Visit) -> None:
    """The county's reports, audited against its list of units."""
    visit.give(*sorted((COUNTY / "2024").iterdir()))
    beside(visit)
    visit.page.click("#audit-form [type=submit]")
    visit.page.wait_for_selector(TABLE)


def beside(visit: Visit) -> None:
    visit.page.click("#audit-form summary")
    visit.give(COUNTY / "units.csv", to="#audit-form [name=units]")


@pytest.fixture(scope="module", params=SIZES)
def result(chromium: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """One audit that is done, for those who only look at it."""
    with visiting(chromium, served, request.param) as visit:
        audited(visit)
        yield visit


def test_a_folder_is_audited_as_its_progress_is_told(visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "示范县"
    folder.mkdir()
    for path in (COUNTY / "2024").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    visit.drop(folder)
    beside(visit)
    assert visit.page.evaluate("document.querySelectorAll('.audit-files li').length") == 5
    visit.page.focus("#audit-form [type=submit]")
    with visit.held(MATRIX):
        visit.page.keyboard.press("Enter")
        assert not visit.page.evaluate("document.activeElement === document.body"), "the focus is not lost"
        sync_api.expect(visit.page.locator(WORKING)).to_have_text(COUNTED)
    visit.page.wait_for_selector(TABLE)
    assert visit.page.evaluate("document.activeElement.tagName") == "H1"
    assert "示范县青山镇人民政府" in visit.page.inner_text(TABLE)


def test_an_archive_is_audited_and_the_language_may_change_meanwhile(visit: Visit) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for path in (COUNTY / "2024").iterdir():
            made.writestr(f"示范县/{path.name}", path.read_bytes())
    visit.give({"name": "示范县.zip", "mimeType": "", "buffer": stream.getvalue()})
    beside(visit)
    visit.page.click("a[data-language]")
    sync_api.expect(visit.page.locator("#audit-form [type=submit]")).to_have_text("Begin the audit")
    assert visit.page.evaluate("document.querySelector('[name=units]').files[0].name") == "units.csv"
    assert "one file" in visit.page.inner_text("#audit-form") and "示范县.zip" in visit.page.inner_text("#audit-form")
    with visit.held(MATRIX):
        visit.page.click("#audit-form [type=submit]")
        sync_api.expect(visit.page.locator(WORKING)).to_have_text(re.compile(r"ing.*\d / \d"))
        visit.page.click("a[data-language]")
        sync_api.expect(visit.page.locator(WORKING)).to_have_text(re.compile(r"^[^a-z]+\d / \d"))
    visit.page.wait_for_selector(TABLE)
    assert "退回修改" in visit.page.inner_text("#audit-head")


def test_an_audit_is_cancelled_and_may_be_begun_again(visit: Visit) -> None:
    visit.give(*sorted((COUNTY / "2024").iterdir()))
    with visit.held(MATRIX):
        visit.page.click("#audit-form [type=submit]")
        sync_api.expect(visit.page.locator(WORKING)).to_have_text(COUNTED)
        with visit.page.expect_event("requestfinished", lambda request: request.method == "DELETE"):
            visit.page.click("[data-audit=cancel]")
    assert visit.page.locator("#audit-working").is_hidden() and visit.page.locator("#audit-result").is_hidden()
    assert visit.page.evaluate("document.activeElement.type") == "submit"
    assert visit.page.inner_text("#said") == "已取消"
    visit.page.click("#audit-form [type=submit]")
    visit.page.wait_for_selector(TABLE)


def test_a_page_that_is_closed_takes_its_audit_along(result: Visit) -> None:
    other = Visit(result.page.context.new_page(), result.address)
    other.page.goto(other.address)
    audited(other)
    state = f"{other.address}{other.page.get_attribute('[data-paper]', 'href')}".rpartition("/")[0]
    assert httpx2.get(state).json()["state"] == "done"
    other.page.close(run_before_unload=True)
    until(lambda: httpx2.get(state).status_code == 404)


def test_what_it_cannot_be_made_of_is_told_and_the_files_stay(visit: Visit) -> None:
    visit.give(*sorted((COUNTY / "2024").iterdir()))
    visit.page.click("#audit-form summary")
    visit.give({"name": "名单.csv", "mimeType": "", "buffer": b"\xff\xfe nothing"}, to="#audit-form [name=units]")
    visit.page.click("#audit-form [type=submit]")
    sync_api.expect(visit.page.locator("#audit-form [role=alert]")).to_contain_text("名单.csv")
    assert "5 个文件" in visit.page.inner_text("#audit-form")


def test_each_number_chooses_the_units_that_it_counts(result: Visit) -> None:
    every = result.page.locator(ROWS).count()
    for tile in result.page.locator("#audit-head [data-wanted]:enabled").all():
        tile.click()
        assert tile.get_attribute("aria-pressed") == "true"
        rows = result.page.locator(ROWS)
        assert str(rows.count()) == tile.locator("b").inner_text()
        told = tile.get_attribute("data-wanted") or ""
        if told.startswith("conclusion-"):
            assert {row.get_attribute("data-conclusion") for row in rows.all()} == {told.partition("-")[2]}
        tile.click()
    assert result.page.locator(ROWS).count() == every, "the second click lets go"


def test_a_name_chooses_and_no_head_is_left_of_an_empty_group(result: Visit) -> None:
    result.page.fill("#audit-search", "青山")
    assert result.page.locator(ROWS).count() == 1 and result.page.locator(GROUPS).count() == 1
    assert "1 / 6" in result.page.inner_text("#audit-seen")
    result.page.fill("#audit-search", "没有这个镇")
    assert result.page.locator(TABLE).is_hidden() and "没有符合条件" in result.page.inner_text("#audit-seen")
    result.page.fill("#audit-search", "")
    assert result.page.locator(ROWS).count() == 6 and result.page.inner_text("#audit-seen") == ""


def test_what_was_chosen_stays_in_the_other_language(result: Visit) -> None:
    result.page.click("[data-wanted=conclusion-error]")
    result.page.click("a[data-language]")
    sync_api.expect(result.page.locator("[data-wanted=conclusion-error]")).to_contain_text("to be returned")
    assert result.page.locator(ROWS).count() == 1 and "Townships" in result.page.inner_text(TABLE)
    result.page.click("a[data-language]")
    sync_api.expect(result.page.locator("[data-wanted=conclusion-error]")).to_contain_text("退回修改")
    result.page.click("[data-wanted=conclusion-error]")


def test_its_papers_are_taken_away(result: Visit) -> None:
    saved = {
        name: Path(result.taken(lambda name=name: result.page.click(f"[data-paper='{name}']")).path()).read_bytes()  # type: ignore[misc]
        for name in ("audit.xlsx", "letters.zip", "out.zip", "audit.json")
    }
    assert len(json.loads(saved["audit.json"])["units"]) == 6
    for name, within in (("audit.xlsx", "xl/workbook.xml"), ("out.zip", "audit.html")):
        assert within in zipfile.ZipFile(io.BytesIO(saved[name])).namelist()
    assert zipfile.ZipFile(io.BytesIO(saved["letters.zip"])).namelist()
    with result.page.expect_popup() as opened:
        result.page.click("[data-paper='audit.html']")
    assert "示范县" in opened.value.inner_text("h1")
    opened.value.close()
