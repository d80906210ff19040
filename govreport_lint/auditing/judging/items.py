"""The items of a report: one for each cause, with its place in words and the piece of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from ...finding import Finding, Place
from ...form import Form
from ...language import Text
from ...output.words.causes import Remark, remarks_of
from ...output.words.places import place_words
from ...output.words.printable import printable
from ...output.words.repairs import RepairWords, repair_place, repair_words
from ...result import Result
from ...rulebook.packs import Rule
from ..audited import Item
from .pieces import piece_of_remark

_WIDTH = 200
_LONGEST_QUOTE = 300
_FILED = Text("报送", "submission")


def items_of(result: Result, form: Form, unit: str, rules: Mapping[str, Rule]) -> tuple[Item, ...]:
    """The causes in a report, the gravest first; cells that may only be filled in are none. ``rules`` by code."""
    remarks = [remark for remark in remarks_of(result) if remark.findings]
    return ordered(_titled(_item(remark, result, form, unit), rules) for remark in remarks)


def filing_items(findings: Iterable[Finding], unit: str, rules: Mapping[str, Rule]) -> tuple[Item, ...]:
    """What is wrong with what a unit has handed in."""
    return ordered(_titled(_plain(finding, unit, _FILED), rules) for finding in findings)


def ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Errors first; equals at one place are counted, so that they can be told apart in the next round."""
    seen: Counter[tuple[str, Place]] = Counter()
    made = []
    for item in sorted(items, key=lambda item: item.severity.rank):
        made.append(replace(item, order=seen[item.code, item.place]))
        seen[item.code, item.place] += 1
    return tuple(made)


def _titled(item: Item, rules: Mapping[str, Rule]) -> Item:
    return replace(item, title=rules[item.code].title)


def _item(remark: Remark, result: Result, form: Form, unit: str) -> Item:
    first = min(remark.findings, key=lambda finding: finding.severity.rank)
    repair = remark.repair
    located = repair_place(form, repair) if repair and repair.cells else first.place
    where = Text(place_words(form, located, "zh", _WIDTH), place_words(form, located, "en", _WIDTH))
    item = _plain(first, unit, where)
    if repair:
        item = replace(item, suggestion=_advice(remark, form), place=located)
    others = tuple(_said(finding) for finding in remark.findings if finding is not first)
    return replace(item, severity=remark.severity, also=others, piece=piece_of_remark(result.report, form, remark))


def _plain(finding: Finding, unit: str, where: Text) -> Item:
    other = next((item.source for item in finding.evidence if item.source != "report"), "report")
    return Item(
        unit=unit,
        code=finding.code,
        title=Text(finding.rule, finding.rule),
        severity=finding.severity,
        place=finding.place,
        where=where,
        quote=_short(_in_sentence(finding)),
        message=_clean(finding.message),
        suggestion=_clean(finding.suggestion),
        basis=finding.basis,
        fingerprint=finding.fingerprint,
        source=other,
        evidence=finding.evidence,
    )


def _in_sentence(finding: Finding) -> str:
    context = finding.context
    return context.before + context.words + context.after if context else finding.quote


def _short(text: str) -> str:
    words = printable(" ".join(text.split()))
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "……"


def _said(finding: Finding) -> Text:
    return Text(f"{finding.code} {printable(finding.message.zh)}", f"{finding.code} {printable(finding.message.en)}")


def _clean(text: Text) -> Text:
    return Text(printable(text.zh), printable(text.en))


def _advice(remark: Remark, form: Form) -> Text:
    """The answers of a repair and what to do, in one text for each language."""
    assert remark.repair is not None
    told = [repair_words(form, remark.repair, language, _WIDTH, explains=True) for language in ("zh", "en")]
    zh, en = ("".join(_lines(words, stop)) for words, stop in zip(told, ("；", "; "), strict=True))
    return Text(printable(zh), printable(en))


def _lines(words: RepairWords, stop: str) -> Iterator[str]:
    if words.answers:
        answers = [stop.join(answer) for answer in words.answers]
        numbered = answers if len(answers) == 1 else [f"{at}. {answer}" for at, answer in enumerate(answers, 1)]
        yield words.head + stop.join(numbered) + words.hidden + stop
    yield from (note + stop for note in words.notes)
    yield words.advice
