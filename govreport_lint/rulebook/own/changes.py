"""What packs of one's own change in shipped rules: options, and items put into their lists or taken out of them.

What a rule means stays as it is: its kind, its equation and the table that it is about are not to be changed, and
its severity is the configuration's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from ...language import Text
from ..kinds import Kind, Names
from ..mistakes import Mistake, rule_error, unknown
from ..option_types import meaning_of, option_types
from .changed import Changed, Source, Steps
from .own_pack import OwnPack

_RULE = Text("规则", "rule")
_OPTION = Text("选项", "option")
_OWN = Text(
    "这是规则包自己的规则，请直接改那条规则", "this is a rule of a pack of one's own: change it where it is written"
)
_MEANING = Text(
    "这一项决定规则的含义，不能改：请另写一条自己的规则",
    "this is what the rule means: write a rule of your own instead",
)
_NO_LIST = Text(
    "这一项不是清单，不能增减：要换掉它请用 [options]", "no list: to put another in its place use [options]"
)
_WANTED = Text("应为清单 […]", "a list […] is wanted")
_NOT_THERE = Text("清单里没有这一项", "the list has no such item")
_FIXED = frozenset({Names.EQUATION, Names.YEAR_EQUATION, Names.SUM, Names.TABLE})


def changes(
    shipped: Mapping[str, Mapping[str, Any]], packs: Sequence[OwnPack], kinds: Mapping[str, Kind]
) -> dict[str, Changed]:
    """The changed checks by code; ``shipped`` are the rules as their files have them, by code and by name.

    Raises ``RuleError`` for a rule or an option that there is not, and for an item that cannot be taken out.
    """
    found: dict[str, Changed] = {}
    for pack in packs:
        for part in ("options", "drop", "add"):
            for word, options in getattr(pack.content, part).items():
                rule = _rule(pack, part, word, shipped)
                known = found.get(str(rule["code"])) or Changed(dict(rule["check"]), {})
                found[str(rule["code"])] = _changed(known, pack, (part, word), options, kinds)
    return found


def _rule(pack: OwnPack, part: str, word: str, shipped: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    rule = shipped.get(word.upper()) or shipped.get(word.lower())
    if rule is None:
        reason = _OWN if word.startswith("X") else unknown(_RULE, word, shipped)
        raise rule_error(pack.path, Mistake((part, word), reason, at_key=True), pack.within)
    return rule


def _changed(
    known: Changed, pack: OwnPack, at: Steps, options: Mapping[str, Any], kinds: Mapping[str, Kind]
) -> Changed:
    kind = kinds[str(known.check["kind"])]
    check, sources = dict(known.check), dict(known.sources)
    for name, value in options.items():
        mistake = _fixed(kind, name) or _apply(check, str(at[0]), name, value)
        if mistake:
            made = Mistake((*at, *mistake.path), mistake.reason, mistake.at_key)
            raise rule_error(pack.path, made, pack.within)
        keys = (*pack.within, *at, name)
        if at[0] == "options":
            sources[name] = (Source(pack.path, keys),)
        elif at[0] == "add" and isinstance(value, list):
            before = len(check[name]) - len(value)
            sources[name] = (*sources.get(name, ()), Source(pack.path, keys, before))
        else:
            sources[name] = tuple(_moved(source, known.check.get(name), value) for source in sources.get(name, ()))
    return Changed(check, sources)


def _moved(source: Source, there: Any, dropped: Any) -> Source:
    """Where it stands when items before it were taken out."""
    before = there[: source.before] if isinstance(there, list) else []
    return replace(source, before=sum(not any(_is(one, item) for item in dropped) for one in before))


def _fixed(kind: Kind, name: str) -> Mistake | None:
    record: Any = kind.options
    types = option_types(record)
    if name == "kind" or (name in types and meaning_of(types[name]) in _FIXED):
        return Mistake((name,), _MEANING, at_key=True)
    if name not in types:
        return Mistake((name,), unknown(_OPTION, name, types), at_key=True)
    return None


def _apply(check: dict[str, Any], part: str, name: str, value: Any) -> Mistake | None:
    """Change one option; gives what is wrong with the change."""
    if part == "options":
        check[name] = value
        return None
    there = check.get(name, {} if isinstance(value, dict) else [])
    if isinstance(there, dict) and isinstance(value, dict) and part == "add":
        check[name] = {**there, **value}
        return None
    if not isinstance(there, list):
        return Mistake((name,), _NO_LIST, at_key=True)
    if not isinstance(value, list):
        return Mistake((name,), _WANTED)
    if part == "add":
        check[name] = [*there, *value]
        return None
    return _drop(check, name, there, value)


def _drop(check: dict[str, Any], name: str, there: list[Any], value: list[Any]) -> Mistake | None:
    for number, item in enumerate(value):
        left = [one for one in there if not _is(one, item)]
        if len(left) == len(there):
            known = [word for one in there for word in _words(one)]
            reason = unknown(Text("项", "item"), item, known) if isinstance(item, str) else _NOT_THERE
            return Mistake((name, number), reason)
        there = left
    check[name] = there
    return None


def _is(one: Any, item: Any) -> bool:
    """Whether an item of a list is meant: equal, a table with these values, or one whose first value is this text."""
    if isinstance(one, dict) and isinstance(item, dict):
        return all(one.get(key) == value for key, value in item.items())
    return bool(one == item or (isinstance(item, str) and item in _words(one)))


def _words(one: Any) -> Iterator[str]:
    """The text by which an item is named."""
    first = next(iter(one.values()), None) if isinstance(one, dict) else one
    if isinstance(first, str):
        yield first
