"""A Word file handed back with a comment on every cell and sentence that a finding is about.

Text, formatting and the comments of others stay as they are; the program's own of an earlier call are replaced. The
marks are written between the bytes of the document.
"""

from __future__ import annotations

from ...document import Location
from ...word.marking.anchors import anchor
from ...word.marking.marks import with_marks, word_namespace
from ...word.marking.old_remarks import without_own_remarks
from ...word.marking.remarks import Remark, first_free, remark_parts
from ...word.markup.tree import WordText
from ...word.opened_document import open_word
from ...word.package.writing import with_parts
from .remark_words import remark_lines, summary_words
from .review import Review

AUTHOR = "govreport-lint"


def annotate_docx(review: Review) -> bytes:
    """The Word file with the remarks on it as comments; the first is the summary. An older file becomes one.

    The same input gives the same bytes: the comments bear no time. Raises ``ReadError``.
    """
    word = review.opened.word or open_word(review.opened.data, review.result.path)
    word = without_own_remarks(word, AUTHOR)
    package, text = word.package, word.text
    number = first_free(package, text.part, text.comments)
    places = [_beginning(text, review), *(remark.location for remark in review.remarks)]
    words = [summary_words(review), *(remark_lines(each, review) for each in review.remarks)]
    remarks = [(number + index, Remark(lines)) for index, lines in enumerate(words)]
    marked = with_marks(text, [(number + index, anchor(text, place)) for index, place in enumerate(places)])
    namespace = word_namespace(text.source).uri
    parts = remark_parts(package, text.part, namespace, AUTHOR, remarks)
    return with_parts(package, {**parts, text.part: marked})


def _beginning(text: WordText, review: Review) -> Location:
    """The title; without one the first paragraph with text."""
    title = review.result.report.title
    if title:
        return title.location
    return next((each.location for each in text.paragraphs if each.pieces), Location())
