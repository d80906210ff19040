"""The whole server in Chromium, on a desk and on a telephone: from a dropped file to the file that is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SAMPLES, SIZES
from test_serving import started

from govreport_lint import lint_bytes

sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright：无法在浏览器里试用网页")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with started(tmp_path_factory.mktemp("server")) as (_, found):
        yield found


@pytest.fixture(params=SIZES)
def page(chromium: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The start page; whatever the browser complains of or asks of others fails the test."""
    width, height = SIZES[request.param]
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    opened = context.new_page()
    told: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    yield opened
    assert told == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"
    context.close()


def test_a_report_is_read_changed_and_taken_back(page: Page, tmp_path: Path) -> None:
    page.click("[data-do=sample]")
    page.wait_for_selector("#shown-items [data-cause]")
    before = page.locator("#shown-items [data-cause]").count()
    page.locator("#shown-items [data-cause]").first.click()
    wrong = page.locator("td.wrong").first
    wrong.hover()
    assert "不平" in page.locator(".hint").inner_text()
    page.locator(".hint .try").first.click()
    page.wait_for_selector(".changes li")
    page.mouse.move(1, 1)
    sync_api.expect(page.locator(".hint")).to_have_count(0)
    sync_api.expect(page.locator("#shown-items [data-cause]")).to_have_count(before - 1)
    cell = page.locator("td[data-row=carried_out][data-column=total]").first
    cell.click()
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator(".changes li")).to_have_count(2)
    page.click("#downloads summary")
    with page.expect_download() as saved:
        page.click("[data-file=edited]")
    saved.value.save_as(tmp_path / "edited.docx")
    report = lint_bytes((tmp_path / "edited.docx").read_bytes(), "edited.docx").report
    figures = {(each.row, each.column): each.value for each in report.figures if each.table == "applications"}
    assert figures["carried_out", "total"] == 7
    page.locator(".changes [data-revert]").first.click()
    sync_api.expect(page.locator(".changes li")).to_have_count(1)


def test_a_sentence_is_written_anew(page: Page) -> None:
    page.click("[data-do=sample]")
    page.wait_for_selector("#shown-items [data-cause]")
    page.locator("p[data-block]").nth(1).dblclick()
    page.fill(".block textarea", "本镇全年没有需要说明的事项。")
    page.click(".block [type=submit]")
    page.wait_for_selector(".changes li")
    assert "本镇全年没有需要说明的事项。" in page.locator("#shown-report").inner_text()


def test_the_findings_are_filtered(page: Page) -> None:
    page.click("[data-do=sample]")
    page.wait_for_selector("#shown-items [data-cause]")
    page.click("[data-filter=info]")
    seen = page.locator("#shown-items [data-cause]:visible")
    assert {each.get_attribute("data-severity") for each in seen.element_handles()} == {"info"}


def test_a_folder_is_audited(page: Page) -> None:
    files = sorted((SAMPLES / "county" / "2024").iterdir())
    page.set_input_files("#files", [str(path) for path in files])
    page.click("#audit-form summary")
    page.set_input_files("#audit-form [name=units]", str(SAMPLES / "county" / "units.csv"))
    page.click("#audit-form [type=submit]")
    page.wait_for_selector(".audit-matrix", timeout=60_000)
    assert "示范县青山镇人民政府" in page.locator(".audit-matrix").inner_text()
    with page.expect_download() as saved:
        page.click("[data-paper='out.zip']")
    assert saved.value.path().stat().st_size > 10_000
    page.fill("#audit-search", "青山")
    assert page.locator(".audit-matrix tr[data-conclusion]:visible").count() == 1
