"""What is marked in the text of a report: words with the numbers of their items, and which items have a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...document import Location, Passage
from ...finding import Severity
from ...output.annotated.block_marks import marked_pieces
from ...output.annotated.marked_places import MarkedPlaces
from ...output.page.markup import Child, Markup, el
from ...output.words.causes import Remark
from ...output.words.headings import SEVERITY_WORDS

# Of more characters than these a mark is no more than a shade.
_WIDE = 60

Numbered = Sequence[tuple[int, Remark]]


class Marking:
    """Marks passages, and keeps in ``placed`` the numbers of what was marked somewhere."""

    def __init__(self, key: str, language: str, remarks: Numbered) -> None:
        self._key, self._language = key, language
        self._places = MarkedPlaces([remark for _, remark in remarks])
        self._numbers = {id(remark): number for number, remark in remarks}
        self._severities = {number: remark.severity for number, remark in remarks}
        self.placed: set[int] = set()

    def at(self, location: Location) -> list[int]:
        """The numbers of what is said of exactly this place."""
        return [self._numbers[id(one)] for place, one in self._places.near(location) if place == location != Location()]

    def gravest(self, numbers: Iterable[int]) -> Severity:
        """The gravest severity among items."""
        return min((self._severities[number] for number in numbers), key=lambda severity: severity.rank)

    def words(self, passage: Passage, apart: Iterable[int] = ()) -> Iterator[Child]:
        """The passage with its marks, but those of the items ``apart``: they are told of the whole around it."""
        if not passage.runs:
            yield passage.text
            return
        left = set(apart)
        for start, end, about in marked_pieces(passage, self._places):
            text = passage.text[start:end]
            numbers = sorted({self._numbers[id(remark)] for remark in about} - left)
            if not numbers:
                yield text
                continue
            looks = f"{self.gravest(numbers)} wide" if len(text) > _WIDE else str(self.gravest(numbers))
            yield el("mark", text, self.said(numbers), class_=looks, tabindex=0, role="button",
                     data_causes=self.named(numbers))  # fmt: skip
            yield self.links(numbers)

    def named(self, numbers: Sequence[int]) -> str:
        """The numbers as a script reads them; they have a place from here on."""
        self.placed.update(numbers)
        return " ".join(map(str, numbers))

    def said(self, numbers: Sequence[int]) -> Markup:
        """What a mark says to who does not see it: ``（错误 1）``."""
        told = [f"{SEVERITY_WORDS[self._severities[one]].in_language(self._language)} {one}" for one in numbers]
        words = f" ({', '.join(told)})" if self._language == "en" else f"（{'、'.join(told)}）"
        return el("span", words, class_="unseen")

    def links(self, numbers: Sequence[int]) -> Markup:
        """The numbers, each of which leads to its item; the mark before them is what the keyboard reaches."""
        made = (el("a", one, href=f"#{self._key}-{one}", tabindex=-1) for one in numbers)
        return el("sup", *made)
