"""What is to be written onto a PDF: marks on its pages, each with its words."""

from __future__ import annotations

from msgspec import Struct

from .page import Box

Colour = tuple[float, float, float]


class Note(Struct, frozen=True):
    """A note on a page (from 1). ``boxes`` are what it marks, as shown; without any it stands in the corner.

    ``key`` names the note within the file, ``colour`` is red, green and blue from 0 to 1.
    """

    page: int
    boxes: tuple[Box, ...]
    words: str
    key: str
    colour: Colour


class Notes(Struct, frozen=True):
    """The bytes of a file and the notes for it."""

    data: bytes
    author: str
    notes: tuple[Note, ...]


class Annotated(Struct, frozen=True):
    """The bytes of the copy, or the fault for which there is none (a key of ``process``)."""

    data: bytes = b""
    fault: str | None = None
