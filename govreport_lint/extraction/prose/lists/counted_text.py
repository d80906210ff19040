"""Sentences with every count in them, whatever it counts: the ground of breakdowns and percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ....document import Passage
from ....rulebook.claim_patterns import Lists
from ....told import Count, Words
from ..sentences.plain_text import COUNT, ITEMS, LAST, MONEY, MORE, NEXT, SHARE, THIS, PlainText, PlainTexts
from ..sentences.sentence_words import SentenceWords
from ..sentences.sentences import Span

_FEWEST = 2
# What stands for a number or a year in the plain text and is no word.
_MARKS = (COUNT, MONEY, SHARE, ITEMS, MORE, LAST, THIS, NEXT)
_LISTING = ("（", "(", "：", ":", "、", "；", "，未", "，不", "增", "减", "升", "降", "持平")


class CountedText(Struct, frozen=True):
    """A sentence with its counts, and where it stands."""

    spoken: SentenceWords
    plain: PlainText
    section: int | None

    def count(self, at: int, label_from: int, longest: int) -> Count | None:
        """The count whose mark stands at ``at`` of the plain text, with the words since ``label_from`` or the number
        before it."""
        mention = self.plain.counts[at]
        if mention.number is None:
            return None
        before = self.plain.text[max(label_from, at - longest) : at]
        label = before[max(map(before.rfind, _MARKS)) + 1 :].strip("，、；：。（）")
        return Count(label, mention.number.value, mention.unit, self.words(mention.number.start, mention.number.end))

    def words(self, start: int, end: int) -> Words:
        """How and where a part of the plain text is printed."""
        return self.spoken.between(*self.plain.printed(start, end))


def counted_texts(
    section: int | None, passages: Sequence[Passage], plains: PlainTexts, lists: Lists
) -> Iterator[CountedText]:
    """The sentences of a section that may list parts; in a paragraph with percentages, all that hold figures.

    A sentence that begins with 其中, or with the total of a list, goes on with the last.
    """
    for passage in passages:
        shares = "%" in passage.text or "％" in passage.text
        if not (shares or _may_list(passage.text, lists)):
            continue
        for span in _spans(passage.text, plains.sentences(passage.text), lists):
            printed = passage.text[span.start : span.end]
            if _digits(printed) >= _FEWEST and (shares or _may_list(printed, lists)):
                plain = plains.make(printed)
                if plain.counts:
                    yield CountedText(SentenceWords(passage, span), plain, section)


def _spans(text: str, found: Sequence[Span], lists: Lists) -> list[Span]:
    spans: list[Span] = []
    for span in found:
        if spans and text[span.start : span.end].lstrip().startswith(("其中", *lists.closings)):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _may_list(text: str, lists: Lists) -> bool:
    return any(mark in text for mark in _LISTING) or any(word in text for word in (*lists.opens, *lists.closings))


def _digits(text: str) -> int:
    """How many figures at least, roughly: a cheap look before the numbers are read."""
    return sum(map(text.count, "0123456789")) + sum(map(text.count, "０１２３４５６７８９两二三四五六七八九十"))
