"""Instances of one equation that fail for one cause, told as one finding: the total first, the parts with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...language import Text
from ..subject.outcome import Failed, Outcome

_MOST = 3
_LISTED = Text("；另有{names}不一致", "; apart too: {names}")
_ONE = Text("“{name}”（{this}、{last}）", "{name} ({this}, {last})")
_MORE = Text("等 {count} 处", " and others ({count} in all)")


def told_together(judged: Sequence[tuple[str, Outcome]], first: str) -> Iterator[Outcome]:
    """The outcomes by the keys of their lines; of those that fail one, with the others in its words.

    It is that of the line ``first``; where that does not fail, the first of them in the wording ``parts``.
    """
    failed = [(key, outcome) for key, outcome in judged if isinstance(outcome, Failed)]
    yield from (outcome for _, outcome in judged if not isinstance(outcome, Failed))
    if not failed:
        return
    lead = next((outcome for key, outcome in failed if key == first), None)
    others = [outcome for _, outcome in failed if outcome is not (lead or failed[0][1])]
    told = lead or replace(failed[0][1], wording="parts")
    evidence = tuple(dict.fromkeys(item for one in (told, *others) for item in one.evidence))
    yield replace(told, values={**told.values, "others": _listed(others)}, evidence=evidence)


def _listed(others: Sequence[Failed]) -> Text:
    if not others:
        return Text("", "")
    more = len(others) > _MOST
    zh = "、".join(_one(other, "zh") for other in others[:_MOST]) + (_MORE.zh.format(count=len(others)) if more else "")
    en = ", ".join(_one(other, "en") for other in others[:_MOST]) + (_MORE.en.format(count=len(others)) if more else "")
    return Text(_LISTED.zh.format(names=zh), _LISTED.en.format(names=en))


def _one(other: Failed, language: str) -> str:
    name = other.values["column" if other.place.column else "row"]
    words = name.in_language(language) if isinstance(name, Text) else name
    return _ONE.in_language(language).format(name=words, this=other.actual, last=other.expected)
