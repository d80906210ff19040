"""What only people read about rules: why each is, with a good and a bad example (``rules/pages``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from ..language import Text
from .files.resources import load_toml, rules_folder
from .mistakes import mistake_of, rule_error


class Replacement(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of an example: ``text`` takes the place of the part of the standard report that ``replaces`` names.

    ``replaces``: ``title``, ``preamble``, ``signature``, ``section 三``, ``paragraph （二）``, ``row <label>`` or
    ``everything``. ``paper`` is ``previous`` where it is last year's standard report that is changed.
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
