"""The looks and scripts of the pages: a fixed list of names, none of them a path."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from ...output import page
from ...output.page.head_element import source
from ...output.page.markup import Markup, el
from ..media import media_type

_OF_RESULTS = ("ground.css", "pieces.css", "cards.css")
_SHARED = (*_OF_RESULTS, "shell.css")


def look(name: str) -> tuple[bytes, str] | None:
    """The bytes and the media type of a file under ``look/``; None where there is no such name."""
    if name not in names():
        return None
    package = page.__name__ if name in _OF_RESULTS else __package__
    return source(package, name).encode(), media_type(name)


def names() -> tuple[str, ...]:
    """Every name that is served: looks first, in the order in which a page uses them."""
    own = [each.name for each in resources.files(str(__package__)).joinpath("look").iterdir()]
    looks = sorted(name for name in own if name.endswith(".css") and name not in _SHARED)
    return (*_SHARED, *looks, *sorted(name for name in own if name.endswith(".js")))


def looks_of(up: str, *, scripts: bool) -> Iterator[Markup]:
    """The links of a page that stands ``up`` from the start (``""``, ``"../"``); ``scripts`` where it has any."""
    for name in names():
        if name.endswith(".css"):
            yield el("link", rel="stylesheet", href=f"{up}look/{name}")
        elif scripts:
            yield el("script", type="module", src=f"{up}look/{name}")
