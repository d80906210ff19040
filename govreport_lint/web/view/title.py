"""Whose report it is, for which year, in which form, and what the reader of the file wants told."""

from __future__ import annotations

from ...output.page.markup import Markup, el, joined
from ...output.run import Run
from ...output.words.summary.whose import form_words, organ_words, year_words
from ...result import Result


def title(result: Result, run: Run) -> Markup:
    """The title of the view."""
    report, language = result.report, run.language
    head = el("h1", organ_words(report, language), " ", el("span", year_words(report, language), class_="year"))
    return joined((head, el("p", form_words(report, language), class_="about")))
