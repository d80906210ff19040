"""A report handed back as a web page with its remarks in it."""

from __future__ import annotations

from ..words.printable import seen
from .block_marks import rendered
from .html_marks import marked_page
from .review import Review


def annotate_html(review: Review) -> str:
    """The page with marks, where the report is one; any other report as a page made of its blocks.

    Nothing is loaded that the page did not load before. All that comes from the report is escaped.
    """
    document = review.document
    if document.format == "html" and document.source is not None:
        return marked_page(review, document.source)
    return rendered(review)


def html_bytes(review: Review) -> bytes:
    """The page in UTF-8; its mark tells browsers so, whatever encoding the page itself names."""
    return ("\ufeff" + seen(annotate_html(review))).encode("utf-8", "replace")
