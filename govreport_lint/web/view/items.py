"""What is found, one item for each cause, with what chooses among them and what tries a correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from ...document import Document, Heading, Paragraph
from ...editing.amendments import Amendment
from ...finding import Change, Edit, Severity
from ...language import Text
from ...output.page.markup import Markup, el, joined
from ...output.page.official_tables import Sheet
from ...output.page.remark_card import remark_card
from ...output.page.report_article import nothing_found
from ...output.page.signs import shape
from ...output.run import Run
from ...output.words.causes import Remark
from ...output.words.headings import SEVERITY_WORDS
from ...result import Result
from .families import family_words

_TRY = Text("试改", "Try it")
_TRY_THIS = Text("试改第 {number} 种", "Try answer {number}")
_MEND = Text("改成规范写法", "Put it into form")
_ALL = Text("全部", "All")
_FILTER = Text("筛选问题", "Filter the findings")
_HEAD = Text("问题", "Findings")
_MOST_ANSWERS = 6

Numbered = Sequence[tuple[int, Remark]]


def items(remarks: Numbered, document: Document, result: Result, sheet: Sheet, run: Run) -> Markup:
    """The items in the order of their numbers, below what chooses among them."""
    language = run.language
    head = el("h2", _HEAD.in_language(language), class_="unseen")
    if not remarks:
        return joined((head, el("p", nothing_found(result, language), class_="clean")))
    cards = (
        remark_card(
            number,
            remark,
            result,
            sheet,
            run,
            _acts(remark, document, language),
            data_cause=str(number),
            data_family=_family(remark),
            data_severity=str(remark.severity),
            tabindex="-1",
        )
        for number, remark in remarks
    )
    return joined((head, _filter([remark for _, remark in remarks], language), *cards))


def _family(remark: Remark) -> str:
    return remark.findings[0].code[:1] if remark.findings else "A"


def _filter(remarks: Sequence[Remark], language: str) -> Markup | None:
    """A button for each severity and each family that there is, with its count."""
    severities = Counter(remark.severity for remark in remarks)
    families = Counter(map(_family, remarks))
    if len(remarks) < 2:
        return None
    buttons = [_chip("", _ALL.in_language(language), len(remarks), pressed=True)]
    if len(severities) > 1:
        for severity in Severity:
            if severities[severity]:
                words = SEVERITY_WORDS[severity].in_language(language)
                buttons.append(_chip(str(severity), words, severities[severity]))
    if len(families) > 1:
        for letter in families:
            buttons.append(_chip(letter, family_words(letter).in_language(language), families[letter]))
    return el("div", *buttons, class_="chips", role="group", aria_label=_FILTER.in_language(language))


def _chip(key: str, words: str, count: int, *, pressed: bool = False) -> Markup:
    sign = shape(key) if key in tuple(Severity) else None
    return el(
        "button", sign, words, el("b", count), type="button", data_filter=key,
        aria_pressed="true" if pressed else "false",
    )  # fmt: skip


def _acts(remark: Remark, document: Document, language: str) -> Markup | None:
    """A button for each answer that can be tried."""
    buttons = [*_answers(remark, language), *_mendings(remark, document, language)]
    return el("p", *buttons, class_="acts") if buttons else None


def _answers(remark: Remark, language: str) -> Iterator[Markup]:
    repair = remark.repair
    if repair is None or not repair.cells:
        return
    answers = (repair.cells, *repair.alternatives)[:_MOST_ANSWERS]
    for number, answer in enumerate(answers, 1):
        words = _TRY if len(answers) == 1 else _TRY_THIS.filled(number=str(number))
        yield _button([_of_change(repair.table, change) for change in answer], words.in_language(language))


def _of_change(table: str, change: Change) -> Amendment:
    return Amendment(text=change.suggested, table=table, row=change.row, column=change.column)


def _mendings(remark: Remark, document: Document, language: str) -> Iterator[Markup]:
    """The fixes whose edits all stand in paragraphs."""
    for finding in remark.findings:
        made = _of_edits(finding.fix.edits, document) if finding.fix else None
        if made:
            yield _button(made, _MEND.in_language(language))


def _of_edits(edits: Sequence[Edit], document: Document) -> list[Amendment] | None:
    """What paragraphs say with edits made in them; None where one of them is in no paragraph."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for edit in edits:
        place = _place(edit, document)
        if place is None:
            return None
        index, start, end = place
        found.setdefault(index, []).append((start, end, edit.text))
    return [Amendment(text=_edited(document, index, changes), block=index) for index, changes in found.items()]


def _place(edit: Edit, document: Document) -> tuple[int, int, int] | None:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading | Paragraph) and block.text.runs:
            span = block.text.span_of(edit.location)
            if span and block.text.text[slice(*span)] == edit.printed:
                return index, *span
    return None


def _edited(document: Document, index: int, changes: Sequence[tuple[int, int, str]]) -> str:
    block = document.blocks[index]
    assert isinstance(block, Heading | Paragraph)
    text = block.text.text
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _button(amendments: Sequence[Amendment], words: str) -> Markup:
    told = msgspec.json.encode(amendments).decode()
    return el("button", words, type="button", data_amendments=told, class_="try")
