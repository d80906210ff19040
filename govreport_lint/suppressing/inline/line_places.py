"""On which line a comment stands, whether anything else does, and which is the next line with words."""

from __future__ import annotations

import re
from functools import cached_property

from ...document import Comment, Document, location_of
from ...lines import Lines

_LINE_END = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"<[^<>]*>")


class LinePlaces:
    """The lines of a document in which somebody has written comments."""

    def __init__(self, document: Document) -> None:
        self._source = document.source or ""
        self._lines = Lines(self._source)
        self._comments = document.comments
        self._known: dict[int, bool] = {}
        self._first = location_of(document.blocks[0]).start if document.blocks else 0

    def line(self, comment: Comment) -> int:
        """The line on which a comment begins, from 1."""
        return self._lines.position(comment.location.start).line

    def start(self, comment: Comment) -> int:
        """From where a comment counts: above the first words of the report from its beginning."""
        return 0 if comment.location.start <= self._first else comment.location.end

    def shares_its_line(self, comment: Comment) -> bool:
        """Whether words or figures stand on the line on which a comment begins or ends."""
        last = self._lines.position(comment.location.end).line
        return any(self._shows(line) for line in {self.line(comment), last})

    def next_line(self, comment: Comment) -> int | None:
        """The next line that holds more than spaces and comments; None at the end."""
        last = self._lines.position(comment.location.end).line
        return self._next_lines[last]

    @cached_property
    def _bare_lines(self) -> list[str]:
        """The lines without the comments in them."""
        kept, at = [], 0
        for comment in self._comments:
            place = comment.location
            # Its line ends stay, so that every line keeps its number.
            kept += [self._source[at : place.start], *_LINE_END.findall(self._source, place.start, place.end)]
            at = place.end
        return _LINE_END.split("".join([*kept, self._source[at:]]))

    @cached_property
    def _next_lines(self) -> list[int | None]:
        """Behind each line, counted from 0, the number of the first one that is not empty."""
        found: list[int | None] = [None]
        for number in range(len(self._bare_lines), 0, -1):
            found.append(number if self._bare_lines[number - 1].strip() else found[-1])
        return found[::-1]

    def _shows(self, line: int) -> bool:
        # A page may be one line with thousands of comments.
        if line not in self._known:
            bare = _TAG.sub("", self._bare_lines[line - 1])
            self._known[line] = any(character.isalnum() for character in bare)
        return self._known[line]
