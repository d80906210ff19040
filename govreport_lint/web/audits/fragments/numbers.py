"""The head of an audit: whose it is, and its numbers, each of which chooses the units that it counts."""

from __future__ import annotations

from ....auditing.audited import Audit, Conclusion
from ....auditing.papers.counts import conclusions, due_units, statuses
from ....auditing.papers.page.sections import Section
from ....auditing.papers.page.signs import conclusion_key
from ....auditing.papers.told import COUNTY
from ....checks.subject.filing import FilingStatus
from ....language import Text
from ....output.page.markup import Markup, el
from ....output.page.signs import shape

CONCLUSIONS = {
    Conclusion.RETURN: Text("退回修改", "to be returned"),
    Conclusion.VERIFY: Text("请核实", "to be verified"),
    Conclusion.PASS: Text("通过", "passed"),
    Conclusion.NONE: Text("未核验", "not judged"),
}
STATUSES = {
    FilingStatus.SUBMITTED: Text("已报", "received"),
    FilingStatus.MISSING: Text("缺报", "not received"),
    FilingStatus.TWICE: Text("重报", "received twice"),
    FilingStatus.UNREADABLE: Text("不可读", "unreadable"),
    FilingStatus.UNLISTED: Text("未列名单", "not in the list"),
}
_CONCLUSION, _FILING = "conclusion-", "filing-"
_ALWAYS = FilingStatus.MISSING
_ALL = Text("全部", "all")
_DUE = Text("应报 {count} 个单位", "{count} units have to report")
_CHOOSE = Text("按结论筛选", "Filter by conclusion")


def numbers(audit: Audit, rows: int, language: str) -> Markup:
    """The head above a matrix of so many rows."""
    year = f" · {audit.year}" if audit.year else ""
    due = _DUE.filled(count=len(due_units(audit))).in_language(language)
    title = el("header", el("h1", f"{audit.place}{year}", tabindex="-1"), el("p", due, class_="soft"))
    found, states = conclusions(audit), statuses(audit)
    tiles = [_tile("", _ALL, rows, None, language)]
    for one in Conclusion:
        if one is not Conclusion.NONE:
            sign = conclusion_key(one)
            tiles.append(_tile(_CONCLUSION + sign, CONCLUSIONS[one], found[one], sign, language))
    for status, words in STATUSES.items():
        if status is _ALWAYS or (states[status] and status is not FilingStatus.SUBMITTED):
            tiles.append(_tile(_FILING + status.name.lower(), words, states[status], "none", language))
    label = _CHOOSE.in_language(language)
    return el("div", title, el("div", *tiles, class_="audit-numbers", role="group", aria_label=label))


def counted(section: Section) -> str:
    """In which numbers a unit is counted. What is in no list and the county's own report have no conclusion there."""
    one, status = section.audited, section.audited.filing.status
    found = []
    if one.unit is not None:
        found.append(_CONCLUSION + conclusion_key(one.conclusion))
        if one.unit.due or status is not FilingStatus.MISSING:
            found.append(_FILING + status.name.lower())
    elif section.group != COUNTY:
        found.append(_FILING + status.name.lower())
    return " ".join(found)


def _tile(wanted: str, words: Text, count: int, sign: str | None, language: str) -> Markup:
    """A number that is a button; one that counts nothing chooses nothing."""
    told = el("span", shape(sign) if sign else None, words.in_language(language), class_=f"sign {sign or ''}".strip())
    return el(
        "button",
        told,
        el("b", count),
        type="button",
        data_wanted=wanted,
        aria_pressed="false" if wanted else "true",
        disabled=not count,
    )
