"""Handing a report back with its remarks in it: which formats can be, each with one entry here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from .review import Review


class Annotator(Struct, frozen=True):
    """How files of some formats (``Document.format``) are handed back.

    ``write`` takes the file's bytes and what is handed back with it, and gives the bytes of the copy; it
    raises ``ReadError``. ``suffix`` is the ending of the copy, None: that of the file itself.
    """

    formats: tuple[str, ...]
    suffix: str | None
    write: Callable[[bytes, Review], bytes]


def annotators() -> tuple[Annotator, ...]:
    """Every way to hand a report back."""
    return (
        Annotator(("docx",), None, _docx),
        Annotator(("doc", "odt", "rtf"), ".docx", _older),
        Annotator(("pdf",), None, _pdf),
        Annotator(("html", "markdown", "text", "xlsx", "xls", "ods"), ".html", _html),
    )


def annotator_of(format_name: str) -> Annotator | None:
    """The annotator of a format; None where files of it cannot be handed back."""
    return next((known for known in annotators() if format_name in known.formats), None)


def _docx(data: bytes, review: Review) -> bytes:
    from .docx_comments import annotate_docx

    return annotate_docx(data, review)


def _older(data: bytes, review: Review) -> bytes:
    """A Word file of the older kinds becomes one with comments."""
    from ...office.conversion import modern

    return _docx(modern(data, review.result.path)[0], review)


def _pdf(data: bytes, review: Review) -> bytes:
    from .annotated_pdf import annotate_pdf

    return annotate_pdf(data, review)


def _html(_data: bytes, review: Review) -> bytes:
    from .annotated_html import html_bytes

    return html_bytes(review)
