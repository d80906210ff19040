"""The matrix: a line for each unit, a column for each family of rules; on a narrow screen a card for each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .....finding import Severity
from .....output.page.markup import Markup, el
from .....output.page.signs import shape
from .....output.words.headings import SEVERITY_WORDS
from ....audited import Item
from ...told import standing
from ..part import Part
from ..sections import Section, groups_of
from ..signs import FAMILIES, OTHER, conclusion_sign, family_of, percent


def matrix(sections: tuple[Section, ...]) -> Part:
    """The table of all units by 类别."""
    letters = _letters(sections)
    groups = groups_of(sections)
    table = el(
        "table",
        el("caption", "各单位、各规则家族的问题数", class_="unseen"),
        _header(letters),
        *(_group(name, held, letters) for name, held in groups.items()),
        class_="matrix",
        role="table",
    )
    scroll = el("div", table, class_="scroll", tabindex="0", role="region", aria_label="单位一览表")
    return Part("units", "单位一览", (scroll,), el("p", _key(), class_="key"))


def _letters(sections: Iterable[Section]) -> list[str]:
    others = any(not family_of(item.code) for section in sections for item in section.audited.items)
    return [*FAMILIES, *([""] if others else [])]


def _key() -> Markup:
    signs = (el("span", shape(one), SEVERITY_WORDS[one].zh, class_=f"sign {one}") for one in Severity)
    return el("span", *signs)


def _header(letters: Sequence[str]) -> Markup:
    columns = [el("th", "单位", scope="col", role="columnheader"), el("th", "状态", scope="col", role="columnheader")]
    for letter in letters:
        name = FAMILIES.get(letter, OTHER)
        columns.append(el("th", el("b", letter), el("span", name), scope="col", role="columnheader"))
    columns += [el("th", word, scope="col", role="columnheader") for word in ("重复率", "结论")]
    return el("thead", el("tr", *columns, role="row"), role="rowgroup")


def _group(name: str, held: list[Section], letters: Sequence[str]) -> Markup:
    title = el(
        "th", name, el("small", f"{len(held)}"), colspan=len(letters) + 4, scope="rowgroup", role="rowheader"
    )  # fmt: skip
    rows = (_row(section, letters) for section in held)
    return el("tbody", el("tr", title, class_="group", role="row"), *rows, role="rowgroup")


def _row(section: Section, letters: Sequence[str]) -> Markup:
    audited = section.audited
    by_letter: dict[str, list[Item]] = {letter: [] for letter in letters}
    for item in standing(audited.items):
        by_letter[family_of(item.code)].append(item)
    name = el(
        "th", el("a", el("i", section.label), " ", section.name, href=f"#{section.key}"), scope="row", role="rowheader"
    )
    status = audited.filing.status
    shown = el("td", status, el("small", "逾期") if audited.overdue else None, role="cell", class_="status")
    most = max((one.share for one in audited.alike), default=audited.like_previous)
    like = max(filter(None, (most, audited.like_previous)), default=most)
    return el(
        "tr",
        name,
        shown,
        *(_cell(letter, items, section.key) for letter, items in by_letter.items()),
        el("td", percent(like), role="cell", class_="like", data_label="重复率"),
        el("td", conclusion_sign(audited.conclusion), role="cell", class_="conclusion"),
        role="row",
        data_unit=section.key,
    )


def _cell(letter: str, items: list[Item], unit: str) -> Markup:
    """How many of each severity; a link to the gravest, or to the unit where it has no number."""
    name = FAMILIES.get(letter, OTHER)
    if not items:
        return el("td", role="cell", class_="count none")
    first = min(items, key=lambda item: item.severity.rank)
    told = Counter(item.severity for item in items)
    counts = [el("span", shape(one), str(told[one]), class_=str(one)) for one in Severity if told[one]]
    said = "、".join(f"{SEVERITY_WORDS[one].zh} {told[one]} 项" for one in Severity if told[one])
    link = el("a", *counts, href=f"#{first.number or unit}", aria_label=f"{name}：{said}")
    return el("td", link, role="cell", class_="count", data_label=f"{letter} {name}".strip())
