"""What the page shows of an audit: its numbers, a line for each unit, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ...auditing.audited import Audit, Conclusion, Item
from ...auditing.papers.counts import conclusions, due_units, statuses
from ...auditing.papers.page.sections import Section, groups_of, sections_of
from ...auditing.papers.page.signs import FAMILIES, conclusion_key, family_of
from ...auditing.papers.told import standing
from ...checks.subject.filing import FilingStatus
from ...finding import Severity
from ...language import Text
from ...output.page.markup import Markup, el
from ...output.page.signs import shape
from ...output.words.headings import SEVERITY_WORDS

_ENGLISH_FAMILIES = {
    "S": "Sections", "T": "Tables", "A": "Sums", "Z": "Zeros", "N": "Prose",
    "D": "Dates", "L": "Wording", "H": "Years", "R": "Roll-up", "": "Other",
}  # fmt: skip
_OTHER = "其他"
_CONCLUSIONS = {
    Conclusion.RETURN: Text("退回修改", "to be returned"),
    Conclusion.VERIFY: Text("请核实", "to be verified"),
    Conclusion.PASS: Text("通过", "passed"),
    Conclusion.NONE: Text("未核验", "not judged"),
}
_STATUSES = {
    FilingStatus.SUBMITTED: Text("已报", "received"),
    FilingStatus.MISSING: Text("缺报", "missing"),
    FilingStatus.TWICE: Text("重报", "twice"),
    FilingStatus.UNREADABLE: Text("不可读", "unreadable"),
    FilingStatus.UNLISTED: Text("未列名单", "not in the list"),
}
_ENGLISH_GROUPS = {
    "乡镇": "Townships", "街道": "Subdistricts", "县直部门": "Departments", "派出机构": "Branches", "园区": "Zones",
    "垂管": "Vertical bodies", "政府本级": "The government itself", "其他": "Others", "未列名单": "Not in the list",
    "县级报告": "The county's report",
}  # fmt: skip
_DUE = Text("应报 {count} 个单位", "{count} units have to report")
_MISSING = Text("未报送", "not received")
_UNREADABLE = Text("不可读", "unreadable")
_UNIT, _STATUS, _CONCLUSION = Text("单位", "Unit"), Text("报送", "Filing"), Text("结论", "Conclusion")
_LATE = Text("逾期", "late")
_TABLE = Text("各单位的结论和各类问题数", "The units, their conclusions and how many findings of each kind")
_UNREAD = Text("有 {count} 个文件未能读取", "{count} files could not be read")
_REMARKS = Text("说明", "Remarks")


def matrix(audit: Audit, language: str, key: str) -> Markup:
    """The fragment in ``zh`` or ``en``; its links lead to the audit's page, which the job with ``key`` has."""
    sections = sections_of(audit)
    letters = _letters(sections)
    table = el(
        "table",
        el("caption", _TABLE.in_language(language), class_="unseen"),
        _header(letters, language),
        *(_group(name, held, letters, language, key) for name, held in groups_of(sections).items()),
        class_="audit-matrix",
    )
    label = _TABLE.in_language(language)
    scroll = el("div", table, class_="scroll", tabindex="0", role="region", aria_label=label)
    return el("div", _title(audit, language), _numbers(audit, language), scroll, *_notes(audit, language))


def _title(audit: Audit, language: str) -> Markup:
    year = f" · {audit.year}" if audit.year else ""
    due = _DUE.filled(count=len(due_units(audit))).in_language(language)
    return el("header", el("h2", f"{audit.place}{year}", tabindex="-1"), el("p", due, class_="soft"))


def _numbers(audit: Audit, language: str) -> Markup:
    """How many units are answered what, and how many have handed in nothing."""
    found, states = conclusions(audit), statuses(audit)
    rows = [(conclusion_key(one), _CONCLUSIONS[one], found[one]) for one in Conclusion if one is not Conclusion.NONE]
    rows.append(("none", _MISSING, states[FilingStatus.MISSING]))
    if states[FilingStatus.UNREADABLE]:
        rows.append(("none", _UNREADABLE, states[FilingStatus.UNREADABLE]))
    told = [
        el("div", el("dt", shape(sign), words.in_language(language)), el("dd", count), class_=sign)
        for sign, words, count in rows
    ]
    return el("dl", *told, class_="audit-numbers")


