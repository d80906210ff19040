"""What the checks come to, always in sight; what was not checked; what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ...editing.amendments import Amendment
from ...finding import Place, Severity
from ...form import Form
from ...language import Text
from ...output.page.markup import Child, Markup, el, joined
from ...output.page.report_article import count_signs, not_assessed_list, settled_findings
from ...output.run import Run
from ...output.words.places import place_words
from ...result import Result
from .changes import Changed

_CHECKED = Text("核验 {all} 项", "{all} checks")
_PASSED, _FAILED = Text("通过 {count}", "{count} passed"), Text("不通过 {count}", "{count} failed")
_OPEN = Text("无法核验 {count}", "{count} could not be made")
_CHANGED = Text("已改 {count} 处", "{count} changed")
_BACK, _ALL_BACK = Text("撤销", "Take back"), Text("全部撤销", "Take all back")
_TO = Text("改为 {text}", "now {text}")
_NOW = Text("改后：已解决 {solved} 项，新出现 {fresh} 项", "After the change: {solved} solved, {fresh} new")
_EMPTY = Text("（空）", "(blank)")
_PARAGRAPH = Text("正文", "text")
_LONGEST = 40


def summary(
    result: Result, counts: Mapping[Severity, int], run: Run, amended: Sequence[Amendment], changed: Changed
) -> Markup:
    """The bar with the numbers of the items and of the checks, and what can be opened below it."""
    form, language = run.rulebook.form(result.report.form), run.language
    bar = el(
        "div",
        el("p", *count_signs(result, language, counts), class_="counts"),
        el("div", *_coverage(result, form, run), class_="coverage"),
        el("p", _said(changed, language), class_="since") if amended else None,
        class_="verdict",
    )
    return joined((bar, _changes(amended, form, changed, language), settled_findings(result, form, run)))


def _coverage(result: Result, form: Form, run: Run) -> Iterator[Child]:
    """How many checks were made and what came of them; those that could not be made are one click away."""
    coverage, language = result.coverage, run.language
    comma = ", " if language == "en" else "，"
    count = coverage.passed + coverage.failed + coverage.not_assessable
    told = (_CHECKED.filled(all=str(count)), _PASSED.filled(count=str(coverage.passed)),
            _FAILED.filled(count=str(coverage.failed)))  # fmt: skip
    yield el("span", *(one.in_language(language) + comma for one in told))
    words = _OPEN.filled(count=str(coverage.not_assessable)).in_language(language)
    if coverage.unassessed:
        below = el("div", *not_assessed_list(result, form, run), class_="below")
        yield el("details", el("summary", words), below, class_="unmade")
    else:
        yield el("span", words)


def _said(changed: Changed, language: str) -> str:
    told = _NOW.filled(solved=str(len(changed.solved)), fresh=str(len(changed.fresh)))
    return told.in_language(language)


def _changes(amended: Sequence[Amendment], form: Form, changed: Changed, language: str) -> Markup | None:
    """Every change with a button that takes it back, and one for all."""
    if not amended:
        return None
    rows = [el("li", _words(one, form, changed, language), _back(_BACK, one, language)) for one in amended]
    count = _CHANGED.filled(count=str(len(rows))).in_language(language)
    every = el("p", _back(_ALL_BACK, list(amended), language)) if len(rows) > 1 else None
    return el("details", el("summary", count), el("ul", *rows), every, class_="more changes", open=True)


def _words(one: Amendment, form: Form, changed: Changed, language: str) -> Markup:
    known = one.block is None and any(table.key == one.table for table in form.tables)
    place = place_words(form, Place(None, one.table, one.row, one.column), language) if known else ""
    old = changed.cells.get((one.table, one.row, one.column)) if one.block is None else changed.blocks.get(one.block)
    before = el("del", _short(old, language)) if old is not None else None
    words = _TO.filled(text=_short(one.text, language)).in_language(language)
    return el("span", el("small", place or _PARAGRAPH.in_language(language)), " ", before, " ", el("ins", words))


def _short(text: str, language: str) -> str:
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return shown or _EMPTY.in_language(language)


def _back(words: Text, some: Amendment | list[Amendment], language: str) -> Markup:
    told = msgspec.json.encode(some).decode()
    return el("button", words.in_language(language), type="button", data_revert=told)
