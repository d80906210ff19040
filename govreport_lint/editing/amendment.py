"""What a person writes in the place of what is printed."""

from __future__ import annotations

from msgspec import Struct


class Amendment(Struct, frozen=True):
    """``text`` is to stand in a cell of an official table (the keys of the form), or in the place of a whole heading or
    paragraph: ``block`` is its index among the blocks of the document.

    ``part`` is the report that is meant in a file with several, from 1; ``block`` then counts in the document of that
    part. Places are those of the file as it was handed in.
    """

    text: str
    table: str = ""
    row: str = ""
    column: str = ""
    block: int | None = None
    part: int | None = None
