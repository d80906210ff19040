"""One report in Chromium: from the dropped file to the file that is taken back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SAMPLES
from journeying import Visit

from govreport_lint import Report, lint_bytes
from govreport_lint.web.pages.sample import sample_report

sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright：无法在浏览器里试用网页")
if TYPE_CHECKING:
    from playwright.sync_api import Locator

# Beside its place, whatever it looks like.
POPOVER = "#shown :is([role=status], [role=tooltip], [role=dialog]):visible:not(#shown-summary *)"
WHY = re.compile("不平|不一致")
SENTENCE = "本镇全年没有需要说明的事项。"


def cell(visit: Visit, row: str, column: str = "total", table: str = "applications") -> Locator:
    return visit.page.locator(f"td[data-table={table}][data-row={row}][data-column={column}]")


def printed(visit: Visit, amended: str) -> dict[tuple[str, str], object]:
    """The figures of a file that was taken away."""
    with visit.page.expect_download() as saved:
        visit.page.click(f"[data-file={amended}]")
    name = saved.value.suggested_filename
    report: Report = lint_bytes(Path(saved.value.path()).read_bytes(), name).report
    return {(each.row, each.column): each.value for each in report.figures if each.table == "applications"}


def count(visit: Visit) -> int:
    return visit.items().count()


def test_why_a_cell_is_wrong_is_said_to_the_pointer_and_to_the_keyboard(visit: Visit) -> None:
    visit.sample()
    wrong = visit.page.locator("#shown-report td[data-causes]").first
    visit.page.mouse.move(1, 1)
    sync_api.expect(visit.page.locator(POPOVER)).to_have_count(0)
    wrong.scroll_into_view_if_needed()
    wrong.hover()
    sync_api.expect(visit.page.locator(POPOVER)).to_contain_text(WHY)
    visit.page.mouse.move(1, 1)
    sync_api.expect(visit.page.locator(POPOVER)).to_have_count(0)
    wrong.focus()
    sync_api.expect(visit.page.locator(POPOVER)).to_contain_text(WHY)
    visit.page.keyboard.press("Escape")
    sync_api.expect(visit.page.locator(POPOVER)).to_have_count(0)


def test_an_item_leads_to_its_place_and_the_suggested_repair_mends_it(visit: Visit) -> None:
    visit.sample()
    before = count(visit)
    item = visit.items().first
    item.click()
    assert item.get_attribute("data-cause") in str(
        visit.page.evaluate("document.activeElement.dataset.causes")
    ).split()  # fmt: skip
    visit.again(visit.page.locator("#shown-items [data-amendments]").first.click)
    sync_api.expect(visit.page.locator("[data-revert]")).to_have_count(1)
    assert count(visit) == before - 1
    visit.again(visit.page.locator("[data-revert]").first.click)
    assert count(visit) == before and visit.page.locator("[data-revert]").count() == 0


def test_a_figure_is_changed_taken_back_and_done_again(visit: Visit) -> None:
    visit.sample()
    place = cell(visit, "carried_out")
    old = place.inner_text().strip()
    place.click()
    visit.page.keyboard.type("7")
    visit.again(lambda: visit.page.keyboard.press("Enter"))
    assert "7" in place.inner_text()
    assert visit.page.evaluate("document.activeElement.dataset.row") == "carried_out", "the focus stays"
    visit.again(lambda: visit.page.keyboard.press("Control+z"))
    assert place.inner_text().strip() == old
    visit.again(lambda: visit.page.click("[data-do=redo]"))
    visit.page.click("#downloads summary")
    assert printed(visit, "edited")["carried_out", "total"] == 7


def test_a_sentence_is_written_anew(visit: Visit) -> None:
    visit.sample()
    visit.page.locator("#shown-report [data-block]").nth(1).dblclick()
    visit.page.fill("#shown-report textarea", SENTENCE)
    visit.again(lambda: visit.page.click("#shown-report form [type=submit]"))
    assert SENTENCE in visit.page.inner_text("#shown-report")
    assert not visit.page.evaluate("document.activeElement === document.body"), "the focus is not lost"


def test_the_findings_are_filtered(visit: Visit) -> None:
    visit.sample()
    for button in visit.page.locator("[data-filter]").all():
        wanted = button.get_attribute("data-filter") or ""
        visit.page.click("[data-kind=all]")
        if wanted:
            button.click()
        assert button.get_attribute("aria-pressed") == "true"
        seen = visit.page.locator("#shown-items [data-cause]:visible").all()
        told = [{each.get_attribute("data-severity"), each.get_attribute("data-family"), ""} for each in seen]
        assert told and all(wanted in each for each in told)


def test_what_a_change_came_to_is_said(visit: Visit) -> None:
    visit.sample()
    assert visit.page.inner_text("#rechecked") == ""
    visit.page.locator("#shown-items .try").first.click()
    visit.page.wait_for_selector(".changes li")
    assert "已解决 2 项，新出现 0 项" in (visit.page.text_content("#rechecked") or "")


def test_a_severity_and_a_family_are_chosen_together(visit: Visit) -> None:
    visit.sample()
    visit.page.click("[data-filter=info]")
    visit.page.click("[data-filter=A]")
    assert visit.page.locator("#shown-items [data-cause]:visible").count() == 0
    assert "没有同时符合所选条件的问题" in visit.page.inner_text("#shown-items")
    assert visit.page.locator("#shown-report [data-causes].dim").count() > 0
    visit.page.click("[data-filter=info]")
    seen = visit.page.locator("#shown-items [data-cause]:visible").all()
    assert seen and {each.get_attribute("data-family") for each in seen} == {"A"}


def test_last_years_report_is_put_beside_and_taken_away(visit: Visit) -> None:
    word = {"name": "2024.docx", "mimeType": "", "buffer": sample_report()}
    visit.give(word)  # type: ignore[arg-type]
    visit.shown()
    summary = visit.page.inner_text("#shown-summary")
    before = SAMPLES / "county" / "2023"
    visit.again(lambda: visit.give(next(before.iterdir()), to="#previous"))
    assert visit.page.inner_text("#shown-summary") != summary, "more can be checked"
    visit.again(lambda: visit.page.click("[data-do=no-previous]"))
    assert visit.page.inner_text("#shown-summary") == summary


def test_the_language_changes_and_what_was_changed_stays(visit: Visit) -> None:
    visit.sample()
    visit.again(visit.page.locator("#shown-items [data-amendments]").first.click)
    left = count(visit)
    visit.again(lambda: visit.page.click("a[data-language]"))
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    assert count(visit) == left and visit.page.locator("[data-revert]").count() == 1
    visit.again(lambda: visit.page.click("a[data-language]"))
    assert visit.page.evaluate("document.documentElement.lang").startswith("zh") and count(visit) == left


def test_the_page_prints(visit: Visit) -> None:
    visit.sample()
    import pypdfium2

    document = pypdfium2.PdfDocument(visit.page.pdf(format="A4"))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "不平" in text and "示范镇" in text and "拖到这里" not in text
