"""zensical.toml: the settings of the site, and its navigation of the pages that stand in docs/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from govreport_lint.shipped import shipped_rulebook

DOCS = Path(__file__).parent.parent


class Section(NamedTuple):
    """A part of the site: its title and its pages, in their order; a ``*`` takes what is there, by name."""

    title: str
    pages: tuple[str, ...]


SECTIONS = (
    Section("首页", ("index.md",)),
    Section("指南", ("guides/office.md", "guides/county.md", "guides/programmer.md", "guides/*.md")),
    Section(
        "使用",
        (
            "cli.md",
            "configuration.md",
            "configuration-keys.md",
            "outputs.md",
            "fixes.md",
            "suppressing.md",
            "rule-packs.md",
            "word-lists.md",
            "integrations.md",
        ),
    ),
    Section("县级审核", ("audit.md", "audit-workbook.md", "audit-page.md", "audit-roll-up.md", "audit-*.md")),
    Section("规则", ("rules/README.md",)),
    Section("检查种类", ("kinds/README.md", "kinds/*.md")),
    Section("统一格式", ("forms/README.md", "forms/*.md")),
    Section("方法", ("accuracy.md", "repair.md", "claims.md", "likeness.md")),
    Section("数据", ("json.md", "schemas.md")),
    Section("English", ("en/index.md", "en/office.md", "en/county.md", "en/programmer.md", "en/*.md")),
    Section("项目", ("habits.md", "releasing.md", "*.md")),
)
"""The last section has every page of the folder that has no other place, so that none is lost."""


def site_settings(generated: Iterable[str] = ()) -> str:
    """The text of zensical.toml. ``generated`` names pages, relative to docs/, that are made in the same run."""
    settings = (Path(__file__).parent / "site.toml").read_text("utf-8")
    there = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} | set(generated)
    lines = ["nav = ["]
    used: set[str] = set()
    for section in SECTIONS:
        lines += _entry(section, [page for page in _pages(section, there) if page not in used])
        used |= set(_pages(section, there))
    return settings.replace("nav = []", "\n".join([*lines, "]"]))


def _pages(section: Section, there: set[str]) -> list[str]:
    """The pages of a section that there are, each once."""
    found: dict[str, None] = {}
    for pattern in section.pages:
        at, _, ending = pattern.partition("*")
        for page in sorted(there):
            inside = page.startswith(at) and page.endswith(ending) and "/" not in page[len(at) :]
            if page == pattern or ("*" in pattern and inside):
                found[page] = None
    return list(found)


def _entry(section: Section, pages: list[str]) -> Iterator[str]:
    if section.pages == ("index.md",):
        yield f'  {{"{section.title}" = "index.md"}},'
    elif pages:
        yield f'  {{"{section.title}" = ['
        yield from (f'    "{page}",' for page in pages)
        if section.title == "规则":
            yield from _families()
        yield "  ]},"


def _families() -> Iterator[str]:
    """The pages of the rules, a list for each family."""
    for pack in shipped_rulebook().packs:
        yield f'    {{"{pack.title.zh}" = ['
        yield from (f'      "rules/{code}.md",' for code in sorted(rule.code for rule in pack.rules))
        yield "    ]},"
