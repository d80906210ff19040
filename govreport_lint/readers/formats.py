"""The formats that can be read, each recognised by its content; a new format is one more entry here."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from ..document import Document
from .encoding import decode

_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|table|tbody|tr|td|span|br|meta|section|article|h\d)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6}\s|\|?\s*:?-{3,}:?\s*\|)|\*\*\S|<table\b|\]\(", re.MULTILINE | re.IGNORECASE)
_HEAD = 65_536


class Format(Struct, frozen=True):
    """A text format: its name, the endings of its files, how its content is known and how it is read."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, str], Document]


def formats() -> tuple[Format, ...]:
    """Every format, the ones that are surest to recognise first."""
    return (
        Format("html", (".html", ".htm", ".shtml", ".xhtml"), _is_html, _read_html),
        Format("markdown", (".md", ".markdown"), _is_markdown, _read_markdown),
        Format("text", (".txt",), lambda _text: True, _read_text),
    )


def read_bytes(data: bytes, path: str) -> Document:
    """The document in the bytes of a file; raises ``ReadError`` for what is no readable text."""
    text = decode(data, path)
    return next(known for known in formats() if known.recognises(text)).read(text, path)


def read_as(text: str, name: str, format_name: str) -> Document:
    """A text read in a format that the caller knows; raises ``KeyError`` for an unknown format."""
    return {known.name: known for known in formats()}[format_name].read(text, name)


def _is_html(text: str) -> bool:
    head = text[:_HEAD].lstrip()
    if _HTML.search(head[:4096]):
        return True
    if re.search(r"^#{1,6}\s", head, re.MULTILINE):
        return False
    return bool(_TAG.match(head)) or (len(_TAG.findall(head)) >= 20 and not _MARKDOWN.search(head))


def _is_markdown(text: str) -> bool:
    return bool(_MARKDOWN.search(text[:_HEAD]))


def _read_html(text: str, name: str) -> Document:
    from .html import read_html

    return read_html(text, name)


def _read_markdown(text: str, name: str) -> Document:
    from .markdown import read_markdown

    return read_markdown(text, name)


def _read_text(text: str, name: str) -> Document:
    from .text import read_text

    return read_text(text, name)
