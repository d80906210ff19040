"""Tag soup: which open elements a tag closes although nobody wrote their end tags.

The essential rules of the HTML standard (13.2.6, tree construction) as data, over nothing but the names of
the open elements, outermost first. A browser reads ``<td>1<td>2`` as two cells, so must we: it is what the
office saw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final


def _names(*lists: str) -> frozenset[str]:
    return frozenset(" ".join(lists).split())


HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID: Final = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source",
    "track wbr",
)
_SECTIONS: Final = frozenset({"tbody", "thead", "tfoot"})
CELLS: Final = frozenset({"td", "th", "caption"})
TABLE_PARTS: Final = _SECTIONS | CELLS | {"table", "tr", "colgroup"}
# What an end tag, and the search for an open <p>, never reaches across.
_SCOPE: Final = CELLS | {"table", "html", "template", "marquee", "object", "applet", "foreignobject"}
_PARAGRAPH_SCOPE: Final = _SCOPE | {"button"}
# Their start tag ends an open paragraph, their end tag is that of a block.
_BLOCKS: Final = HEADINGS | _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure",
    "footer form header hgroup hr li listing main menu nav ol p plaintext pre search section summary ul xmp",
)
BLOCKS: Final = _BLOCKS | TABLE_PARTS | {"html", "head", "body"}
_OTHERS: Final = _names("button iframe noembed noframes noscript script select style textarea title")
_SPECIAL: Final = BLOCKS | VOID | _SCOPE | _OTHERS

# A start tag of the table parts closes everything down to the element that it may stand in.
_STANDS_IN: Final = {
    "td": _SECTIONS | {"table", "tr"},
    "th": _SECTIONS | {"table", "tr"},
    "tr": _SECTIONS | {"table"},
    **dict.fromkeys((*_SECTIONS, "caption", "colgroup"), frozenset({"table"})),
}
# A start tag closes the nearest open element of the first set unless one of the second lies between.
_ENDS_ITS_LIKE: Final = {
    "li": (frozenset({"li"}), _SPECIAL - {"address", "div", "p", "li"}),
    "dd": (frozenset({"dd", "dt"}), _SPECIAL - {"address", "div", "p", "dd", "dt"}),
    "dt": (frozenset({"dd", "dt"}), _SPECIAL - {"address", "div", "p", "dd", "dt"}),
}
# An end tag closes the nearest open element of the first set unless one of the second lies between.
_ENDED_BY: Final = {
    **{name: (frozenset({name}), _SCOPE) for name in _BLOCKS},
    **{name: (frozenset({name}), frozenset({"table", "html", "template"})) for name in TABLE_PARTS},
    **dict.fromkeys(HEADINGS, (HEADINGS, _SCOPE)),
    "p": (frozenset({"p"}), _PARAGRAPH_SCOPE),
    "li": (frozenset({"li"}), _SCOPE | {"ol", "ul"}),
}
_PARAGRAPH: Final = frozenset({"p"})
# A drawing or a formula that nobody closed ends where the page goes on.
_DRAWINGS: Final = frozenset({"svg", "math"})
_IN_DRAWING: Final = BLOCKS | {"foreignobject", "mtext", "mi", "mo", "mn", "ms"}
_DEEPEST, _DEEPEST_TABLE = 512, 1024


def closed_by_start(name: str, names: Sequence[str]) -> int:
    """How many of the innermost open elements the start tag ``name`` closes."""
    if name in BLOCKS and (drawn := _nearest(names, _DRAWINGS, _IN_DRAWING)):
        return drawn + closed_by_start(name, names[:-drawn])
    if name in _STANDS_IN:
        return max(0, _nearest(names, _STANDS_IN[name], frozenset()) - 1)
    if name == "table":
        return _open_table(names)
    if name == "body":
        return int(names[-1] == "head")
    if name not in _BLOCKS:
        return 0
    count = _nearest(names, _PARAGRAPH, _PARAGRAPH_SCOPE)
    if name in HEADINGS and not count:
        return int(names[-1] in HEADINGS)
    if name in _ENDS_ITS_LIKE:
        return max(count, _nearest(names, *_ENDS_ITS_LIKE[name]))
    return count


def closed_by_end(name: str, names: Sequence[str]) -> int:
    """How many of the innermost open elements the end tag ``name`` closes; 0: a browser passes it over."""
    if name in ("html", "body"):
        return 0  # What follows still belongs to the page.
    if names[-1] == name:
        return 1
    targets, barrier = _ENDED_BY.get(name) or (frozenset({name}), _SPECIAL)
    return _nearest(names, targets, barrier)


def holds_nothing(name: str, names: Sequence[str]) -> bool:
    """Whether the element that starts here stays without content.

    That are the void elements, a second ``<html>``, ``<head>`` or ``<body>`` pasted into the page, and what
    is nested deeper than any page means to (Chromium stops at 512 as well).
    """
    if name in VOID:
        return True
    if name in ("html", "head", "body"):
        return len(names) > 2 or name in names
    return len(names) > (_DEEPEST_TABLE if name in TABLE_PARTS else _DEEPEST)


def _open_table(names: Sequence[str]) -> int:
    """A table that starts inside a table, but in none of its cells, ends it."""
    depth = _nearest(names, TABLE_PARTS, frozenset())
    if not depth or names[-depth] in CELLS:
        return 0
    return _nearest(names, frozenset({"table"}), frozenset())


def _nearest(names: Sequence[str], targets: frozenset[str], barrier: frozenset[str]) -> int:
    """The depth, from 1, of the innermost of the targets; 0: none before a barrier."""
    for depth, name in enumerate(reversed(names), 1):
        if name in targets:
            return depth
        if name in barrier:
            return 0
    return 0
