"""The head of the page: whose round it is, five numbers, one bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .....checks.subject.filing import FilingStatus
from .....finding import Severity
from .....output.page.markup import Markup, el, joined
from ....audited import Audit, Audited, Conclusion, Item, Progress
from ...counts import conclusions, due_units, received, statuses
from ..signs import conclusion_key, conclusion_sign, conclusion_words

_WIDE = 1000
_BARS = (Conclusion.RETURN, Conclusion.VERIFY, Conclusion.PASS, Conclusion.NONE)


def title_of(audit: Audit) -> str:
    """The county and the year."""
    year = f" {audit.year} 年" if audit.year else ""
    return f"{audit.place}{year}政府信息公开工作年度报告审核"


def head(audit: Audit, items: Sequence[Item]) -> Markup:
    """The head; ``items`` are all items of the page."""
    year = el("span", f"{audit.year} 年", class_="year") if audit.year else None
    round_words = " · ".join(filter(None, (f"第 {audit.round} 轮", audit.date)))
    return el(
        "header",
        el("p", "政府信息公开工作年度报告审核", class_="eyebrow"),
        el("div", el("h1", audit.place or "各单位", " ", year), el("p", round_words, class_="round"), class_="heading"),
        _numbers(audit),
        _bar(audit),
        _progress(audit, items),
        class_="head",
        id="overview",
    )


def _numbers(audit: Audit) -> Markup:
    due, came, told = len(due_units(audit)), received(audit), conclusions(audit)
    unreadable = statuses(audit)[FilingStatus.UNREADABLE]
    absent = [f"{due - came} 个缺报"] * (came < due) + [f"{unreadable} 个不可读"] * (unreadable > 0)
    errors, doubts, hints = (_count(audit, severity) for severity in Severity)
    return el(
        "dl",
        _number("已报 / 应报", came, f"/ {due}", "，".join(absent) or "全部已报"),
        _number("退回修改", told[Conclusion.RETURN], "", "有错误的单位"),
        _number("请核实", told[Conclusion.VERIFY], "", "只有疑点的单位"),
        _number("通过", told[Conclusion.PASS], "", "没有错误和疑点"),
        _number("错误", errors, "", f"另有疑点 {doubts}、提示 {hints}"),
        class_="numbers",
    )


def _count(audit: Audit, severity: Severity) -> int:
    every: list[Audited] = [*audit.units, *audit.unlisted]
    return sum(one.count(severity) for one in [*every, *filter(None, [audit.county])])


def _number(name: str, value: int, beside: str, note: str) -> Markup:
    figure = el("dd", str(value), el("small", beside) if beside else None)
    return el("div", el("dt", name), figure, el("dd", note, class_="note"))


def _bar(audit: Audit) -> Markup:
    told = conclusions(audit)
    whole, at = max(1, len(audit.units)), 0
    parts = []
    for conclusion in _BARS:
        wide = round(_WIDE * told[conclusion] / whole)
        if wide:
            parts.append(el("rect", x=at, y=0, width=wide, height=10, class_=conclusion_key(conclusion)))
        at += wide
    named = "、".join(f"{conclusion_words(one)} {told[one]}" for one in _BARS if told[one])
    drawn = el(
        "svg", *parts, class_="bar", viewBox=f"0 0 {_WIDE} 10", preserveAspectRatio="none", role="img",
        aria_label=f"{len(audit.units)} 个单位：{named}",
    )  # fmt: skip
    legend = [el("li", conclusion_sign(one), el("b", told[one])) for one in _BARS if told[one]]
    return joined((drawn, el("ul", *legend, class_="legend")))


def _progress(audit: Audit, items: Sequence[Item]) -> Markup | None:
    """What became of the items since the last round; nothing in the first."""
    if audit.round < 2:
        return None
    told = Counter(item.progress for item in items)
    parts = [el("span", one, " ", el("b", told[one])) for one in Progress if told[one]]
    return el("p", el("span", "整改情况", class_="name"), *parts, class_="progress")
