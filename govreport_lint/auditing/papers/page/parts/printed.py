"""What is printed: the 问题清单, every item a row; on the screen it is not shown."""

from __future__ import annotations

from .....output.page.markup import Markup, el
from .....output.words.headings import SEVERITY_WORDS
from ....audited import Audit, Item
from ..sections import Section
from ..signs import percent
from ..titles import Titles
from .head import title_of

_NAMES = ("编号", "单位", "规则", "级别", "位置", "原文", "存在问题", "修改建议", "依据", "整改情况", "复核结论")


def printed(audit: Audit, sections: tuple[Section, ...], titles: Titles) -> Markup:
    """The list with its title; the script keeps it to what the filters show."""
    rows = [_row(section, item, titles) for section in sections for item in section.audited.items]
    head = el("tr", *(el("th", name, scope="col") for name in _NAMES))
    said = " · ".join(filter(None, (f"第 {audit.round} 轮", audit.date, f"共 {len(rows)} 项")))
    return el(
        "section",
        el("h2", f"{title_of(audit)}：问题清单"),
        el("p", said, el("span", class_="criteria")),
        el("table", el("thead", head), el("tbody", *rows)),
        class_="printed",
        aria_hidden="true",
    )


def _row(section: Section, item: Item, titles: Titles) -> Markup:
    decision = "：".join(filter(None, (item.decision.verdict, item.decision.reason)))
    cells = (
        item.number,
        section.name,
        f"{item.code} {titles.of(item)}",
        SEVERITY_WORDS[item.severity].zh,
        item.where.zh,
        item.quote,
        item.message.zh,
        item.suggestion.zh,
        item.basis.zh,
        item.progress,
        decision,
    )
    return el("tr", *(el("td", cell) for cell in cells))


def settled(audit: Audit) -> Markup:
    """By what was judged, at the foot of the page."""
    words = (
        f"govreport-lint {audit.version}",
        f"设置 {audit.settings_key[:8]}",
        f"雷同界限 {percent(audit.settings.similarity)}",
    )
    return el("footer", *(el("span", word) for word in words), el("span", "核验结果供审核人参考，结论以审核人为准。"))
