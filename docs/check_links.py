"""Say which links in the project's Markdown files lead nowhere. Only files are looked up, nothing is fetched."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)|<img[^>]+src=\"([^\"]+)\"")
# What looks like a link in code is none.
CODE = re.compile(r"^```.*?^```", re.S | re.M)


def pages() -> Iterator[Path]:
    """The Markdown pages that people read."""
    yield from ROOT.glob("*.md")
    yield from (ROOT / "docs").rglob("*.md")


def broken() -> Iterator[str]:
    """Page and target of each link to a file that is not there."""
    for page in pages():
        for match in LINK.finditer(CODE.sub("", page.read_text("utf-8"))):
            target = match[1] or match[2]
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)}: {target}"


if __name__ == "__main__":
    found = list(broken())
    print("\n".join(found) if found else f"{len(list(pages()))} pages, no broken link")
    sys.exit(bool(found))
