"""Take the picture of the page that the README shows: ``python docs/picture_of_page.py`` (needs Chromium).

What a browser draws differs from one machine to the next, so it is not among the generated files that are compared.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent / "page.png"


def main() -> None:
    """Serve the page, show the sample with a wrong cell pointed at, and keep what is seen."""
    call = [sys.executable, "-m", "govreport_lint", "serve", "--port", "0"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN")
        page.goto(found[0])
        page.click("[data-do=sample]")
        page.locator("#shown-items [data-cause]").first.click()
        page.wait_for_timeout(2000)
        page.locator("td.wrong").first.hover()
        page.screenshot(path=PICTURE)
        browser.close()
        server.terminate()


if __name__ == "__main__":
    main()
