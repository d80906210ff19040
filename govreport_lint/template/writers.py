"""The formats that a blank report is written in, by the ending of the file: one entry each."""

from __future__ import annotations

from collections.abc import Callable

from .blank_report import Blank

Writer = Callable[[Blank], bytes]


def writers() -> dict[str, Writer]:
    """Every format; each is loaded when something is written in it."""
    return {"docx": _docx, "html": _html, "htm": _html, "md": _markdown}


def _docx(blank: Blank) -> bytes:
    from .blank_docx import blank_docx

    return blank_docx(blank)


def _html(blank: Blank) -> bytes:
    from .blank_html import blank_html

    return blank_html(blank).encode()


def _markdown(blank: Blank) -> bytes:
    from .blank_markdown import blank_markdown

    return blank_markdown(blank).encode()
