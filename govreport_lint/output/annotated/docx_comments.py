"""A Word file handed back with a comment on every cell and sentence that a finding is about.

Text, formatting and earlier comments stay as they are: the marks are written between the bytes of the document.
"""

from __future__ import annotations

from ...document import Location
from ...finding import Result
from ...word.marking.anchors import anchor
from ...word.marking.marks import with_marks, word_namespace
from ...word.marking.remarks import Remark, first_free, remark_parts
from ...word.markup.tree import WordText
from ...word.opened_document import read_text
from ...word.package.archive import open_package
from ...word.package.writing import with_parts
from .remark_words import finding_words, summary_words

AUTHOR = "govreport-lint"


def annotate_docx(data: bytes, result: Result, language: str) -> bytes:
    """The file whose bytes are ``data`` with the findings of its ``result`` as comments; the first is the summary.

    The same input gives the same bytes: the comments bear no time. Raises ``ReadError``.
    """
    package = open_package(data, result.path)
    text = read_text(package)
    number = first_free(package, text.part, text.comments)
    places = [_beginning(text, result), *(finding.location for finding in result.findings)]
    words = [summary_words(result, language), *(finding_words(each, result, language) for each in result.findings)]
    remarks = [(number + index, Remark(lines)) for index, lines in enumerate(words)]
    marked = with_marks(text, [(number + index, anchor(text, place)) for index, place in enumerate(places)])
    namespace = word_namespace(text.source).uri
    parts = remark_parts(package, text.part, namespace, AUTHOR, remarks)
    return with_parts(package, {**parts, text.part: marked})


def _beginning(text: WordText, result: Result) -> Location:
    """The title; without one the first paragraph with text."""
    if result.report.title:
        return result.report.title.location
    return next((each.location for each in text.paragraphs if each.pieces), Location())
