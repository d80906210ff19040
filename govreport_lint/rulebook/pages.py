"""What only people read about rules: why each is, with a good and a bad example (``rules/pages``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..language import Text
from .files.resources import load_toml, rules_folder
from .mistakes import mistake_of, rule_error

PLACES = ("title", "preamble", "signature", "section", "paragraph", "row", "cell", "everything")
"""What a piece of an example may replace in the standard report, the first word of it."""


class Replacement(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of an example: ``text`` takes the place of the part of the standard report that ``replaces`` names.

    ``replaces``: ``title``, ``preamble``, ``signature``, ``section 三``, ``paragraph （二）``, ``row <label>``,
    ``cell 行.列`` (only in packs of one's own) or ``everything``.
    ``paper`` is ``previous`` where it is last year's standard report that is changed.
    """

    replaces: str
    text: str
    paper: Literal["report", "previous"] = "report"


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """What only people read about a rule: why it is, and a good and a bad example.

    A rule about other papers has no examples: a single report says nothing of it.
    """

    why: Text
    good: tuple[Replacement, ...] = ()
    bad: tuple[Replacement, ...] = ()


class OwnExample(Struct, frozen=True, forbid_unknown_fields=True):
    """An example of a rule of one's own: one change of the standard report, and others ``also`` made with it."""

    replaces: str
    text: str
    paper: Literal["report", "previous"] = "report"
    also: tuple[Replacement, ...] = ()

    @property
    def pieces(self) -> tuple[Replacement, ...]:
        """All its changes."""
        return (Replacement(self.replaces, self.text, self.paper), *self.also)


class OwnPage(Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule of one's own says to people alone; each of its examples is one by itself."""

    why: Text = Text("", "")
    good: tuple[OwnExample, ...] = ()
    bad: tuple[OwnExample, ...] = ()

    @property
    def page(self) -> Page:
        """Its page, as a shipped rule has one."""
        pieces = [tuple(map(_shown, (piece for one in examples for piece in one.pieces))) for examples in self._both]
        return Page(self.why, *pieces)

    @property
    def _both(self) -> tuple[tuple[OwnExample, ...], ...]:
        return self.good, self.bad


def _shown(piece: Replacement) -> Replacement:
    """A piece as people read it: the number in a cell tells nothing without the cell."""
    kind, _, name = piece.replaces.partition(" ")
    return replace(piece, text=f"{name} = {piece.text}") if kind == "cell" else piece


@cache
def pages() -> dict[str, Page]:
    """The page of every rule that the project ships, by code; raises ``RuleError``."""
    found: dict[str, Page] = {}
    for path in sorted((rules_folder() / "pages").glob("*.toml")):
        try:
            data = load_toml(path)
            found |= msgspec.convert(data, dict[str, Page])
        except msgspec.ValidationError as error:
            raise rule_error(path, mistake_of(error, dict[str, Page], data)) from error
    return found


def standard_report() -> str:
    """The faultless report, in Markdown, that examples are placed in."""
    return (rules_folder() / "pages" / "standard.md").read_text(encoding="utf-8")


def standard_previous() -> str:
    """The faultless report of the same town for the year before, from whose figures those of the other follow."""
    return (rules_folder() / "pages" / "standard-previous.md").read_text(encoding="utf-8")