def _letters(sections: Iterable[Section]) -> list[str]:
    """The families in which anything was found."""
    seen = {family_of(item.code) for section in sections for item in standing(section.audited.items)}
    return [letter for letter in (*FAMILIES, "") if letter in seen]


def _header(letters: Sequence[str], language: str) -> Markup:
    columns = [el("th", words.in_language(language), scope="col") for words in (_UNIT, _CONCLUSION)]
    for letter in letters:
        name = _family(letter, language)
        columns.append(el("th", el("b", letter or None), el("span", name), scope="col", class_="family"))
    columns.append(el("th", _STATUS.in_language(language), scope="col"))
    return el("thead", el("tr", *columns))


def _family(letter: str, language: str) -> str:
    return _ENGLISH_FAMILIES[letter] if language == "en" else FAMILIES.get(letter, _OTHER)


def _group(name: str, held: Sequence[Section], letters: Sequence[str], language: str, key: str) -> Markup:
    words = _ENGLISH_GROUPS.get(name, name) if language == "en" else name
    title = el("th", words, el("small", len(held)), colspan=len(letters) + 3, scope="rowgroup")
    rows = (_row(section, letters, language, key) for section in held)
    return el("tbody", el("tr", title, class_="group"), *rows)


def _row(section: Section, letters: Sequence[str], language: str, key: str) -> Markup:
    audited, page = section.audited, f"api/audit/{key}/audit.html"
    by_letter: dict[str, list[Item]] = {letter: [] for letter in letters}
    for item in standing(audited.items):
        by_letter[family_of(item.code)].append(item)
    link = el("a", el("i", section.label), section.name, href=f"{page}#{section.key}", target="_blank", rel="noopener")
    sign = conclusion_key(audited.conclusion)
    words = _CONCLUSIONS[audited.conclusion].in_language(language)
    status = _STATUSES[audited.filing.status].in_language(language)
    late = el("small", _LATE.in_language(language), class_="warning") if audited.overdue else None
    return el(
        "tr",
        el("th", link, scope="row"),
        el("td", el("span", shape(sign), words, class_=f"sign {sign}"), class_="conclusion"),
        *(_cell(letter, items, f"{page}#{section.key}", language) for letter, items in by_letter.items()),
        el("td", status, late, class_="status"),
        data_conclusion=sign,
    )


def _cell(letter: str, items: Sequence[Item], unit: str, language: str) -> Markup:
    """How many of each severity; a link to the gravest."""
    name = f"{letter} {_family(letter, language)}".strip()
    if not items:
        return el("td", class_="count nothing", data_label=name)
    first = min(items, key=lambda item: item.severity.rank)
    page, _, anchor = unit.partition("#")
    told = Counter(item.severity for item in items)
    counts = [el("span", shape(one), str(told[one]), class_=str(one)) for one in Severity if told[one]]
    words = "，".join(
        f"{SEVERITY_WORDS[one].in_language(language)} {told[one]}" for one in Severity if told[one]
    )  # fmt: skip
    href = f"{page}#{first.number or anchor}"
    link = el("a", *counts, href=href, target="_blank", rel="noopener", aria_label=f"{name}: {words}")
    return el("td", link, class_="count", data_label=name)


def _notes(audit: Audit, language: str) -> Iterator[Markup]:
    """What could not be read and why; what is to be known of how the audit was made."""
    problems = [entry.problem for entry in audit.unread if entry.problem]
    if problems:
        lines = [el("li", el("b", one.path), " ", one.reason.in_language(language)) for one in problems]
        title = _UNREAD.filled(count=len(problems)).in_language(language)
        yield el("details", el("summary", title), el("ul", *lines), class_="audit-notes")
    if audit.remarks:
        lines = [el("li", text.in_language(language)) for text in audit.remarks]
        title = f"{_REMARKS.in_language(language)} ({len(lines)})"
        yield el("details", el("summary", title), el("ul", *lines), class_="audit-notes")
