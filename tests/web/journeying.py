"""A person before the page: what they do, and what must hold whatever they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import HANGS, SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, FilePayload, Locator, Page, Route

ITEMS = "#shown-items [data-cause]"
_FOCUS = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect();
    const shows = (of) => { const style = getComputedStyle(of); return style.outlineStyle !== "none" || style.boxShadow !== "none"; };
    const label = at.id ? document.querySelector(`label[for="${at.id}"]`) : null;
    const seen = (label ?? at).getBoundingClientRect();
    return {
        lost: at === document.body,
        name: at.id || at.dataset.do || at.textContent.trim().slice(0, 20) || at.tagName,
        marked: shows(at) || Boolean(label && shows(label)),
        inside: seen.bottom > 0 && seen.top < innerHeight && seen.right > 0 && seen.left < innerWidth,
    };
}"""


class Visit:
    """One window with the start page in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.told: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def give(self, *files: Path | FilePayload, to: str = "#files") -> None:
        """Choose files, or a folder, as the button does."""
        self.page.set_input_files(to, list(files))  # type: ignore[arg-type]

    def drop(self, *paths: Path) -> None:
        """Drag files and folders from outside over the page and let go."""
        pointer = self.page.context.new_cdp_session(self.page)
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            pointer.send("Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 400, "data": data})

    def sample(self) -> None:
        """Open the sample report."""
        self.page.click("[data-do=sample]")
        self.page.wait_for_selector(ITEMS)

    def shown(self) -> None:
        """Wait until a report is shown."""
        self.page.wait_for_selector("#report:not([hidden]) #shown:not([aria-busy])")

    def items(self) -> Locator:
        """What was found in the report."""
        return self.page.locator(ITEMS)

    def again(self, act: Callable[[], object]) -> None:
        """Do what has the report checked again, and wait until that is shown."""
        with self.page.expect_response("**/page/view*"):
            act()
        self.page.wait_for_selector("#shown:not([aria-busy])")

    def taken(self, act: Callable[[], object]) -> Download:
        """Do what saves a file; the file."""
        with self.page.expect_download() as saved:
            act()
        return saved.value

    @contextmanager
    def held(self, address: str) -> Iterator[None]:
        """What is asked of an address waits for its answer until the end, however fast the program is."""
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        self.page.route(address, hold)
        yield
        # What waits is let go first: taking the hold away answers it too.
        for route in waiting:
            route.continue_()
        self.page.unroute(address)

    def tab(self, keys: str = "Tab") -> str:
        """Press a key that moves the focus: it is not lost, marked and on the screen. The name of what has it."""
        self.page.keyboard.press(keys)
        at = self.page.evaluate(_FOCUS)
        assert not at["lost"] and at["marked"] and at["inside"], at
        return str(at["name"])

    def fits(self) -> None:
        """Nothing is wider than the window."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the window"


@contextmanager
def visiting(chromium: Browser, address: str, size: str) -> Iterator[Visit]:
    """A visit. Whatever the browser complains of, asks of others or shows beyond the window fails it."""
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", reduced_motion="reduce", has_touch=size != "desk"
    )
    context.set_default_timeout(HANGS * 1000)
    try:
        visit = Visit(context.new_page(), address)
        visit.page.goto(address)
        yield visit
        assert visit.told == [], "the console says nothing"
        assert [url for url in visit.asked if not url.startswith((address, "data:", "blob:"))] == []
        visit.fits()
        # As a person leaves: what is at work for this page ends.
        visit.page.goto("about:blank")
    finally:
        context.close()
