"""The formats that can be read, each recognised by its content; a new format is one more entry here."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from ..document import Document
from ..errors import ReadError
from ..office.conversion import Converter, modern
from ..office.kinds import xml_root
from ..opened import Opened
from .binary_kinds import is_docx, is_xlsx, without_lead
from .blocks.garbled import garbled_parts
from .encoding import decode
from .only_tables import holds_tables_only
from .opening import LARGEST, sha256_of, too_large

_HTML = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|table|tbody|tr|td|span|br|meta|section|article|h\d)\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}\s|\|?[^\S\n]*:?-{3,}:?[^\S\n]*\|)|\*\*\S|<table\b|\]\(|<!--\s*govreport-lint",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = 65_536
# Real pages have fewer than 10,000 tags, real texts fewer than 2,000 lines.
_MOST_TAGS, _MOST_LINES = 100_000, 20_000
_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_OLDER = (".doc", ".wps", ".odt", ".rtf", ".xls", ".et", ".ods", ".xlsb", ".fodt", ".fods", ".uot", ".uos", ".uof")


class TextFormat(Struct, frozen=True):
    """A text format: its name, the endings of its files, how its content is known and how it is read.

    ``largest`` is the most characters that are read: a page carries pictures and scripts, a text only itself. ``parts``
    begins each of its parts, tags or lines, of which ``most`` are read: each takes time and memory of its own.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, str], Document]
    largest: int = 2_000_000
    parts: str = "\n"
    most: int = _MOST_LINES


