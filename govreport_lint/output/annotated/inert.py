"""A page as it is handed back: nothing in it runs, loads anything or sends anything, whatever the page held.

What may stay is told by name; the rest is left out. Tags that are written as every browser reads them stay as they
are, the others are written anew, so that no browser finds more in the page than was looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from ...html.implied_tags import CELLS, TABLE_PARTS
from ...html.nodes import Node
from ...html.tokens import Kind, Token

# Left out with all that they hold.
_DROPPED: Final = frozenset({
    "applet", "audio", "canvas", "datalist", "embed", "frameset", "iframe", "math", "noembed", "noframes", "noscript",
    "object", "portal", "script", "svg", "template", "video",
})  # fmt: skip
# Left out themselves; what they hold stays.
_TAGS_DROPPED: Final = frozenset({"base", "bgsound", "frame", "isindex", "link", "meta", "param", "source", "track"})
# They may hide what they hold: a plain part stands in their place, but not between the rows of a table.
_PARTS: Final = frozenset({"form", "plaintext", "xmp"})
_ROWS_BEGIN: Final = TABLE_PARTS - CELLS
_ROWS_GO_ON: Final = (TABLE_PARTS - {"table"}) | {"col"}
# A browser takes all that follows for their text: only whole ones stay.
_TEXT_ONLY: Final = frozenset({"style", "textarea", "title"})
_ATTRIBUTES: Final = frozenset({
    "abbr", "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "char", "charoff", "checked",
    "class", "clear", "color", "cols", "colspan", "compact", "dir", "disabled", "face", "frame", "headers",
    "height", "hidden", "href", "hspace", "id", "lang", "label", "max", "maxlength", "min", "multiple", "name",
    "noshade", "nowrap", "open", "placeholder", "readonly", "reversed", "role", "rows", "rowspan", "rules",
    "scope", "selected", "size", "span", "start", "style", "summary", "tabindex", "title", "type", "valign",
    "value", "vspace", "width", "wrap",
})  # fmt: skip
_NAME: Final = re.compile(r"[a-z][a-z0-9:_.-]*")
_FREE_NAME: Final = re.compile(r"(?:data|aria|x|o|v|w|xml|xmlns)[-:][a-z0-9_.:-]+")
# As browsers and we cut it alike.
_PLAIN: Final = re.compile(
    r"""(?:[ \t\n\r\f]+[a-zA-Z][a-zA-Z0-9:_-]*(?:=(?:"[^"]*"|'[^']*'|[^\s"'=<>`/]+))?)*[ \t\n\r\f]*"""
)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES: Final = frozenset({"http:", "https:", "mailto:", "tel:"})
_SPACE: Final = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_PICTURE: Final = re.compile(r"data:image/(?:png|jpe?g|gif|bmp|webp);base64,[a-z0-9+/=\s]*", re.IGNORECASE)
# In CSS what loads or runs; a backslash could spell any of it, a comment part it.
_ACTIVE_STYLE: Final = re.compile(
    r"@import\b[^;{}]*;?|\b(?:url|src|image|cross-fade|(?:-webkit-)?image-set|expression)\s*(\()"
    r"|(?:\bbehavior|-moz-binding|\bprogid)\s*(:)",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """What stays of a token: the parts before and behind the place where a start tag takes further attributes."""

    token: Token
    head: str
    tail: str = ""


def inert(source: str, cut: Sequence[Token]) -> Iterator[Piece]:
    """The tokens of a page, each with what stays of it."""
    ends = Counter(token[2] for token in cut if token[0] is Kind.END)
    dropping, depth = "", 0
    begun: Counter[str] = Counter()
    before: Token | None = None
    for index, token in enumerate(cut):
        kind, _, name, _, closed = token
        ends[name] -= kind is Kind.END
        if dropping:
            depth += (kind is Kind.START and name == dropping) - (kind is Kind.END and name == dropping)
            dropping = dropping if depth else ""
            yield Piece(token, "")
        elif kind is Kind.START and name in _DROPPED:
            dropping, depth = (name, 1) if ends[name] and not closed else ("", 0)
            yield Piece(token, "")
        elif name in _PARTS and kind in (Kind.START, Kind.END):
            yield _part(token, begun, between_rows=_between_rows(before))
        else:
            stop = cut[index + 1][1] if index + 1 < len(cut) else len(source)
            yield _piece(token, source[token[1] : stop], cut[index + 1 : index + 3], _within(cut, index))
        before = token if kind in (Kind.START, Kind.END) else before


def _part(token: Token, begun: Counter[str], *, between_rows: bool) -> Piece:
    """A plain part in place of an element that does more; ``begun`` are those of each name that have not ended."""
    name = token[2]
    if token[0] is Kind.END:
        began = begun[name] > 0
        begun[name] -= began
        return Piece(token, "</div>" if began else "")
    if between_rows or token[4]:
        return Piece(token, "")
    begun[name] += 1
    return _start(token, "div")


def _between_rows(before: Token | None) -> bool:
    """Whether browsers take nothing but rows and cells behind a tag, and put the rest before the table."""
    if before is None:
        return False
    return before[2] in (_ROWS_BEGIN if before[0] is Kind.START else _ROWS_GO_ON)


def _within(cut: Sequence[Token], index: int) -> str:
    """The element of nothing but text that a text stands in."""
    before = cut[index - 1] if index else None
    return before[2] if before and before[0] is Kind.START and before[2] in _TEXT_ONLY else ""


def _piece(token: Token, written: str, following: Sequence[Token], within: str) -> Piece:
    kind, _, name, _, _ = token
    if kind is Kind.TEXT:
        return Piece(token, _text(written, within))
    if kind in (Kind.UNSEEN, Kind.COMMENT):
        return Piece(token, "<!doctype html>" if written[:9].lower() == "<!doctype" else "")
    if name in _TAGS_DROPPED or name in _DROPPED or not _NAME.fullmatch(name):
        return Piece(token, "")
    if kind is Kind.END:
        return Piece(token, f"</{name}>")
    if name in _TEXT_ONLY and not _is_whole(token, following):
        return Piece(token, "")
    return _start(token, written[1 : 1 + len(name)])


def _text(written: str, within: str) -> str:
    if within == "style":
        return inert_style(written)
    return written.replace("<", "&lt;")


def _is_whole(token: Token, following: Sequence[Token]) -> bool:
    """Whether an element ends behind the one text in it."""
    rest = [other for other in following if other[0] is not Kind.TEXT]
    return not token[4] and bool(rest) and rest[0][0] is Kind.END and rest[0][2] == token[2]


def _start(token: Token, tag: str) -> Piece:
    _, _, name, given, closed = token
    attributes = Node(name, "", 0, 0, given).attributes()
    kept = {key: value for key, value in attributes.items() if _stays(name, key, value)}
    end = "/>" if closed else ">"
    if "style" in kept:
        kept["style"] = inert_style(kept["style"])
    if kept == attributes and _PLAIN.fullmatch(given):
        return Piece(token, f"<{tag}", f"{given}{end}")
    words = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
    return Piece(token, f"<{tag}", f"{words}{end}")


def _stays(name: str, key: str, value: str) -> bool:
    """Whether an attribute does nothing but describe what is seen."""
    if key == "href":
        return name in ("a", "area") and _is_safe_link(value)
    if key == "src":
        return name == "img" and bool(_PICTURE.fullmatch(value))
    return key in _ATTRIBUTES or bool(_FREE_NAME.fullmatch(key))


def _is_safe_link(value: str) -> bool:
    scheme = _SCHEME.match(_SPACE.sub("", value))
    return scheme is None or scheme[0].lower() in _SAFE_SCHEMES


def inert_style(style: str) -> str:
    """A style sheet, or the declarations of an element, without what would be loaded or run."""
    if "\\" in style or "/*" in style:
        style = style.replace("\\", "").replace("/*", " ").replace("*/", " ")
    return _ACTIVE_STYLE.sub(_idle, style).replace("</", "< /")


def _idle(active: re.Match[str]) -> str:
    """What stands in its place: something that no browser knows."""
    return f"x{active[1] or active[2]}" if active.lastindex else " "
