"""The signs of a page: a shape and a word for each severity, so that colour is never needed to tell them."""

from __future__ import annotations

from ...finding import Severity
from ..words.headings import SEVERITY_WORDS
from .markup import Markup, el

# Told apart by their outlines: a filled diamond, a triangle, a ring; a tick, a dash.
_OUTLINES = {
    "error": "M8 1 15 8 8 15 1 8Z",
    "warning": "M8 1.5 15.5 14.5H.5Z",
    "info": "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Z",
    "pass": "M6.3 13.2 1.4 8.3l1.7-1.7 3.2 3.2 6.6-6.6 1.7 1.7Z",
    "none": "M2 7h12v2H2Z",
}


def outlines() -> Markup:
    """The shapes, drawn once and used everywhere."""
    shapes = (
        el("symbol", el("path", d=path), id=f"shape-{name}", viewBox="0 0 16 16") for name, path in _OUTLINES.items()
    )
    return el("svg", *shapes, hidden=True, aria_hidden="true")


def shape(name: str) -> Markup:
    """A shape; the word beside it says what it means."""
    return el("svg", el("use", href=f"#shape-{name}"), class_=f"shape {name}", aria_hidden="true")


def severity_sign(severity: Severity, language: str = "zh") -> Markup:
    """Shape and word of a severity."""
    return el("span", shape(severity), SEVERITY_WORDS[severity].in_language(language), class_=f"sign {severity}")
