"""The names of WordprocessingML: elements and attributes of both namespaces by their short names."""

from __future__ import annotations

from collections.abc import Mapping

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SEPARATOR = " "
# Namespaces whose elements say something about text, with the prefixes that they have here (none: Word's own).
_PREFIXES = {
    TRANSITIONAL: "",
    STRICT: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}

_LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

Attributes = Mapping[str, str]


class Names(dict[str, str]):
    """Short names by the parser's full ones: ``p`` for a paragraph, ``a:blip`` for a picture, ``?x`` unknown."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(SEPARATOR)
        short = self[name] = _PREFIXES.get(namespace, "?") + local
        return short


def value(attributes: Attributes, name: str = "val") -> str | None:
    """The value of one of Word's own attributes; None where it is not given."""
    found = attributes.get(f"{TRANSITIONAL}{SEPARATOR}{name}")
    return attributes.get(f"{STRICT}{SEPARATOR}{name}") if found is None else found


def link(attributes: Attributes, name: str = "id") -> str:
    """The id of the link by which an element names another part; empty where it names none."""
    return next((found for space in _LINKS if (found := attributes.get(f"{space}{SEPARATOR}{name}"))), "")


def number(attributes: Attributes, name: str = "val") -> int | None:
    """The value of an attribute that is a whole number; None for anything else."""
    text = value(attributes, name)
    if text is None or len(text) > 12:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switched_on(attributes: Attributes) -> bool:
    """Whether a switch (``w:vanish``) is on: it is unless its value denies it."""
    return value(attributes) not in ("0", "false", "off", "none")
