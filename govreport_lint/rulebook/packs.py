"""Rules as data: the records of a pack, and a pack read from its file.

A rule is what the linter needs to judge; its page (why, examples) lies in ``rules/pages`` and is read only by
``explain`` and the documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..errors import RuleError, Spot
from ..finding import SAME, Severity
from ..language import Text
from .kinds import Check, FaultyKindError, Kind
from .mistakes import Mistake, mistake_of, rule_error, spot_in, unknown
from .validation import World, mistakes_in, wordings_named

if TYPE_CHECKING:
    from .files.positions import Part
    from .own.changed import Changed

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KIND = Text("检查种类", "kind of check")
_SAME = Text("范围", "range")
_RULE = Text("规则", "rule")
_PLACE = Text("占位符", "placeholder")
_BRACE = Text(
    "花括号 { } 是占位符用的，要成对；文字里请用别的括号",
    "braces { } are for placeholders, in pairs; use other brackets in texts",
)
_WORDING = Text("提示", "wording")


class Silence(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings that say the same fault again and are dropped.

    ``codes`` are dropped where they share with this rule's finding what ``same`` names: ``report``, ``section``,
    ``table``, ``row``, ``column`` or ``cell`` (column and row within the same table), the ``sentence`` and by how
    much a number in it is wrong, or a cell among their ``evidence``.
    """

    codes: tuple[str, ...]
    same: str


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says when it fails: a template with {names} that the check fills in, and what to do."""

    message: Text
    suggestion: Text


class RuleText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule as it is written, without its check. ``wordings`` are further wordings by name, for a check that can
    fail in several ways; ``severities`` lets such a way have a severity of its own."""

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    suggestion: Text
    basis: Text
    wordings: dict[str, Wording] = {}
    severities: dict[str, Severity] = {}
    silences: tuple[Silence, ...] = ()

    def wording(self, name: str | None) -> Wording:
        """The wording with a name, or the rule's own."""
        return self.wordings.get(name or "", Wording(self.message, self.suggestion))

    def severity_of(self, name: str | None) -> Severity:
        """The severity of one way to fail, or the rule's own."""
        return self.severities.get(name or "", self.severity)


class Rule(RuleText, frozen=True, kw_only=True):
    """One rule: its words, its check, the family of its pack, and where it is written: which of the file's rules."""

    check: Check
    family: str
    path: str
    index: int

    @property
    def spot(self) -> Spot | None:
        """Where its code stands in the pack's file."""
        return spot_in(Path(self.path), ("rules", self.index, "code"))


class Pack(Struct, frozen=True):
    """A file of rules of one family."""

    family: str
    title: Text
    rules: tuple[Rule, ...]


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a pack's file."""

    family: str
    title: Text
    rules: tuple[dict[str, Any], ...]


class Written(Struct, frozen=True):
    """A pack as its file has it: nothing but the shape is known to be right.

    ``trusted``: it was found to be without a mistake before, but for the rules that packs of one's own have
    ``changed``, by their number. ``within``: the path of the table of the file that the pack is.
    """

    path: Path
    head: Head
    trusted: bool = False
    changed: dict[int, Changed] = {}
    within: tuple[Part, ...] = ()

    @property
    def codes(self) -> Iterator[str]:
        """The codes of its rules, as far as they have one."""
        return (str(data.get("code")) for data in self.head.rules)


def read_pack(path: Path, data: dict[str, Any], *, trusted: bool = False) -> Written:
    """A pack's file with what stands in it; raises ``RuleError``."""
    try:
        return Written(path, msgspec.convert(data, Head), trusted)
    except msgspec.ValidationError as error:
        raise rule_error(path, mistake_of(error, Head, data)) from error


def resolve(written: Written, kinds: Mapping[str, Kind], world: World) -> Pack:
    """The pack with every name in it looked up; raises ``RuleError`` with the file, the line and the key."""
    rules = []
    for index, data in enumerate(written.head.rules):
        changed = written.changed.get(index)
        whole = {**data, "check": changed.check} if changed else data
        made = _rule(whole, kinds, None if written.trusted and not changed else world)
        if isinstance(made, Mistake):
            raise _error(written, index, made, changed)
        rule, check = made
        words = {name: getattr(rule, name) for name in RuleText.__struct_fields__}
        family = str(data.get("family", written.head.family))
        rules.append(Rule(**words, check=check, family=family, path=str(written.path), index=index))
    return Pack(written.head.family, written.head.title, tuple(rules))


