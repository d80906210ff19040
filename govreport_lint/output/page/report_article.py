"""One report on the page: whose it is, its remarks, its tables beside them, what was not assessed or is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...finding import Severity, Unassessed
from ...form import Form
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.causes import remarks_of
from ..words.file_paths import shown_path
from ..words.headings import SEVERITY_WORDS
from ..words.places import place_words
from ..words.settled import by_words, fault_words, known_words, told_of
from ..words.summary.counted import counts_of
from ..words.summary.unassessed import by_reason, coverage_words
from ..words.summary.whose import form_words, organ_words, year_words
from ..words.told_findings import told
from .marks import cell_marks
from .markup import Child, Markup, el, joined
from .official_tables import Sheet, official_tables
from .remark_card import remark_card
from .signs import severity_sign, shape

_CLEAN = Text("未发现问题", "No problems found")
_CLEAN_SO_FAR = Text("已检查的部分未发现问题", "No problems in what could be checked")
_UNKNOWN = Text("没有一项检查能够作出判断", "Not one check could be made")
_OPEN = Text("无法判定的检查", "Checks that could not be made")
_OPEN_NOTE = Text("下列检查没有做，不等于通过。", "These were not made, which is not the same as passed.")
_SETTLED = Text("已说明、不计入的问题", "Settled and not counted")
_TABLES = Text("报告中的三张表", "The tables of the report")
_FINDINGS = Text("问题", "Findings")
_MORE = Text("等 {count} 处", "… {count} in all")
_MOST_PLACES = 6


def report_article(key: str, result: Result, run: Run) -> Markup:
    """The report under the anchor ``key``."""
    form, language = run.rulebook.form(result.report.form), run.language
    remarks = list(enumerate(remarks_of(result), 1))
    sheet = Sheet(key, result.report, form, cell_marks(result, form, remarks), language)
    cards = [remark_card(number, remark, result, sheet, run) for number, remark in remarks]
    tables = official_tables(sheet)
    title = el("h3", _TABLES.in_language(language))
    if cards:
        named = el("h3", _FINDINGS.in_language(language), class_="unseen")
        body = el(
            "div",
            el("div", named, *cards, class_="remarks"),
            el("div", title, *tables, class_="tables"),
            class_="beside",
        )
    else:
        body = el(
            "details", el("summary", _TABLES.in_language(language)), el("div", *tables, class_="tables"), class_="more"
        )
    return el(
        "section",
        _header(result, run),
        body,
        not_assessed(result, form, run),
        settled_findings(result, form, run),
        class_="report",
        id=key,
    )


def path_words(result: Result, run: Run) -> str:
    """The path of the file, with the number of the report in it where it holds several."""
    part = "" if result.source.part is None else f"#{result.source.part}"
    return shown_path(result.source.path, run.base) + part


def count_signs(result: Result, language: str, counts: Mapping[Severity, int] | None = None) -> list[Markup]:
    """The severities that there are, each with its number; that there is none.

    ``counts`` are those of the findings where no others are given.
    """
    counts = counts_of(result.findings) if counts is None else counts
    signs = [
        el("span", severity_sign(severity, language), el("b", counts[severity]), class_="count")
        for severity in Severity
        if counts[severity]
    ]
    return signs or [nothing_found(result, language)]


def nothing_found(result: Result, language: str) -> Markup:
    """What it means that nothing was found: all is fine only where all was checked."""
    coverage = result.coverage
    if not coverage.passed:
        return el("span", shape("none"), _UNKNOWN.in_language(language), class_="sign none")
    words = _CLEAN_SO_FAR if coverage.not_assessable else _CLEAN
    return el("span", shape("pass"), words.in_language(language), class_="sign pass")


def _header(result: Result, run: Run) -> Markup:
    report, language = result.report, run.language
    notes = (note if isinstance(note, str) else note.in_language(language) for note in _notes(result))
    about = (path_words(result, run), form_words(report, language), coverage_words(result.coverage, language))
    return el(
        "header",
        el("h2", organ_words(report, language), " ", el("span", year_words(report, language), class_="year")),
        el("p", *count_signs(result, language), class_="counts"),
        el("p", *(el("span", words) for words in about), class_="about"),
        *(el("p", note, class_="note") for note in notes),
    )


def not_assessed(result: Result, form: Form, run: Run) -> Markup | None:
    """Every check that could not be made, by its reason."""
    if not result.coverage.unassessed:
        return None
    summary = el("summary", _OPEN.in_language(run.language), el("b", result.coverage.not_assessable))
    return el("details", summary, *not_assessed_list(result, form, run), class_="more")


def not_assessed_list(result: Result, form: Form, run: Run) -> tuple[Markup, Markup]:
    """What it means that checks could not be made, and those checks by their reason."""
    rows = (
        el("li", el("p", reason), el("p", *_asked(items, form, run), class_="asked"))
        for reason, items in by_reason(result.coverage, run.language).items()
    )
    return el("p", _OPEN_NOTE.in_language(run.language)), el("ul", *rows)


def _asked(items: list[Unassessed], form: Form, run: Run) -> Iterator[Child]:
    """The rules, each with its title and the first places."""
    codes: dict[str, list[Unassessed]] = {}
    for item in items:
        codes.setdefault(item.rule, []).append(item)
    for code, same in codes.items():
        rule = run.rulebook.by_name.get(code)
        title = rule.title.in_language(run.language) if rule else ""
        places = list(dict.fromkeys(place_words(form, item.place, run.language, 60) for item in same))
        shown = ("; " if run.language == "en" else "；").join(places[:_MOST_PLACES])
        more = _MORE.in_language(run.language).format(count=len(places)) if len(places) > _MOST_PLACES else ""
        yield el("span", el("span", code, class_="code"), f" {title} ", el("small", f"{shown} {more}"))


def settled_findings(result: Result, form: Form, run: Run) -> Markup | None:
    """What somebody has settled, with their reason."""
    told_ones = told_of(result)
    known = [el("p", words.in_language(run.language), class_="note") for words in known_words(result)]
    if not told_ones:
        return joined(known) if known else None
    rows, colon = [], ": " if run.language == "en" else "："
    for one in told_ones:
        words = told(form, one.finding, run.language)
        severity = SEVERITY_WORDS[Severity(words.severity)].in_language(run.language)
        head = el("p", el("span", words.code, class_="code"), f" {severity} {words.place}{colon}{words.message}")
        rows.append(
            el("li", head, el("p", el("b", one.reason), " ", el("small", by_words(one).in_language(run.language))))
        )
    summary = el("summary", _SETTLED.in_language(run.language), el("b", len(rows)))
    return joined((el("details", summary, el("ul", *rows), class_="more"), *known))


def _notes(result: Result) -> tuple[Text | str, ...]:
    """What is told of the file, and what is wrong with what was to settle findings in it."""
    return (*result.source.notes, *fault_words(result))
