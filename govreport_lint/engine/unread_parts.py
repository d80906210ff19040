"""What of a file was not read, so that what seems to be missing may stand there: parts of the file, pictures."""

from __future__ import annotations

from ..checks import Subject
from ..document import Image, Table
from ..finding import Place
from ..language import Text

_PICTURE = Text(
    "此处有图片，其中的文字未读取，无法判断是否缺少",
    "a picture stands here whose text was not read; whether anything is missing cannot be told",
)


class UnreadParts:
    """The parts of one report that were not read."""

    def __init__(self, subject: Subject) -> None:
        document, self._report = subject.document, subject.report
        self._everywhere = _together(document.unread)
        # The icons and buttons of a site are no pictures of a text.
        blocks = () if document.framed else document.blocks
        self._pictures = [index for index, block in enumerate(blocks) if isinstance(block, Image)]
        self._tables = {index for index, block in enumerate(blocks) if isinstance(block, Table)}

    def reason(self, place: Place) -> Text | None:
        """Why it cannot be told that something is missing in a place; None where it can."""
        if self._everywhere or not self._pictures or place.section is None:
            return self._everywhere
        start, end = self._span(place.section)
        here = [index for index in self._pictures if start <= index < end]
        if place.table is not None:
            # What stands in the cells of a table comes after it; other pictures are no part of it.
            here = [index for index in here if {index - 1, index + 1} & self._tables]
        return _PICTURE if here else None

    def _span(self, section: int) -> tuple[int, int]:
        """The blocks of a section; of one that is not there those in which it would stand."""
        own = self._report.section(section)
        if own:
            return own.blocks
        before = [other.blocks for other in self._report.sections if other.number < section]
        after = [other.blocks[0] for other in self._report.sections if other.number > section]
        start = max((first for first, _ in before), default=0)
        return start, min(after, default=max((last for _, last in before), default=0))


def _together(unread: tuple[Text, ...]) -> Text | None:
    """All parts of the file that were not read, as one reason."""
    if not unread:
        return None
    return Text("；".join(part.zh for part in unread), "; ".join(part.en for part in unread))
