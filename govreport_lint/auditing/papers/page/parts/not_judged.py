"""无法判定: every check that could not be made, which is not the same as passed."""

from __future__ import annotations

from .....output.page.markup import Markup, el
from ....audited import NotJudged
from ..part import Part
from ..sections import Section
from ..titles import Titles

Held = list[tuple[str, NotJudged]]


def not_judged(sections: tuple[Section, ...], titles: Titles) -> Part | None:
    """What could not be judged, by rule: how often and why, then where; None where all could."""
    groups: dict[str, Held] = {}
    for section in sections:
        for one in section.audited.not_judged:
            groups.setdefault(one.code, []).append((section.name, one))
    if not groups:
        return None
    made = [_group(code, held, titles) for code, held in sorted(groups.items())]
    note = "下列核验因数据空白、不是数字或缺少对照材料而没有做，不等于通过。"
    return Part("not-judged", "无法判定", (el("p", note, class_="lead"), el("div", *made, class_="card")))


def _group(code: str, held: Held, titles: Titles) -> Markup:
    count = sum(one.count for _, one in held)
    reasons = list(dict.fromkeys(one.reason.zh for _, one in held))
    told = reasons[0] if len(reasons) == 1 else f"{len(reasons)} 种原因"
    summary = el(
        "summary",
        el("span", code, class_="number"),
        el("span", el("b", titles.rule(code)), el("span", told, class_="where"), class_="what"),
        el("span", f"{count} 次 · {len({name for name, _ in held})} 个单位", class_="state"),
    )
    lists = (_reason(reason, held, alone=len(reasons) == 1) for reason in reasons)
    return el("details", summary, *lists, class_="item plain")


def _reason(reason: str, held: Held, *, alone: bool) -> Markup:
    """Where it was so, for one reason."""
    where = (
        el("li", el("b", name), one.where.zh, el("small", f"× {one.count}") if one.count > 1 else None)
        for name, one in held
        if one.reason.zh == reason
    )
    said = None if alone else el("p", reason)
    return el("div", said, el("ul", *where, class_="chips"), class_="reason")
