"""雷同: the share of a report's text that stands in another one too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..report import Report
from .alike import Likeness
from .alike_clauses import add_alike
from .equal_runs import NOWHERE, places_in
from .passages import passages
from .text.counted_text import CountedText, counted_text
from .text.masking import NUMBER
from .text.phrases import Phrases, load_phrases
from .text.prints import print_of

# Stand in the place of what is a template in the one and in the other text: equal to nothing.
_OWN, _OTHER = "\x05", "\x06"
# So many figures at least tell that the numbers were copied too.
_FEWEST_NUMBERS = 2


def compare(
    own: Report,
    other: Report,
    names: Iterable[str],
    *,
    label: str,
    phrases: Phrases | None = None,
    templates: Mapping[int, int] | None = None,
) -> Likeness:
    """How much of ``own`` stands in ``other``, which is called ``label``: ``previous`` or a unit's name.

    重复率 is the share of the letters that count which stand in a run of 13 equal characters or in a clause that is
    alike to 85 of 100. ``names`` are masked besides the organs of both reports; ``templates`` are the prints of the
    clauses that many units share (``Copies.templates``) with their number: they do not count.
    """
    known, spoken = phrases or load_phrases(), tuple(names)
    return compare_texts(
        counted_text(own, spoken, known), counted_text(other, spoken, known), label=label, templates=templates or {}
    )


def compare_texts(own: CountedText, other: CountedText, *, label: str, templates: Mapping[int, int]) -> Likeness:
    """The same for texts that were made before."""
    mine, theirs = _without(own, templates, _OWN), _without(other, templates, _OTHER)
    places = places_in(mine, theirs)
    numbers_too = _same_numbers(own, other, places)
    left = [clause for clause in own.clauses if mine[clause.start] != _OWN]
    add_alike(own, left, other, [clause for clause in other.clauses if theirs[clause.start] != _OTHER], places)
    letters = sum(clause.letters for clause in left)
    # Marks and signs such as ¼ take part in equal runs and are no letters.
    shared = sum(place != NOWHERE and character.isalpha() for place, character in zip(places, mine, strict=True))
    units = {
        number: templates[print_of(own.words(clause))]
        for number, clause in enumerate(own.clauses)
        if mine[clause.start] == _OWN
    }
    return Likeness(label, letters, shared, passages(own, other, places, units), numbers_too)


def _without(text: CountedText, templates: Mapping[int, int], instead: str) -> str:
    """The characters of a text, those of templates replaced."""
    if not templates:
        return text.characters
    parts = (
        instead * (clause.end - clause.start) if print_of(words) in templates else words
        for clause in text.clauses
        for words in (text.words(clause),)
    )
    return "".join(parts)


def _same_numbers(own: CountedText, other: CountedText, places: list[int]) -> bool:
    """Whether the figures in the equal runs are the same, years apart."""
    pairs = [
        (own.printed[own.starts[at] : own.ends[at]], other.printed[other.starts[place] : other.ends[place]])
        for at, place in enumerate(places)
        if place != NOWHERE and own.characters[at] == NUMBER
    ]
    return len(pairs) >= _FEWEST_NUMBERS and all(left.split() == right.split() for left, right in pairs)
