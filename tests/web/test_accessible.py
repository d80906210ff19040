"""axe-core finds nothing serious in any state of the page: light and dark, on a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SAMPLES, SIZES
from journeying import Visit, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_RUN = "async (within) => (await axe.run(within ?? document, {resultTypes: ['violations']})).violations"
_PAIRS = (("light", "desk"), ("dark", "telephone"))
_OTHERS = (("dark", "desk"), ("light", "telephone"))


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which the tests install; nothing of it is in the project."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture
def desk(chromium: Browser, served: str) -> Iterator[Visit]:
    with visiting(chromium, served, "desk") as begun:
        yield begun


def start(visit: Visit) -> None:
    visit.page.wait_for_selector("body[data-at=start]")


def blank(visit: Visit) -> None:
    visit.page.click("[data-do=blank]")


def failed(visit: Visit) -> None:
    visit.give({"name": "菜单.md", "mimeType": "", "buffer": "买菜".encode() * 50})
    visit.page.wait_for_selector("#failed:not([hidden])")


def report(visit: Visit) -> None:
    visit.sample()


def hint(visit: Visit) -> None:
    visit.sample()
    visit.page.locator("#shown-report td[data-causes]").first.focus()


def filtered(visit: Visit) -> None:
    visit.sample()
    visit.page.click("[data-filter=info]")


def changed(visit: Visit) -> None:
    visit.sample()
    visit.again(visit.page.locator("#shown-items [data-amendments]").first.click)


def editing(visit: Visit) -> None:
    visit.sample()
    visit.page.locator("#shown-report [data-block]").nth(1).dblclick()


def downloads(visit: Visit) -> None:
    visit.sample()
    visit.page.click("#downloads summary")


def leaving(visit: Visit) -> None:
    changed(visit)
    visit.page.click("#bar [data-do=start]")


def english(visit: Visit) -> None:
    visit.page.click("a[data-language]")
    visit.sample()


def papers(visit: Visit) -> None:
    visit.give(*sorted((SAMPLES / "county" / "2024").iterdir()))
    visit.page.click("#audit-form summary")


def audited(visit: Visit) -> None:
    papers(visit)
    visit.give(SAMPLES / "county" / "units.csv", to="#audit-form [name=units]")
    visit.page.click("#audit-form [type=submit]")
    visit.page.wait_for_selector("#audit-matrix table")


def interface(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}api/")


# What a state adds to another one is looked at alone; what is seen most, in every theme and width.
STATES: dict[Callable[[Visit], None], str | None] = {
    start: None, blank: "dialog[open]", failed: None, report: None, hint: "#shown-report", filtered: "#shown", changed: "#shown-items",
    editing: "#shown-report form", downloads: "#bar", leaving: "#leaving", english: None, papers: None, audited: None,
    interface: None,
}  # fmt: skip
EVERYWHERE = (start, report, audited)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_serious_is_found(desk: Visit, axe: str, state: Callable[[Visit], None]) -> None:
    state(desk)
    # The page's policy lets no script in; what is evaluated from outside stands beside it.
    desk.page.evaluate(axe)
    found = []
    for theme, size in (*_PAIRS, *(_OTHERS if state in EVERYWHERE else ())):
        width, height = SIZES[size]
        desk.page.set_viewport_size({"width": width, "height": height})
        desk.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        found += [f"{theme} {size}: {told}" for told in serious(desk.page.evaluate(_RUN, STATES[state]))]
    assert found == []


def test_what_is_wrong_is_found(desk: Visit, axe: str) -> None:
    """Were the script not at work, the tests above could not fail."""
    desk.page.evaluate("document.querySelector('#drop').append(document.createElement('img'))")
    desk.page.evaluate(axe)
    assert [told.split()[0] for told in serious(desk.page.evaluate(_RUN))] == ["image-alt"]


def serious(violations: list[dict[str, Any]]) -> list[str]:
    """The serious and critical ones, each with where it is."""
    return [
        f"{each['id']} {[node['target'] for node in each['nodes']][:4]} {each['nodes'][0]['failureSummary']}"
        for each in violations
        if each["impact"] in ("serious", "critical")
    ]
