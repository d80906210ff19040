"""The page of results as Chromium shows it on a desk and on a telephone: nothing sticks out, links find their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SAMPLES, SIZES
from runs import written
from test_results_page import hostile

from govreport_lint import lint

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("网页 page") / "结果.html"
    results = [lint(SAMPLES / name) for name in ("town-2024.faulty.md", "office-2019.blank-totals.html")]
    path.write_bytes(written("html", *results, hostile()))
    return path.as_uri()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("script", [True, False])
def test_it_is_read_at_every_width_without_a_script(chromium: Browser, address: str, size: str, script: bool) -> None:
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", java_script_enabled=script
    )
    page, asked, told = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(address)
    assert page.locator(".remark:visible").count() > 8
    assert page.locator("td.wrong:visible").count() > 3
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.goto(f"{address}#r1-applications-granted-total")
        page.wait_for_timeout(100)
        box = page.locator("#r1-applications-granted-total").bounding_box()
        assert box is not None and 0 <= box["y"] <= height
    assert told == []
    assert {url.split("#")[0] for url in asked} == {address}
    context.close()
