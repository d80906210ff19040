"""A pack of one's own as its file has it: what may stand in it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ...language import Text
from ..claim_patterns import ClaimPattern, WordList
from ..files.positions import Part
from ..files.resources import parse_toml
from ..mistakes import Mistake, mistake_of, rule_error, unknown
from ..pages import PLACES, OwnPage
from .codes import code_mistake
from .pack_files import PackFile
from .plain_texts import with_both_languages

_FAMILY = Text("规则类别", "family")
_PLACE = Text("位置", "place")
_NO_FAMILY = Text(
    "缺少键“family”（写在文件开头，或写在这条规则里）", "the key “family” is missing, here or in the file's head"
)
_PEOPLE = ("why", "good", "bad")


class Content(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a pack of one's own may hold, each part of it only where it is needed.

    ``title``: what the pack is called in lists. ``family``: that of its rules which name none themselves. ``extends``:
    packs, by their path from this one, that come before it. ``rules``: rules of one's own. ``options``: options of
    shipped rules, by code, that take the place of the shipped ones; ``add`` puts items behind those of a list,
    ``drop`` takes items out of it.

    ``claims``: further ways in which the prose says something, tried before the shipped ones; ``words``: word lists for
    them, of which one with a shipped name is added to that; ``keywords``: a sentence with one of them is read, too;
    ``scopes``: words added to the lists that tell the whole from a part; ``names``: what claims are called.
    """

    title: Text | None = None
    family: str = ""
    extends: str | tuple[str, ...] = ()
    rules: tuple[dict[str, Any], ...] = ()
    options: dict[str, dict[str, Any]] = {}
    add: dict[str, dict[str, Any]] = {}
    drop: dict[str, dict[str, Any]] = {}
    keywords: tuple[str, ...] = ()
    words: tuple[WordList, ...] = ()
    claims: tuple[ClaimPattern, ...] = ()
    scopes: dict[str, tuple[str, ...]] = {}
    names: dict[str, Text] = {}


class OwnPack(Struct, frozen=True):
    """A pack of one's own: where it stands, what is in it, and what its rules say to people alone, rule by rule.

    ``within``: the path of the table of the file that it is, where it is not the whole file.
    """

    path: Path
    content: Content
    pages: tuple[OwnPage, ...] = ()
    within: tuple[Part, ...] = ()

    @property
    def title(self) -> Text:
        """What it is called in lists: its title, else its file's name."""
        return self.content.title or Text(self.path.name, self.path.name)


def read_own(file: PackFile, families: Iterable[str]) -> OwnPack:
    """A pack of one's own, known to have the right shape; raises ``RuleError``.

    ``families`` are those that its rules may belong to.
    """
    path = Path(file.path)
    return own_pack(path, parse_toml(file.data, path), families)


def own_pack(path: Path, data: Mapping[str, Any], families: Iterable[str], within: tuple[Part, ...] = ()) -> OwnPack:
    """A pack of what stands in a file, or in the table of it at ``within``; raises ``RuleError``."""
    whole = with_both_languages(dict(data), Content)
    try:
        content = msgspec.convert(whole, Content)
    except msgspec.ValidationError as error:
        raise rule_error(path, mistake_of(error, Content, whole), within) from error
    known, pages = sorted(set(families)), []
    if content.family and content.family not in known:
        raise rule_error(path, Mistake(("family",), unknown(_FAMILY, content.family, known)), within)
    for index, rule in enumerate(content.rules):
        page = _page(rule)
        made = code_mistake(rule) or _family(rule, content.family, known) or page
        if isinstance(made, Mistake):
            raise rule_error(path, made, (*within, "rules", index), str(rule.get("code", "")))
        pages.append(made)
    return OwnPack(path, content, tuple(pages), within)


def rule_of(data: Mapping[str, Any], family: str) -> dict[str, Any]:
    """A rule of one's own as a shipped pack would have it, with the family that it belongs to."""
    own = {key: value for key, value in data.items() if key not in _PEOPLE}
    return {"family": family, **own}


def _page(rule: Mapping[str, Any]) -> OwnPage | Mistake:
    """What a rule says to people alone."""
    own = with_both_languages({key: rule[key] for key in _PEOPLE if key in rule}, OwnPage)
    try:
        page = msgspec.convert(own, OwnPage)
    except msgspec.ValidationError as error:
        return mistake_of(error, OwnPage, own)
    for key in ("good", "bad"):
        for number, example in enumerate(getattr(page, key)):
            for at, piece in enumerate(example.pieces):
                word = piece.replaces.partition(" ")[0]
                if word not in PLACES:
                    path = (key, number, "also", at - 1, "replaces") if at else (key, number, "replaces")
                    return Mistake(path, unknown(_PLACE, word, PLACES))
    return page


def _family(rule: Mapping[str, Any], head: str, known: list[str]) -> Mistake | None:
    family = rule.get("family", head)
    if not family:
        return Mistake((), _NO_FAMILY)
    if not isinstance(family, str) or family not in known:
        return Mistake(("family",), unknown(_FAMILY, str(family), known))
    return None