def _error(written: Written, index: int, mistake: Mistake, changed: Changed | None) -> RuleError:
    """A mistake in a rule, shown in the file in which that part of the rule is written."""
    code = str(written.head.rules[index].get("code", ""))
    source = changed.source(mistake.path) if changed else None
    if source:
        return rule_error(source[0], replace(mistake, path=source[1]))
    return rule_error(written.path, mistake, (*written.within, "rules", index), code)


def _rule(data: dict[str, Any], kinds: Mapping[str, Kind], world: World | None) -> tuple[RuleText, Check] | Mistake:
    """A rule and its check; ``world`` is what its names are looked up in, None where that was done before."""
    written = dict(data) if world is None else _bilingual(dict(data), RuleText)
    options = written.pop("check", None)
    written.pop("family", None)
    try:
        rule = msgspec.convert(written, RuleText)
    except msgspec.ValidationError as error:
        return mistake_of(error, RuleText, written)
    check = _check(options, kinds, trusted=world is None)
    if isinstance(check, Mistake):
        return check
    if world is None:
        return rule, check
    wrong = next(mistakes_in(check.options, check.kind, world), None) or next(_mistakes(rule, check, world), None)
    return wrong or (rule, check)


def _check(options: object, kinds: Mapping[str, Kind], *, trusted: bool) -> Check | Mistake:
    if not isinstance(options, dict) or "kind" not in options:
        return Mistake(("check",), Text("缺少 check.kind", "check.kind is missing"))
    name = str(options["kind"])
    try:
        kind = kinds.get(name)
    except FaultyKindError as error:
        return Mistake(("check", "kind"), error.reason)
    if kind is None:
        return Mistake(("check", "kind"), unknown(_KIND, name, kinds))
    own = {key: value for key, value in options.items() if key != "kind"}
    if not trusted:
        own = _bilingual(own, kind.options)
    try:
        return Check(kind, msgspec.convert(own, kind.options))
    except msgspec.ValidationError as error:
        mistake = mistake_of(error, kind.options, own)
        return replace(mistake, path=("check", *mistake.path))


def _bilingual(data: dict[str, Any], record: Any) -> dict[str, Any]:
    from .own.plain_texts import with_both_languages

    made: dict[str, Any] = with_both_languages(data, record)
    return made


def _mistakes(rule: RuleText, check: Check, world: World) -> Iterator[Mistake]:
    """What does not fit the kind: wordings that it never uses, placeholders that it does not fill; silences."""
    kind = check.kind
    for key in ("wordings", "severities"):
        for name in getattr(rule, key):
            if name not in kind.wordings:
                yield Mistake((key, name), unknown(_WORDING, name, kind.wordings), at_key=True)
    for name in (None, *(wordings_named(check.options) if kind.chosen else kind.wordings)):
        own = name if name in rule.wordings else None
        yield from _placeholders(rule.wording(name), kind.placeholders(name), ("wordings", own) if own else ())
    for number, silence in enumerate(rule.silences):
        if silence.same not in SAME:
            yield Mistake(("silences", number, "same"), unknown(_SAME, silence.same, SAME))
        for at, code in enumerate(silence.codes):
            if code not in world.codes:
                yield Mistake(("silences", number, "codes", at), unknown(_RULE, code, world.codes))


def _placeholders(wording: Wording, known: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Mistake]:
    for name in ("message", "suggestion"):
        text: Text = getattr(wording, name)
        for language in ("zh", "en"):
            for word in _PLACEHOLDER.findall(text.in_language(language)):
                if word not in known:
                    where = (*path, name, language)
                    yield Mistake(where, unknown(_PLACE, word, known), word=f"{{{word}}}")
            alone = set("{}").intersection(_PLACEHOLDER.sub("", text.in_language(language)))
            if alone:
                yield Mistake((*path, name, language), _BRACE, word=min(alone))
