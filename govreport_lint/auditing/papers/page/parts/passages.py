"""雷同: what a report shares with last year's or with another unit's, passages side by side, equal runs marked."""

from __future__ import annotations

from collections.abc import Iterator

from .....likeness.alike import AlikePassage, Likeness
from .....output.page.markup import Markup, el
from .....output.page.signs import shape
from .....personal_numbers import masked
from ....audited import Audit, Template
from ...told import source_words
from ..part import Part
from ..sections import Section
from ..signs import percent

_MOST = 20
_DIGITS = "一二三四五六"


def passages(audit: Audit, sections: tuple[Section, ...]) -> Part | None:
    """The section, the most alike first; None where nothing is alike."""
    pairs = [(section, one) for section in sections for one in section.audited.alike]
    pairs.sort(key=lambda pair: -pair[1].share)
    if not pairs and not audit.templates:
        return None
    limit = f"重复率 {percent(audit.settings.similarity)} 起请核实，{percent(audit.settings.copied)} 起为基本照搬。"
    lead = el("p", f"第一、五部分和较长的第六部分计入，数字、年份和单位名称不比。{limit}", class_="lead")
    told = (_pair(section, one, audit) for section, one in pairs)
    card = el("div", *told, class_="card") if pairs else None
    return Part("alike", "雷同比对", (lead, card, _templates(audit.templates)))


def _pair(section: Section, like: Likeness, audit: Audit) -> Markup:
    grave = like.share >= audit.settings.similarity
    words = "基本照搬" if like.share >= audit.settings.copied else "请核实" if grave else "未到界限"
    sign = "warning" if grave else "info"
    numbers = "，数字也相同" if like.numbers_too else ""
    told = f"{like.letters:,} 字中 {like.shared:,} 字相同{numbers}"
    summary = el(
        "summary",
        el("span", shape(sign), words, class_=f"sign {sign}"),
        el(
            "span",
            el("b", section.name),
            el("span", f"与{source_words(like.other)} · {told}", class_="where"),
            class_="what",
        ),
        _bar(like.share),
        el("span", percent(like.share), class_="figure"),
    )
    return el("details", summary, el("div", *_body(like), class_="body"), class_="item pair")


def _bar(share: float) -> Markup:
    filled = el("rect", x=0, y=0, width=round(min(share, 1) * 100), height=4)
    return el("svg", filled, class_="meter", viewBox="0 0 100 4", preserveAspectRatio="none", aria_hidden="true")


def _body(like: Likeness) -> Iterator[Markup]:
    if not like.passages:
        yield el("p", "没有可以并列的段落。", class_="told")
        return
    head = el("tr", el("th", "本报告", scope="col"), el("th", source_words(like.other), scope="col"))
    rows = (_row(passage) for passage in like.passages[:_MOST])
    yield el("table", el("thead", head), el("tbody", *rows), class_="beside")
    if len(like.passages) > _MOST:
        yield el("p", f"另有 {len(like.passages) - _MOST} 段，见 audit.xlsx 的“雷同比对”。", class_="told")


def _row(passage: AlikePassage) -> Markup:
    own, other = masked(passage.own), masked(passage.other)
    runs = [own[start:end] for start, end in passage.runs]
    place = _DIGITS[passage.section - 1 : passage.section] if passage.section else ""
    where = el("small", f"第{place}部分") if place else None
    template = el("small", f"另有 {passage.units} 个单位也这样写") if passage.units else None
    return el(
        "tr",
        el("td", where, el("p", *_marked(own, list(passage.runs))), template, data_label="本报告"),
        el("td", where, el("p", *_marked(other, list(_found(other, runs)))), data_label="对方"),
    )


def _marked(text: str, runs: list[tuple[int, int]]) -> Iterator[str]:
    """The text with its runs between marks; runs that overlap or lie outside are cut."""
    at = 0
    for start, end in sorted(runs):
        begin, stop = max(at, start), min(end, len(text))
        if begin < stop:
            yield text[at:begin]
            yield el("mark", text[begin:stop])
            at = stop
    yield text[at:]


def _found(text: str, runs: list[str]) -> Iterator[tuple[int, int]]:
    """Where the runs stand in the other text, one after the other, or before where the order is another."""
    at = 0
    for run in runs:
        found = text.find(run, at)
        found = text.find(run) if found < 0 else found
        if run and found >= 0:
            yield found, found + len(run)
            at = found + len(run)


def _templates(templates: tuple[Template, ...]) -> Markup | None:
    """Clauses that many units share: told once, held against nobody."""
    if not templates:
        return None
    rows = (el("li", el("q", one.text), el("small", f"{len(one.units)} 个单位")) for one in templates)
    summary = el("summary", el("span", f"共用模板的 {len(templates)} 句（不算雷同）", class_="what"))
    return el("details", summary, el("ul", *rows, class_="templates"), class_="folded")
