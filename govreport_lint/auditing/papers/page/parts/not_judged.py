"""无法判定: every check that could not be made, which is not the same as passed."""

from __future__ import annotations

from ....audited import NotJudged
from ..markup import Markup, el
from ..part import Part
from ..sections import Section
from ..titles import Titles


def not_judged(sections: tuple[Section, ...], titles: Titles) -> Part | None:
    """What could not be judged, by rule and reason: how often, then where."""
    groups: dict[tuple[str, str], list[tuple[str, NotJudged]]] = {}
    for section in sections:
        for one in section.audited.not_judged:
            groups.setdefault((one.code, one.reason.zh), []).append((section.name, one))
    if not groups:
        return None
    made = [_group(code, reason, held, titles) for (code, reason), held in sorted(groups.items())]
    note = "下列核验因数据空白、不是数字或缺少对照材料而没有做，不等于通过。"
    return Part("not-judged", "无法判定", (el("p", note, class_="lead"), el("div", *made, class_="card")))


def _group(code: str, reason: str, held: list[tuple[str, NotJudged]], titles: Titles) -> Markup:
    count = sum(one.count for _, one in held)
    summary = el(
        "summary",
        el("span", code, class_="number"),
        el("span", el("b", titles.rule(code)), el("span", reason, class_="where"), class_="what"),
        el("span", f"{count} 次 · {len({name for name, _ in held})} 个单位", class_="state"),
    )
    where = (
        el("li", el("b", name), one.where.zh, el("small", f"× {one.count}") if one.count > 1 else None)
        for name, one in held
    )
    return el("details", summary, el("ul", *where, class_="chips"), class_="item plain")
