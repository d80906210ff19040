"""Handing a report back with its remarks in it: which formats can be, each with one entry here."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from .review import Review


class Annotator(Struct, frozen=True):
    """How files of some formats (``Document.format``) are handed back.

    ``write`` takes what is handed back and gives the bytes of the copy; it raises ``ReadError``. ``suffix`` is the
    ending of the copy, None: that of the file itself.
    """

    formats: tuple[str, ...]
    suffix: str | None
    write: Callable[[Review], bytes]


def annotators() -> tuple[Annotator, ...]:
    """Every way to hand a report back."""
    return (
        Annotator(("docx",), None, _docx),
        Annotator(("doc", "odt", "rtf", "word-xml", "flat-docx", "fodt", "uot"), ".docx", _docx),
        Annotator(("pdf",), None, _pdf),
        Annotator(("html", "markdown", "text", "csv"), ".html", _html),
        Annotator(("xlsx", "xls", "xlsb", "ods", "excel-xml", "fods", "uos"), ".html", _html),
    )


def annotator_of(format_name: str) -> Annotator | None:
    """The annotator of a format; None where files of it cannot be handed back."""
    return next((known for known in annotators() if format_name in known.formats), None)


def _docx(review: Review) -> bytes:
    from .docx_comments import annotate_docx

    return annotate_docx(review)


def _pdf(review: Review) -> bytes:
    from .annotated_pdf import annotate_pdf

    return annotate_pdf(review)


def _html(review: Review) -> bytes:
    from .annotated_html import html_bytes

    return html_bytes(review)