class BinaryFormat(Struct, frozen=True):
    """A format with bytes of its own, told by their beginning."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    open: Callable[[bytes, str, Converter], Opened]


def text_formats() -> tuple[TextFormat, ...]:
    """Every text format, the ones that are surest to recognise first."""
    return (
        TextFormat(
            "html",
            (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml"),
            _is_html,
            _read_html,
            20_000_000,
            "<",
            100_000,
        ),
        TextFormat("csv", (), _is_csv, _read_csv, 300_000),
        TextFormat("markdown", (".md", ".markdown"), _is_markdown, _read_markdown),
        TextFormat("text", (".txt",), lambda _text: True, _read_text),
    )


def binary_formats() -> tuple[BinaryFormat, ...]:
    """Every other format."""
    return (
        BinaryFormat("docx", (".docx", ".docm", ".dotx"), is_docx, _open_docx),
        BinaryFormat("pdf", (".pdf",), lambda data: data[:1024].lstrip().startswith(b"%PDF-"), _open_pdf),
        BinaryFormat("xlsx", (".xlsx", ".xlsm", ".xltx"), _is_modern_workbook, _open_xlsx),
        BinaryFormat("flat", (), _is_flat_package, _open_flat_package),
        BinaryFormat("office", _OLDER, _is_older_office, _open_older_office),
    )


def suffixes() -> tuple[str, ...]:
    """The endings of the files that a folder is searched for."""
    known = [*(each.suffixes for each in text_formats()), *(each.suffixes for each in binary_formats())]
    return tuple(suffix for group in known for suffix in group)


def open_bytes(data: bytes, path: str, convert: Converter = modern) -> Opened:
    """The bytes of a file, opened; raises ``ReadError`` for what cannot be read.

    ``convert`` makes modern files of older office files.
    """
    if len(data) > LARGEST:
        raise too_large(path, len(data))
    opened = _open(without_lead(data), path, convert)
    document = opened.document
    tables_only = holds_tables_only(document.blocks)
    if tables_only and not document.sheets:
        from .rollups import refuse_rollup_tables

        refuse_rollup_tables(document)
    return replace(opened, document=replace(document, sha256=sha256_of(data), tables_only=tables_only))


def _open(data: bytes, path: str, convert: Converter) -> Opened:
    for known in binary_formats():
        if known.recognises(data):
            return known.open(data, path, convert)
    return Opened(_read_text_format(data, path), data)


def _read_text_format(data: bytes, path: str) -> Document:
    text = decode(data, path)
    known_text = next(known for known in text_formats() if known.recognises(text))
    if len(text) > known_text.largest:
        raise ReadError(
            path,
            f"文件过大（{len(text)} 字），超过 {known_text.largest} 字的上限，未读取",
            f"too large ({len(text)} characters, the limit is {known_text.largest}), not read",
        )
    parts = text.count(known_text.parts)
    if parts > known_text.most:
        raise ReadError(
            path,
            f"文件过于零碎（{parts} 行或标记），超过 {known_text.most} 的上限，未读取",
            f"too many lines or tags ({parts}, the limit is {known_text.most}), not read",
        )
    return _with_garbled(known_text.read(text, path))


def _with_garbled(document: Document) -> Document:
    """The document with its spoilt texts among what was not read."""
    garbled = garbled_parts(document)
    return replace(document, unread=(*document.unread, *garbled)) if garbled else document


def read_as(text: str, name: str, format_name: str) -> Document:
    """A text read in a format that the caller knows; raises ``ValueError`` for an unknown format."""
    known = {known.name: known for known in text_formats()}
    if format_name not in known:
        raise ValueError(f"no text format {format_name!r}; there are: {', '.join(known)}")
    document = _with_garbled(known[format_name].read(text, name))
    return replace(document, tables_only=holds_tables_only(document.blocks))


def _is_html(text: str) -> bool:
    head = text[:_HEAD].lstrip()
    if _HTML.search(head[:4096]):
        return True
    if re.search(r"^#{1,6}\s", head, re.MULTILINE):
        return False
    return bool(_TAG.match(head)) or (len(_TAG.findall(head)) >= 20 and not _MARKDOWN.search(head))


def _is_markdown(text: str) -> bool:
    return bool(_MARKDOWN.search(text[:_HEAD]))


def _is_csv(text: str) -> bool:
    from .lines.comma_separated import is_csv

    return is_csv(text[:_HEAD])


def _read_csv(text: str, name: str) -> Document:
    from .lines.comma_separated import read_csv

    return read_csv(text, name)


def _read_html(text: str, name: str) -> Document:
    from .html.reader import read_html

    return read_html(text, name)


def _read_markdown(text: str, name: str) -> Document:
    from .markdown.reader import read_markdown

    return read_markdown(text, name)


def _read_text(text: str, name: str) -> Document:
    from .lines.reader import read_text

    return read_text(text, name)


def _open_pdf(data: bytes, name: str, _convert: Converter) -> Opened:
    from .pdf.reader import read_pdf

    return Opened(read_pdf(data, name), data)


def _open_docx(data: bytes, name: str, convert: Converter) -> Opened:
    from .word.reader import open_docx

    return open_docx(data, name, _reads_embedded(convert))


def _reads_embedded(convert: Converter) -> Callable[[bytes, str], Document]:
    """Reads a file that is put into another one; what is put into that in turn is not read."""

    def read(data: bytes, name: str) -> Document:
        from .word.reader import open_docx
        from .workbook.reader import read_shown_sheet

        data = without_lead(data)
        if _is_older_office(data):
            data, _ = convert(data, name)
        if is_docx(data):
            return open_docx(data, name).document
        return read_shown_sheet(data, name) if is_xlsx(data) else _open(data, name, convert).document

    return read


def _open_xlsx(data: bytes, name: str, _convert: Converter) -> Opened:
    from .workbook.reader import read_xlsx

    return Opened(read_xlsx(data, name), data)


def _is_modern_workbook(data: bytes) -> bool:
    from .office_conversion import recognises

    return is_xlsx(data) and not recognises(data)


def _is_flat_package(data: bytes) -> bool:
    root = xml_root(data[:_HEAD])
    if root is None:
        return False
    from ..word.package.flat_package import is_flat_package

    return is_flat_package(root)


def _open_flat_package(data: bytes, name: str, convert: Converter) -> Opened:
    from ..word.package.flat_package import packed
    from .word.reader import open_docx

    opened = open_docx(packed(data, name), name, _reads_embedded(convert))
    return replace(opened, document=replace(opened.document, format="flat-docx"))


def _is_older_office(data: bytes) -> bool:
    from .office_conversion import recognises

    return recognises(data)


def _open_older_office(data: bytes, name: str, convert: Converter) -> Opened:
    from .office_conversion import open_converted

    return open_converted(data, name, convert)
