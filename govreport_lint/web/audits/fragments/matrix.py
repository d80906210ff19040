"""What the page shows of an audit: its numbers, a line for each unit, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ....auditing.audited import Audit, Item
from ....auditing.papers.page.sections import Section, groups_of, sections_of
from ....auditing.papers.page.signs import FAMILIES, conclusion_key, family_of
from ....auditing.papers.told import standing
from ....finding import Severity
from ....language import Text
from ....output.page.markup import Markup, el, joined
from ....output.page.signs import shape
from ....output.words.headings import SEVERITY_WORDS
from ...families import family_words
from .numbers import CONCLUSIONS, STATUSES, counted, numbers

_OTHER = Text("其他", "Other")
_ENGLISH_GROUPS = {
    "乡镇": "Townships", "街道": "Subdistricts", "县直部门": "Departments", "派出机构": "Branches", "园区": "Zones",
    "垂管": "Vertical bodies", "政府本级": "The government itself", "其他": "Others", "未列名单": "Not in the list",
    "县级报告": "The county's report",
}  # fmt: skip
_UNIT, _STATUS, _CONCLUSION = Text("单位", "Unit"), Text("报送", "Filing"), Text("结论", "Conclusion")
_LATE = Text("逾期", "late")
_TABLE = Text("各单位的结论和各类问题数", "The units, their conclusions and how many findings of each kind")
_UNREAD = Text("有 {count} 个文件未能读取", "{count} files could not be read")
_REMARKS = Text("说明", "Remarks")


def matrix(audit: Audit, language: str, key: str) -> Markup:
    """The numbers and the units in ``zh`` or ``en``, in a part each.

    The links lead to the audit's page, which the job with ``key`` has.
    """
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
    return joined((numbers(audit, len(sections), language), el("div", scroll, *_notes(audit, language))))


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
    return (family_words(letter) if letter else _OTHER).in_language(language)


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
    words = CONCLUSIONS[audited.conclusion].in_language(language)
    status = STATUSES[audited.filing.status].in_language(language)
    late = el("small", _LATE.in_language(language), class_="warning") if audited.overdue else None
    return el(
        "tr",
        el("th", link, scope="row"),
        el("td", el("span", shape(sign), words, class_=f"sign {sign}"), class_="conclusion"),
        *(_cell(letter, items, f"{page}#{section.key}", language) for letter, items in by_letter.items()),
        el("td", status, late, class_="status"),
        data_conclusion=sign,
        data_counted=counted(section),
    )


def _cell(letter: str, items: Sequence[Item], unit: str, language: str) -> Markup:
    """How many of each severity; a link to the gravest."""
    name = f"{letter} {_family(letter, language)}".strip()
    if not items:
        return el("td", class_="count nothing")
    first = min(items, key=lambda item: item.severity.rank)
    page, _, anchor = unit.partition("#")
    told = Counter(item.severity for item in items)
    counts = [el("span", shape(one), str(told[one]), class_=str(one)) for one in Severity if told[one]]
    words = "，".join(
        f"{SEVERITY_WORDS[one].in_language(language)} {told[one]}" for one in Severity if told[one]
    )  # fmt: skip
    href = f"{page}#{first.number or anchor}"
    link = el("a", *counts, href=href, target="_blank", rel="noopener", aria_label=f"{name}: {words}",
              data_label=name)  # fmt: skip
    return el("td", link, class_="count")


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
