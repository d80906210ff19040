"""Whose report it is and of which year, in words."""

from __future__ import annotations

from ....language import Text
from ....report import Report
from ..printable import printable

NO_ORGAN = Text("机关名称不明", "organ unknown")
NO_YEAR = Text("年度不明", "year unknown")
_YEAR = Text("{year} 年度", "{year}")
_FORM = Text("{form} 年格式", "{form} form")


def organ_words(report: Report, language: str) -> str:
    """The organ."""
    return printable(report.organ) if report.organ else NO_ORGAN.in_language(language)


def year_words(report: Report, language: str) -> str:
    """The year."""
    return _YEAR.in_language(language).format(year=report.year) if report.year else NO_YEAR.in_language(language)


def form_words(report: Report, language: str) -> str:
    """The form that it is printed in."""
    return _FORM.in_language(language).format(form=report.form)
