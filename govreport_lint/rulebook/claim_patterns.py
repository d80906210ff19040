"""The patterns by which claims are found in prose, as data: ``rules/claims/*.toml``.

A form of a claim is a regular expression in which ``{name}`` stands for one of the word lists of the file,
``{count}`` for a number with its unit, ``{money}`` for a number with 元 or 万元, ``{gap}`` for up to twenty
other characters of the same clause; ``{last}``, ``{this}`` and ``{next}`` for the printed years beside and of
the report's year.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from ..errors import RuleError
from ..language import Text
from .files.resources import rules_folder, shipped_toml
from .mistakes import mistake_of


class WordList(Struct, frozen=True, forbid_unknown_fields=True):
    """Words (regular expressions) under a name that forms use."""

    name: str
    words: tuple[str, ...]

    @property
    def expression(self) -> str:
        """Any of the words."""
        return f"(?:{'|'.join(self.words)})"


class ClaimPattern(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the prose says one thing; patterns are tried in the file's order, an earlier one takes the text.

    ``subjects`` are the keys of the claims that a match gives (none: the text is only taken). ``kind``:
    ``count``, ``share`` (a percentage), ``none`` (a zero phrase), ``all`` (均已办结) or ``some`` (多件). ``forms``
    name what they are about; ``bare`` forms count only while one of ``topic`` was named last ("": while nothing was).
    One of ``needs`` stands in every match. ``about``: a word list of which something must stand in the sentence,
    unless the section is one of ``sections``. ``without``: words that may not stand in the match,
    ``without_after`` in the rest of its clause, ``without_before`` in what comes before it, back to the last ；,
    ``without_sentence`` in the sentence; ``not_after`` and ``not_before``: words right beside it. ``breakdown``: 其中
    does not make it a part. ``own_part``: what it names (自然人, 其他处理) does not either, only what stands before
    it. ``overlay``: it may lie over other matches. ``last``: its last number counts, not its first; ``units``: only
    numbers in these count. ``narrows``: results told after it alone are results of it alone. A need of several words
    (规范性文件 未) is met by all of them.
    """

    subjects: tuple[str, ...] = ()
    kind: str = "count"
    forms: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    needs: tuple[str, ...]
    about: str = ""
    sections: tuple[int, ...] = ()
    without: tuple[str, ...] = ()
    without_after: tuple[str, ...] = ()
    without_before: tuple[str, ...] = ()
    without_sentence: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    breakdown: bool = False
    own_part: bool = False
    overlay: bool = False
    last: bool = False
    units: tuple[str, ...] = ()
    narrows: bool = False


class Opening(Struct, frozen=True, forbid_unknown_fields=True):
    """What a section speaks of before anything is named."""

    section: int
    topic: str


class Scopes(Struct, frozen=True, forbid_unknown_fields=True):
    """The words that tell what a number is about: another year (``previous``), a part, or the whole.

    ``compared`` words right before a year only compare with it. ``qualified`` words limit a denial from
    within its clause, ``qualified_before`` from anywhere before it. ``organs`` end the name of a body that
    the number may belong to; ``own`` words and ``whole_bodies`` say that it is the reporting body;
    ``between`` may stand between the body and the claim; ``conditions`` open a sentence that states nothing.
    ``periods`` are parts of the year, until words of ``year_again``. ``other_bodies`` words name bodies below or
    beside it; ``of_others`` words tell that the sentence speaks of what others did. ``careful`` are the sections
    whose numbers are taken for parts, unless words of ``whole_year`` stand before them.
    """

    previous: tuple[str, ...]
    compared: tuple[str, ...]
    part: tuple[str, ...]
    qualified: tuple[str, ...]
    qualified_before: tuple[str, ...]
    breakdown: tuple[str, ...]
    conditions: tuple[str, ...]
    organs: tuple[str, ...]
    own: tuple[str, ...]
    between: tuple[str, ...]
    whole_bodies: tuple[str, ...]
    periods: tuple[str, ...] = ()
    year_again: tuple[str, ...] = ()
    other_bodies: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
    careful: tuple[int, ...] = ()
    whole_year: tuple[str, ...] = ()


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    """How breakdowns and percentages are written: the ``units`` that are counted in, the words that open a list
    (``opens``), those before a total that closes one (``closings``), those that open one which is not complete
    (``not_all``), the words before a share, those that say
    that something grew, shrank or stayed (``steady``), the words for last year, and ``rates`` that end at 100 %."""

    units: tuple[str, ...]
    opens: tuple[str, ...]
    closings: tuple[str, ...]
    not_all: tuple[str, ...]
    shares: tuple[str, ...]
    growth: tuple[str, ...]
    decline: tuple[str, ...]
    steady: tuple[str, ...]
    last_year: tuple[str, ...]
    rates: tuple[str, ...]


class ClaimPatterns(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it. ``keywords``: a sentence without any of them is not read; ``topics`` are word lists; ``names``
    say to people what the subjects are."""

    keywords: tuple[str, ...]
    units: tuple[str, ...]
    money_units: tuple[str, ...]
    topics: tuple[str, ...]
    openings: tuple[Opening, ...]
    lists: Lists
    scopes: Scopes
    words: tuple[WordList, ...]
    claims: tuple[ClaimPattern, ...]
    names: dict[str, Text] = {}

    def __hash__(self) -> int:
        """By identity: the patterns are loaded once."""
        return id(self)

    @property
    def subjects(self) -> frozenset[str]:
        """The keys of the claims that the patterns give."""
        return frozenset(subject for claim in self.claims for subject in claim.subjects)

    def expression(self, name: str) -> str:
        """The regular expression of a word list, names of other lists left in it; raises ``KeyError``."""
        for words in self.words:
            if words.name == name:
                return words.expression
        raise KeyError(name)


@cache
def load_patterns() -> ClaimPatterns:
    """The patterns that the project ships; raises ``RuleError``."""
    try:
        return msgspec.convert(_shipped(), ClaimPatterns)
    except msgspec.ValidationError as error:
        mistake = mistake_of(error, ClaimPatterns)
        raise RuleError(str(rules_folder() / "claims"), mistake.reason, key=mistake.key or None) from error


def _shipped() -> dict[str, Any]:
    """All files of the folder as one: ``claims.toml`` says in which order the others are tried."""
    whole = {**shipped_toml("claims", "claims.toml"), **shipped_toml("claims", "scopes.toml")}
    files = [shipped_toml("claims", name) for name in ("words.toml", *whole.pop("order"))]
    lists = {name: [one for file in files for one in file.get(name, ())] for name in ("words", "claims")}
    return {**whole, **lists}
