"""What the checks come to, always in sight; what was not checked; what was changed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...editing.amendments import Amendment
from ...finding import Place
from ...form import Form
from ...language import Text
from ...output.page.markup import Markup, el, joined
from ...output.page.report_article import count_signs, not_assessed, settled_findings
from ...output.run import Run
from ...output.words.places import place_words
from ...output.words.summary.unassessed import coverage_words
from ...result import Result

_CHANGED = Text("已改 {count} 处", "{count} changed")
_BACK = Text("撤销", "Take back")
_TO = Text("改为 {text}", "now {text}")
_EMPTY = Text("（空）", "(blank)")
_PARAGRAPH = Text("正文", "text")
_LONGEST = 40


def summary(result: Result, form: Form, run: Run, amended: Sequence[Amendment]) -> Markup:
    """The bar with the counts, and what can be opened below it."""
    language = run.language
    bar = el(
        "p",
        el("span", *count_signs(result, language), class_="counts"),
        el("span", coverage_words(result.coverage, language), class_="coverage"),
        role="status",
        class_="verdict",
    )
    return joined(
        (bar, _changes(amended, form, language), not_assessed(result, form, run), settled_findings(result, form, run))
    )


def _changes(amended: Sequence[Amendment], form: Form, language: str) -> Markup | None:
    """Every change with a button that takes it back."""
    if not amended:
        return None
    rows = [el("li", _words(one, form, language), _back(one, language)) for one in amended]
    count = _CHANGED.filled(count=str(len(rows))).in_language(language)
    return el("details", el("summary", count), el("ul", *rows), class_="more changes", open=True)


def _words(one: Amendment, form: Form, language: str) -> Markup:
    known = one.block is None and any(table.key == one.table for table in form.tables)
    place = place_words(form, Place(None, one.table, one.row, one.column), language) if known else ""
    text = one.text if len(one.text) <= _LONGEST else one.text[:_LONGEST] + "…"
    shown = text or _EMPTY.in_language(language)
    words = _TO.filled(text=shown).in_language(language)
    return el("span", el("small", place or _PARAGRAPH.in_language(language)), " ", el("ins", words))


def _back(one: Amendment, language: str) -> Markup:
    return el("button", _BACK.in_language(language), type="button", data_revert=msgspec.json.encode(one).decode())
