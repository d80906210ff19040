"""Remarks: the part of a Word file that holds them, and what else has to name that part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ..package.archive import Package, relationships_part
from ..package.names import STRICT, Attributes, Names, number
from ..package.parsing import in_utf8, walk

# By these a remark is known to be the program's own.
INITIALS = "gl"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_LINK = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Word prints a remark in the body's own style otherwise, with its indents and its size.
_PARAGRAPH = (
    '<w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:left="0" w:firstLine="0" w:firstLineChars="0"/>'
    '<w:jc w:val="left"/></w:pPr>'
)
_PLAIN = '<w:rPr><w:sz w:val="20"/></w:rPr>'
_STRONG = '<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>'


class Remark(Struct, frozen=True):
    """A remark: its lines; the first is its heading."""

    lines: tuple[str, ...]


def first_free(package: Package, part: str, used: frozenset[str]) -> int:
    """The lowest number above those of all remarks in the file, wherever they are named."""
    numbers = [int(each) for each in used if each.isdecimal() and len(each) < 10]
    names = Names()

    def start(element: str, given: Attributes) -> None:
        if names[element] == "comment":
            numbers.append(number(given, "id") or 0)

    name = package.related(part, "comments")
    data = package.read(name) if name else None
    if name and data:
        walk(data, package.path, name, start)
    return max(numbers, default=-1) + 1


def remark_parts(
    package: Package, part: str, namespace: str, author: str, remarks: Sequence[tuple[int, Remark]]
) -> dict[str, bytes]:
    """The parts that change or are new when remarks come in, by their names; the document itself left out."""
    written = "".join(_comment(namespace, author, number, remark) for number, remark in remarks).encode()
    name = package.related(part, "comments")
    if name:
        data = in_utf8(package.read(name) or b"", package.path, name)
        return {name: _at_end(data, written)}
    folder = part.rpartition("/")[0]
    name = next(each for each in _names(folder) if package.find(each) is None)
    root = f'{_DECLARATION}<w:comments xmlns:w="{namespace}">'.encode()
    return {name: root + written + b"</w:comments>", **_announced(package, part, name, namespace)}


def _names(folder: str) -> list[str]:
    return [f"{folder}/comments{number}.xml".lstrip("/") for number in ("", *map(str, range(1, 100)))]


def _announced(package: Package, part: str, name: str, namespace: str) -> dict[str, bytes]:
    """The list of types and the links of the document, with the new part in them."""
    types = in_utf8(package.read(_TYPES) or b"<Types/>", package.path, _TYPES)
    space = "http://schemas.openxmlformats.org/package/2006"
    override = f'<Override xmlns="{space}/content-types" PartName="/{name}" ContentType="{_TYPE}"/>'
    links_name = package.find(relationships_part(part)) or relationships_part(part)
    empty = f'{_DECLARATION}<Relationships xmlns="{space}/relationships"/>'.encode()
    links = in_utf8(package.read(links_name) or empty, package.path, links_name)
    used = {link.id for link in package.relationships(part)}
    own = next(each for each in (f"rIdGovreportLint{number}" for number in range(1, 10_000)) if each not in used)
    kind = _STRICT_LINK if namespace == STRICT else _LINK
    link = f'<Relationship xmlns="{space}/relationships" Id="{own}" Type="{kind}" Target="/{name}"/>'
    types_name = package.find(_TYPES) or _TYPES
    return {types_name: _at_end(types, override.encode()), links_name: _at_end(links, link.encode())}


def _at_end(data: bytes, written: bytes) -> bytes:
    """The part with something more as the last thing in its root element."""
    at = data.rfind(b"</")
    if at >= 0:
        return data[:at] + written + data[at:]
    at = data.rfind(b"/>")
    name = data[data.rfind(b"<", 0, at) + 1 : at].split()[0]
    return data[:at] + b">" + written + b"</" + name + b">"


def _comment(namespace: str, author: str, number: int, remark: Remark) -> str:
    head = "<w:r><w:annotationRef/></w:r>"
    paragraphs = []
    for place, line in enumerate(remark.lines):
        run = f'<w:r>{_PLAIN if place else _STRONG}<w:t xml:space="preserve">{_escaped(line)}</w:t></w:r>'
        paragraphs.append(f"<w:p>{_PARAGRAPH}{'' if place else head}{run}</w:p>")
    return (
        f'<w:comment xmlns:w="{namespace}" w:id="{number}" w:author="{_escaped(author)}" w:initials="{INITIALS}">'
        f"{''.join(paragraphs)}</w:comment>"
    )


def _escaped(text: str) -> str:
    """The text without characters that XML cannot hold."""
    text = _UNFIT.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
