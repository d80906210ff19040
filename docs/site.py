"""Build the documentation site into site/, strictly, and check what was built: no dead link, nothing fetched from
elsewhere, search that knows Chinese words. Needs the extra ``docs``.

Run from anywhere: ``python docs/site.py``.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
_FETCHED = re.compile(r"<(?:script|img|iframe|source|link)\b[^>]*?\s(?:src|href)=[\"']?([^\"'\s>]+)")
_LINKED = re.compile(r"<a\b[^>]*?\shref=[\"']?([^\"'\s>]+)")
_IMPORTED = re.compile(r"url\(\s*[\"']?(https?:[^)\"']+)|@import\s+[\"'](https?:[^\"']+)")
_WORDS = ("上年结转", "结转下年度", "雷同")


def main() -> int:
    """0 where the site was built and nothing is wrong with it."""
    build = [
        sys.executable,
        "-m",
        "zensical",
        "build",
        "--strict",
        "--clean",
        "--config-file",
        str(ROOT / "zensical.toml"),
    ]
    if subprocess.run(build, cwd=ROOT, check=False).returncode:
        return 1
    pages = sorted(SITE.rglob("*.html"))
    wrong = [*(fault for page in pages for fault in faults(page)), *fetched_by_styles(), *not_searchable()]
    print("\n".join(wrong) if wrong else f"{len(pages)} pages, nothing wrong")
    return bool(wrong)


def faults(page: Path) -> Iterator[str]:
    """What is wrong with a page: resources from elsewhere, links to files that are not there."""
    text, name = page.read_text("utf-8"), page.relative_to(SITE)
    for match in _FETCHED.finditer(text):
        if urlsplit(match[1]).netloc:
            yield f"{name}: fetched from elsewhere: {match[1]}"
    for target in sorted({unescape(match[1]) for match in (*_LINKED.finditer(text), *_FETCHED.finditer(text))}):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path or page.name == "404.html":
            continue
        if not (page.parent / unquote(parts.path)).exists():
            yield f"{name}: leads nowhere: {target}"


def fetched_by_styles() -> Iterator[str]:
    """Fonts and pictures that a style sheet would fetch from elsewhere."""
    for sheet in SITE.rglob("*.css"):
        for match in _IMPORTED.finditer(sheet.read_text("utf-8")):
            yield f"{sheet.relative_to(SITE)}: fetched from elsewhere: {match[1] or match[2]}"


def not_searchable() -> Iterator[str]:
    """Words that the index of the search does not hold."""
    index = "".join(path.read_text("utf-8") for path in SITE.rglob("search.js*"))
    yield from (f"the search does not know {word}" for word in _WORDS if word not in index)


if __name__ == "__main__":
    sys.exit(main())
