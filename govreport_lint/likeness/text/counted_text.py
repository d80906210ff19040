"""The text of a report that counts when it is compared: letters and marks, each with its place in the printed text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from ...report import Report
from .masking import MARKS, end_of_mark, masked, sentences
from .names import forms_of
from .phrases import Phrases

SHORTEST_CLAUSE = 8
"""Letters and marks; a shorter clause is one with the next."""

LONGEST_CLAUSE = 200
"""Letters and marks; a text without punctuation is cut after so many."""

SIXTH_FROM = 100
"""Section six counts from so many letters on, the statement of fees left out: all honest ones repeat that."""

_PIECE = re.compile(r"[^\W\d_]+|[\x01-\x04]|[。；;，,：:！!？?\n]")
_AFTER = "。；;，,：:！!？?）)”’》"


class Clause(Struct, frozen=True):
    """From where to where in the characters it is, how many of them are letters, the number of its paragraph."""

    start: int
    end: int
    letters: int
    paragraph: int


class CountedText(Struct, frozen=True):
    """``characters`` are letters and marks, ``starts`` and ``ends`` the place of each in ``printed``, ``clauses`` what
    they are parted in; ``sections``: the section of every paragraph."""

    printed: str
    characters: str
    starts: array[int]
    ends: array[int]
    clauses: tuple[Clause, ...]
    sections: tuple[int, ...]

    @property
    def letters(self) -> int:
        """How many letters count."""
        return sum(clause.letters for clause in self.clauses)

    def section_of(self, clause: Clause) -> int:
        """The section in which a clause stands."""
        return self.sections[clause.paragraph]

    def words(self, clause: Clause) -> str:
        """The letters and marks of a clause."""
        return self.characters[clause.start : clause.end]

    def letters_of(self, clause: Clause) -> str:
        """The printed letters of a clause, those of names and phrases too."""
        printed = self.printed[self.starts[clause.start] : self.ends[clause.end - 1]]
        return "".join(filter(str.isalpha, printed))

    def part(self, start: int, end: int) -> str:
        """The printed text of some characters, with the punctuation after it."""
        first, last = self.starts[start], self.ends[end - 1]
        while last < len(self.printed) and self.printed[last] in _AFTER:
            last += 1
        return self.printed[first:last]


def counted_text(report: Report, names: Iterable[str], phrases: Phrases) -> CountedText:
    """The text of a report that counts, with the numbers, dates, names and phrases in it masked.

    ``names`` are masked in every form, and so are those that the report prints as its organ.
    """
    own = [report.organ or "", (report.title.organ or "") if report.title else ""]
    own.append(report.signature.text if report.signature else "")
    forms = forms_of((*names, *own), phrases)
    assembly = _Assembly()
    for number, text in _paragraphs(report, forms, phrases):
        assembly.add(number, text, masked(text, forms, phrases))
    return assembly.made()


def _paragraphs(report: Report, forms: tuple[str, ...], phrases: Phrases) -> Iterator[tuple[int, str]]:
    fees = re.compile(phrases.fees)
    for section in report.sections:
        texts = [passage.text for passage in section.paragraphs]
        if section.number == 6:
            texts = ["".join(one for one in sentences(text) if not fees.search(one)) for text in texts]
            if sum(map(_letters, (masked(text, forms, phrases) for text in texts))) < SIXTH_FROM:
                continue
        elif section.number not in (1, 5):
            continue
        yield from ((section.number, text) for text in texts)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


class _Assembly:
    """A counted text in the making, one paragraph after the other."""

    def __init__(self) -> None:
        self._printed: list[str] = []
        self._characters: list[str] = []
        self._starts, self._ends = array("q"), array("q")
        self._clauses: list[Clause] = []
        self._sections: list[int] = []
        self._offset = 0

    def add(self, section: int, printed: str, hidden: str) -> None:
        """One paragraph, as it is printed and masked."""
        first = len(self._starts)
        bounds, pieces = [first], []
        for match in _PIECE.finditer(hidden):
            piece = match[0]
            if piece[0] in MARKS or piece[0].isalpha():
                pieces.append(piece)
                self._place(hidden, *match.span())
                bounds.extend(range(bounds[-1] + LONGEST_CLAUSE, len(self._starts), LONGEST_CLAUSE))
            elif bounds[-1] != len(self._starts):
                bounds.append(len(self._starts))
        if bounds[-1] != len(self._starts):
            bounds.append(len(self._starts))
        characters = "".join(pieces)
        self._clauses += _clauses(characters, _merged(bounds), first, len(self._sections))
        self._characters.append(characters)
        self._printed.append(printed)
        self._sections.append(section)
        self._offset += len(printed) + 1

    def _place(self, hidden: str, start: int, end: int) -> None:
        at = self._offset
        self._starts.extend(range(at + start, at + end))
        self._ends.extend(range(at + start + 1, at + end + 1))
        if hidden[start] in MARKS:
            self._ends[-1] = at + end_of_mark(hidden, end)

    def made(self) -> CountedText:
        """The whole."""
        characters = "".join(self._characters)
        printed = "\n".join(self._printed)
        return CountedText(printed, characters, self._starts, self._ends, tuple(self._clauses), tuple(self._sections))


def _merged(bounds: list[int]) -> list[int]:
    """The bounds of the clauses of a paragraph, short ones put to the next, or the last to the one before."""
    kept = bounds[:1]
    for bound in bounds[1:]:
        if bound - kept[-1] >= SHORTEST_CLAUSE:
            kept.append(bound)
    if len(bounds) > 1 and kept[-1] != bounds[-1]:
        kept[-1:] = [bounds[-1]] if len(kept) > 1 else [kept[0], bounds[-1]]
    return kept


def _clauses(characters: str, bounds: list[int], first: int, paragraph: int) -> Iterator[Clause]:
    for start, end in pairwise(bounds):
        yield Clause(start, end, _letters(characters[start - first : end - first]), paragraph)
