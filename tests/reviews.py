"""Reports that were judged, ready to be handed back."""

from __future__ import annotations

from govreport_lint import api
from govreport_lint.document import Document
from govreport_lint.output.annotated.review import Review
from govreport_lint.readers import formats


def review(document: Document, language: str = "zh") -> Review:
    """A document with its result."""
    linter = api.linter()
    result = linter.check(document)
    return Review(document, result, linter.rulebook.form(result.report.form), language)


def review_of_text(text: str, format_name: str = "markdown", language: str = "zh") -> Review:
    """A text with its result."""
    return review(formats.read_as(text, "<text>", format_name), language)


def review_of_bytes(data: bytes, name: str, language: str = "zh") -> Review:
    """A file with its result."""
    return review(api.read_bytes(data, name), language)
