"""Where in the source of a text file the text of an empty cell goes."""

from __future__ import annotations

from ..document import Location
from ..html.implied_tags import VOID
from ..html.tokens import Kind, tokens


def empty_place(source: str, location: Location) -> tuple[int, int]:
    """From where to where the text of a blank cell stands: in an element the white space within its innermost start
    tag, else the place itself."""
    cut = source[location.start : location.end]
    if not cut.startswith("<"):
        return location.start, location.end if not cut.strip() else location.start
    found = list(tokens(cut))
    ends = [token[1] for token in found[1:]] + [len(cut)]
    start = end = ends[0]
    for token, stop in list(zip(found, ends, strict=True))[1:]:
        if token[0] is Kind.START and token[2] not in VOID:
            start = end = stop
        elif token[0] is Kind.TEXT and token[1] == start:
            end = stop
        else:
            break
    return location.start + start, location.start + end
