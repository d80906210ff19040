"""The findings, unit by unit; each opens with its table, what to do, the basis, what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from .....finding import Evidence
from .....form import Form
from .....output.page.markup import Child, Markup, el
from .....output.page.signs import severity_sign
from .....output.words.places import SEPARATOR, place_words
from ....audited import Audited, Conclusion, Decision, Item, Progress
from ...told import source_words
from ..part import Part
from ..sections import Section
from ..signs import conclusion_sign, family_of, percent
from ..titles import Titles
from .pieces import piece_table, with_other_side

_MARKED = (Progress.OPEN, Progress.STILL_WRONG)
_BRACKETS = str.maketrans("", "", "【】")


def findings(sections: tuple[Section, ...], titles: Titles) -> Part:
    """All units with their items."""
    buttons = el(
        "p",
        el("button", "全部展开", type="button", data_open="open"),
        el("button", "全部收起", type="button", data_open=""),
        class_="buttons",
    )
    nothing = el("p", "没有符合条件的问题。", class_="nothing", hidden=True)
    units = (_unit(section, titles) for section in sections)
    return Part("findings", "问题清单", (nothing, *units), buttons)


def _unit(section: Section, titles: Titles) -> Markup:
    audited = section.audited
    heading = el(
        "header",
        el("h3", el("i", section.label), " ", section.name),
        el("span", section.group, class_="tag"),
        conclusion_sign(audited.conclusion),
    )
    items = [_item(item, titles.form(audited), titles) for item in audited.items]
    unread = [el("p", f"无法读取：{path}", class_="told") for path in audited.filing.unreadable]
    body = items or [el("p", _no_items(audited), class_="told")]
    return el(
        "article",
        heading,
        _facts(audited),
        *unread,
        *body,
        class_="unit",
        id=section.key,
        data_group=section.group,
        data_name=f"{section.label} {section.name}".strip(),
    )


def _no_items(audited: Audited) -> str:
    return "没有收到可以核验的年报。" if audited.conclusion is Conclusion.NONE else "没有发现问题。"


def _facts(audited: Audited) -> Markup:
    """Which file it is, what was checked, how much of the text is copied."""
    filing, entry = audited.filing, audited.entry
    told: list[tuple[str, Child]] = [("状态", f"{filing.status}{'，逾期' if audited.overdue else ''}")]
    if entry is not None:
        told.append(("采用文件", entry.path + ("（沿用上轮）" if audited.kept else "")))
    others = [version.path for version in filing.versions if entry is None or version.path != entry.path]
    if others:
        told.append(("其他版本", "；".join(others) + (f"（{filing.by}）" if filing.by else "")))
    if entry is not None and entry.signed:
        told.append(("落款日期", entry.signed))
    if audited.passed or audited.failed or audited.not_assessable:
        checks = audited.passed + audited.failed + audited.not_assessable
        passed = f"{checks} 项：通过 {audited.passed}，不符 {audited.failed}，无法判定 {audited.not_assessable}"
        told.append(("核验", passed))
    if audited.like_previous is not None:
        told.append(("与上年重复率", percent(audited.like_previous)))
    if filing.nearest:
        told.append(("最接近的单位", "、".join(filing.nearest)))
    return el("dl", *(el("div", el("dt", name), el("dd", value)) for name, value in told), class_="facts")


def _item(item: Item, form: Form | None, titles: Titles) -> Markup:
    done = not item.stands
    state = "不属实" if item.decision.quiet else item.progress
    marked = "strong" if item.progress in _MARKED and not item.decision.quiet else None
    summary = el(
        "summary",
        severity_sign(item.severity),
        el("span", item.number, class_="number"),
        el("span", el("b", titles.of(item)), el("span", item.where.zh, class_="where"), class_="what"),
        el("span", state, class_=f"state {marked or ''}".strip()),
    )
    return el(
        "details",
        summary,
        el("div", *_body(item, form), id=item.number or None, class_="body"),
        class_="item done" if done else "item",
        data_family=family_of(item.code) or "-",
        data_severity=item.severity,
        data_progress=item.progress,
    )


def _body(item: Item, form: Form | None) -> Iterable[Markup]:
    yield el("p", item.message.zh, class_="message")
    printed = {cell.text for _, cells in item.piece.rows for cell in cells} if item.piece else set()
    # The message has the sentence with its words between brackets, the table has the printed figure.
    told = item.message.zh.translate(_BRACKETS)
    if item.quote and item.quote not in printed and item.quote not in told:
        yield el("blockquote", item.quote)
    if item.piece is not None:
        piece = with_other_side(item, item.piece, form)
        item = replace(item, piece=piece)
        yield piece_table(piece, form)
    yield el("dl", *_told(item, form), class_="told-of")
    link = el("a", f"#{item.number}", href=f"#{item.number}", title="这一项的链接") if item.number else None
    yield el("p", el("span", item.code), link, class_="foot")


def _told(item: Item, form: Form | None) -> Iterable[Markup]:
    yield _pair("修改建议", item.suggestion.zh)
    if item.source != "report":
        shown = {cell.text for _, cells in item.piece.rows for cell in cells if cell.mark} if item.piece else set()
        other = [_evidence(one, form) for one in item.evidence if one.source != "report" and one.value not in shown]
        yield _pair("相关方", "；".join([source_words(item.source), *other]))
    for also in item.also:
        yield _pair("同一原因", also.zh)
    yield _pair("依据", item.basis.zh)
    yield _pair("整改情况", item.progress)
    if item.decision != Decision():
        told = (item.decision.verdict, item.decision.reason, item.decision.reviewer)
        yield _pair("复核结论", " · ".join(filter(None, told)))


def _pair(name: str, value: str) -> Markup:
    return el("div", el("dt", name), el("dd", value))


def _evidence(evidence: Evidence, form: Form | None) -> str:
    try:
        where = place_words(form, evidence.place, "zh", 200) if form else ""
    except KeyError:
        where = ""
    return f"{where or SEPARATOR.join(filter(None, (evidence.place.row, evidence.place.column)))}：{evidence.value}"
