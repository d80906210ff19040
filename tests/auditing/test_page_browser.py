"""The page as Chromium shows it, on a desk and on a telephone: filters, links, folding, print, and no script at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SIZES
from made_audits import made_audit
from test_page import hostile

from govreport_lint.auditing.papers.page.page import page as page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

FINDING = "07-003"
UNITS = 28
ALL = UNITS + 2


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the made audit, as a file."""
    path = tmp_path_factory.mktemp("网页 page") / "audit.html"
    path.write_text(page_of(made_audit(count=UNITS)), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module", params=SIZES)
def window(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A window of each size."""
    width, height = SIZES[request.param]
    context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def shown(window: Page, address: str) -> Iterator[Page]:
    """The page, opened anew; whatever the test does, nothing is complained of and nothing is loaded."""
    told: list[str] = []
    asked: list[str] = []
    heard = {
        "console": lambda message: told.append(message.text),
        "pageerror": lambda error: told.append(str(error)),
        "request": lambda request: asked.append(request.url),
    }
    for event, listener in heard.items():
        window.on(event, listener)  # type: ignore[call-overload]
    window.goto("about:blank")
    window.goto(address)
    yield window
    for event, listener in heard.items():
        window.remove_listener(event, listener)
    assert told == []
    assert {url.split("#")[0] for url in asked if url != "about:blank"} == {address}


def units_shown(page: Page) -> int:
    count: int = page.locator(".unit:visible").count()
    assert count == page.locator(".matrix [data-unit]:visible").count()
    return count


def items_shown(page: Page) -> int:
    count: int = page.locator("#findings .item:visible").count()
    return count


def test_it_fits_the_window(shown: Page) -> None:
    size = shown.viewport_size
    assert size and shown.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert shown.locator("h1").is_visible() and shown.locator("#filters").is_visible()
    assert shown.locator(".bar rect").count() == 4
    # On a telephone the matrix is cards: its head is not there, the names of the columns stand in the cells.
    assert shown.locator(".matrix thead").is_visible() == (size["width"] > 1000)


def test_units_are_sought_by_name_number_and_kind(shown: Page) -> None:
    assert units_shown(shown) == ALL
    shown.fill("[name=unit]", "水利局")
    assert units_shown(shown) == 1
    shown.fill("[name=unit]", "０7 示范县")
    assert shown.locator(".unit:visible h3").inner_text().split() == ["07", "示范县新安镇人民政府"]
    shown.fill("[name=unit]", "")
    shown.select_option("[name=group]", "街道")
    assert units_shown(shown) == 2
    assert shown.locator(".matrix tbody:visible").count() == 1
    shown.get_by_role("button", name="清除筛选").click()
    assert units_shown(shown) == ALL


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("family", "A", '[data-family="A"]'),
        ("severity", "error", '[data-severity="error"]'),
        ("progress", "已改仍不符", '[data-progress="已改仍不符"]'),
    ],
)
def test_findings_are_sought_by_family_severity_and_progress(shown: Page, field: str, value: str, kept: str) -> None:
    every = shown.locator("#findings .item").count()
    shown.select_option(f"[name={field}]", value)
    found = shown.locator(f"#findings .item{kept}").count()
    assert 0 < found < every and items_shown(shown) == found
    assert units_shown(shown) < ALL
    assert f"{found} 项问题" in shown.locator("#filters output").inner_text()


def test_nothing_that_fits_is_said(shown: Page) -> None:
    shown.fill("[name=unit]", "没有这个单位")
    assert units_shown(shown) == 0 and shown.get_by_text("没有符合条件的问题").is_visible()


def test_a_link_opens_its_finding_with_the_table_and_survives_reload(shown: Page, address: str) -> None:
    shown.goto("about:blank")
    shown.goto(f"{address}#{FINDING}")
    for _ in range(2):
        body = shown.locator(f"[id='{FINDING}']")
        assert body.is_visible() and body.locator("figure.piece td.wrong").is_visible()
        assert body.locator("figure.piece td.held").count() == 1
        shown.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
        assert 0 < shown.evaluate("document.activeElement.getBoundingClientRect().top") < 120
        assert shown.locator("#findings .item[open]").count() == 1
        shown.reload()
    cell, frame = (body.locator(one).bounding_box() for one in ("td.wrong", ".scroll"))
    assert cell and frame and frame["x"] <= cell["x"] and cell["x"] + cell["width"] <= frame["x"] + frame["width"] + 1


def test_what_is_opened_is_named_in_the_address(shown: Page) -> None:
    first = shown.locator("#findings .item").first
    first.locator("summary").click()
    shown.wait_for_function("location.hash !== ''")
    named = shown.evaluate("location.hash.slice(1)")
    shown.reload()
    assert shown.locator(f"[id='{named}']").is_visible()
    first.locator("summary").click()
    shown.wait_for_function("location.hash === ''")


def test_a_link_to_what_the_filters_hide_clears_them(shown: Page) -> None:
    shown.select_option("[name=group]", "街道")
    shown.evaluate(f"location.hash = '{FINDING}'")
    shown.wait_for_function(f"document.getElementById('{FINDING}').checkVisibility()")
    assert units_shown(shown) == ALL


def test_a_count_leads_to_the_gravest_of_its_family(shown: Page) -> None:
    link = shown.locator(".matrix [data-unit=u-07] .count a").last
    target = link.get_attribute("href")
    link.click()
    assert target and shown.locator(f"[id='{target[1:]}']").is_visible()


def test_all_are_opened_and_closed_at_once_and_the_address_stays(shown: Page) -> None:
    shown.get_by_role("button", name="全部展开").click()
    assert shown.locator("#findings .item[open]").count() == shown.locator("#findings .item").count()
    shown.get_by_role("button", name="全部收起").click()
    assert shown.locator("#findings .item[open]").count() == 0
    assert shown.evaluate("location.hash") == ""


def test_sums_show_who_contributes_on_demand(shown: Page) -> None:
    cell = shown.locator("#sums .sum").first
    assert not cell.locator(".chips").is_visible()
    cell.locator("summary").click()
    assert cell.get_by_text("示范县公安局").is_visible()


def test_passages_stand_side_by_side_or_one_below_the_other(shown: Page) -> None:
    pair = shown.locator("#alike .pair").first
    pair.locator("summary").click()
    own, other = (pair.locator("td").nth(at).bounding_box() for at in (0, 1))
    size = shown.viewport_size
    assert own and other and size
    assert (own["y"] == other["y"]) == (size["width"] > 1000)
    assert pair.locator("td").first.locator("mark").count() == 2


def test_print_is_the_list_of_what_the_filters_show(shown: Page) -> None:
    every = shown.locator("#findings .item").count()
    for severity in ("", "error"):
        shown.select_option("[name=severity]", severity)
        wanted = items_shown(shown)
        assert (wanted == every) == (severity == "")
        shown.emulate_media(media="print")
        assert not shown.locator(".matrix").is_visible() and not shown.locator("#filters").is_visible()
        assert shown.locator(".printed tbody tr:visible").count() == wanted
        assert ("筛选：错误" in shown.locator(".printed p").inner_text()) == (wanted != every)
        shown.emulate_media(media="screen")
        assert not shown.locator(".printed").is_visible()


def test_the_sheets_are_a4_across(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address)
    made = page.pdf(prefer_css_page_size=True)
    page.close()
    assert b"/MediaBox [0 0 841.91998 594.95996]" in made or b"/MediaBox [0 0 842" in made


def test_the_keyboard_is_enough(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到问题清单"
    summary = page.locator("#findings summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#findings .item").first.get_attribute("open") is not None
    page.close()


def test_without_script_everything_is_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert not page.locator("#filters").is_visible()
    assert units_shown(page) == ALL
    first = page.locator("#findings .item").first
    first.locator("summary").click()
    assert first.locator(".message").is_visible()
    page.goto("about:blank")
    page.goto(f"{address}#{FINDING}")
    assert page.locator(f"[id='{FINDING}'] figure.piece").is_visible()
    context.close()


def test_text_of_reports_does_nothing(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "audit.html"
    path.write_text(page_of(hostile()), "utf-8")
    page = chromium.new_page()
    told: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: told.append(request.url))
    page.goto(path.as_uri())
    page.get_by_role("button", name="全部展开").click()
    page.fill("[name=unit]", "<script>")
    assert page.locator(".unit:visible").count() == 1
    assert told == [path.as_uri()]
    page.close()


@pytest.mark.parametrize("text", ["W" * 300, "长" * 300])
def test_long_texts_do_not_widen_the_page(chromium: Browser, tmp_path: Path, text: str) -> None:
    path = tmp_path / "audit.html"
    path.write_text(page_of(hostile(text)), "utf-8")
    page = chromium.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for width in (390, 768, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_it_is_dark_where_the_system_is(chromium: Browser, address: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme)
        page.goto(address)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert grounds == ["rgb(247, 246, 243)", "rgb(19, 20, 22)"]
