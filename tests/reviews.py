"""Reports that were judged, ready to be handed back."""

from __future__ import annotations

from govreport_lint import api
from govreport_lint.opened import Opened
from govreport_lint.output.annotated.review import Review
from govreport_lint.readers import formats


def review(opened: Opened, language: str = "zh") -> Review:
    """A file with its result."""
    linter = api.linter()
    result = linter.check(opened.document)
    return Review(opened, result, linter.rulebook.form(result.report.form), language)


def review_of_text(text: str, format_name: str = "markdown", language: str = "zh") -> Review:
    """A text with its result."""
    return review(Opened(formats.read_as(text, "<text>", format_name), text.encode()), language)


def review_of_bytes(data: bytes, name: str, language: str = "zh") -> Review:
    """A file with its result."""
    return review(api.linter().open(data, name), language)
