"""What the page shows of an audit that is done: its numbers and the matrix, as markup in both languages."""

from __future__ import annotations

from pathlib import Path

from ...auditing.audited import Audit, Audited, Conclusion
from ...auditing.papers.counts import conclusions, due_units, received
from ...auditing.papers.page.page import NAME
from ...auditing.papers.page.parts.matrix import matrix
from ...auditing.papers.page.sections import groups_of, sections_of
from ...auditing.papers.page.signs import conclusion_key, conclusion_words
from ...auditing.papers.summary_lines import summary_lines
from ...finding import Severity
from ...language import Text
from ...output.page.markup import Markup, el, joined
from .summed import sums_line

_LANGUAGES = ("zh", "en")
_YEAR = Text("{year} 年", "{year}")
_TITLE = Text("{place}年报审核", "Audit of {place}")
_ALL = Text("各单位", "all units")
_RECEIVED = Text("已报 / 应报", "handed in / due")
_ABSENT = Text("{count} 个未报送", "{count} missing")
_COMPLETE = Text("全部已报", "none missing")
_NOTES = {
    Conclusion.RETURN: Text("有错误的单位", "units with errors"),
    Conclusion.VERIFY: Text("只有疑点的单位", "units with doubts only"),
    Conclusion.PASS: Text("没有错误和疑点", "neither errors nor doubts"),
}
_NAMES = {
    Conclusion.RETURN: Text("退回修改", "to return"),
    Conclusion.VERIFY: Text("待核实", "to verify"),
    Conclusion.PASS: Text("通过", "passed"),
}
_ERRORS = Text("错误", "errors")
_BESIDE = Text("另有疑点 {doubts}、提示 {hints}", "and {doubts} doubts, {hints} hints")
_SEARCH, _KIND, _ANSWER = Text("单位", "Unit"), Text("类别", "Kind"), Text("结论", "Answer")
_EVERY = Text("全部", "all")
_SEARCH_HINT = Text("单位名称或编号", "name or number")
_NONE = Text("没有符合条件的单位", "no unit is like that")
_CHINESE = Text("", "The matrix and the papers are in Chinese, as the offices use them.")
_REMARKS = Text("审核说明", "Remarks")


def write_overview(audit: Audit, folder: Path) -> None:
    """Write the fragment in each language, and the summary as text; raises ``OSError``."""
    for language in _LANGUAGES:
        (folder / overview_name(language)).write_text(str(overview(audit, language)), "utf-8", newline="\n")
        lines = "\n".join(summary_lines(audit, language)) + "\n"
        (folder / summary_name(language)).write_text(lines, "utf-8", newline="\n")


def overview_name(language: str) -> str:
    """The file of the fragment."""
    return f"matrix.{language}.html"


def summary_name(language: str) -> str:
    """The file of the summary."""
    return f"summary.{language}.txt"


def overview(audit: Audit, language: str) -> Markup:
    """The fragment: head, numbers, filters, the matrix with links into the page of the audit."""
    sections = sections_of(audit)
    note = _CHINESE.in_language(language)
    shown = matrix(sections, NAME)
    return joined(
        (
            _head(audit, language),
            _numbers(audit, language),
            el("p", sums_line(audit, language), class_="audit-sums") if sums_line(audit, language) else None,
            _filters(list(groups_of(sections)), audit, language),
            el("p", note, class_="soft") if note else None,
            el("div", *shown.children, shown.beside, class_="audit-matrix", lang="zh-CN"),
            el("p", _NONE.in_language(language), class_="audit-none soft", hidden=True),
            _remarks(audit, language),
        )
    )


def _head(audit: Audit, language: str) -> Markup:
    place = audit.place or _ALL.in_language(language)
    year = _YEAR.filled(year=str(audit.year)).in_language(language) if audit.year else None
    title = _TITLE.filled(place=place).in_language(language)
    return el("div", el("h1", title, " ", el("span", year, class_="year") if year else None), class_="audit-head")


def _numbers(audit: Audit, language: str) -> Markup:
    due, came, told = len(due_units(audit)), received(audit), conclusions(audit)
    absent = _ABSENT.filled(count=str(due - came)) if came < due else _COMPLETE
    errors, doubts, hints = (_count(audit, severity) for severity in Severity)
    beside = _BESIDE.filled(doubts=str(doubts), hints=str(hints))
    parts = [_number(_RECEIVED, came, absent, language, f"/ {due}")]
    parts += [_number(name, told[one], _NOTES[one], language, key=conclusion_key(one)) for one, name in _NAMES.items()]
    return el("dl", *parts, _number(_ERRORS, errors, beside, language), class_="audit-numbers")


def _number(name: Text, value: int, note: Text, language: str, small: str = "", key: str = "") -> Markup:
    figure = el("dd", str(value), el("small", small) if small else None, class_=key if value else "")
    return el("div", el("dt", name.in_language(language)), figure, el("dd", note.in_language(language), class_="note"))


def _count(audit: Audit, severity: Severity) -> int:
    every: list[Audited] = [*audit.units, *audit.unlisted, *filter(None, [audit.county])]
    return sum(one.count(severity) for one in every)


def _filters(groups: list[str], audit: Audit, language: str) -> Markup:
    """The filters; a script uses them."""
    told = conclusions(audit)
    found = [one for one in Conclusion if told[one]]
    search = el(
        "input", type="search", name="text", placeholder=_SEARCH_HINT.in_language(language), autocomplete="off",
        spellcheck="false",
    )  # fmt: skip
    answers = [(conclusion_words(one), f"{conclusion_words(one)} {told[one]}") for one in found]
    return el(
        "div",
        el("label", el("span", _SEARCH.in_language(language)), search),
        _choice(_ANSWER, "conclusion", answers, language),
        _choice(_KIND, "group", [(name, name) for name in groups], language),
        class_="audit-filters",
        role="search",
    )


def _choice(label: Text, name: str, options: list[tuple[str, str]], language: str) -> Markup:
    every = el("option", _EVERY.in_language(language), value="")
    others = (el("option", words, value=value) for value, words in options)
    return el("label", el("span", label.in_language(language)), el("select", every, *others, name=name))


def _remarks(audit: Audit, language: str) -> Markup | None:
    """What the audit says of files that could not be read and of itself."""
    lines = [remark.in_language(language) for remark in audit.remarks]
    for entry in audit.unread:
        if entry.problem is not None:
            lines.append(f"{entry.path}：{entry.problem.reason.in_language(language)}")
    if not lines:
        return None
    title = el("summary", _REMARKS.in_language(language), " ", el("small", str(len(lines))))
    return el("details", title, el("ul", *(el("li", line) for line in lines)), class_="audit-remarks")
