"""What is found, one item for each cause, with what chooses among them and what tries a correction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import msgspec

from ...document import Document, Heading, Paragraph
from ...editing.amendments import Amendment
from ...finding import Change, Edit
from ...language import Text
from ...output.page.markup import Markup, el, joined
from ...output.page.official_tables import Sheet
from ...output.page.remark_card import remark_card
from ...output.page.report_article import nothing_found
from ...output.run import Run
from ...output.words.causes import Remark
from ...result import Result
from .changes import Changed
from .filters import family_of, filters
from .marking import Numbered
from .solved import solved

_TRY = Text("试改", "Try it")
_TRY_THIS = Text("试改第 {number} 种", "Try answer {number}")
_MEND = Text("改成规范写法", "Put it into form")
_NEW = Text("新", "new")
_JOINED = Text(
    "共 {items} 个问题：由同一原因引起的检查结果合为一个，共 {findings} 条",
    "{items} items: what one cause brings about is one item; {findings} findings in all",
)
_NOWHERE = Text(
    "无具体位置：说的是整份报告，正文中没有可以标出的一处。",
    "No single place: this is about the report as a whole, so nothing is marked in it.",
)
_HEAD = Text("问题", "Findings")
_MOST_ANSWERS = 6


def items(
    remarks: Numbered, document: Document, result: Result, sheet: Sheet, run: Run, placed: Set[int], changed: Changed
) -> Markup:
    """The items in the order of their numbers, below what chooses among them; ``placed`` have a mark in the report."""
    language = run.language
    head = _head(remarks, language)
    done = solved(changed, sheet.form, run)
    if not remarks:
        return joined((head, done, el("p", nothing_found(result, language), class_="clean")))
    cards = (
        remark_card(
            number,
            remark,
            result,
            sheet,
            run,
            _beside(remark, document, language, placed=number in placed),
            data_cause=str(number),
            data_family=family_of(remark),
            data_severity=str(remark.severity),
            data_fresh=_fresh(remark, changed, language),
            tabindex="-1",
        )
        for number, remark in remarks
    )
    return joined((head, done, filters([remark for _, remark in remarks], language), *cards))


def _head(remarks: Numbered, language: str) -> Markup:
    """How many items there are, and of what: several findings of one cause are one item."""
    title = el("h2", _HEAD.in_language(language), class_="unseen")
    count = sum(len(remark.findings) for _, remark in remarks)
    if count <= len([remark for _, remark in remarks if remark.findings]):
        return title
    words = _JOINED.filled(items=str(len(remarks)), findings=str(count)).in_language(language)
    return joined((title, el("p", words, class_="joined")))


def _fresh(remark: Remark, changed: Changed, language: str) -> str | None:
    """The word for an item that a change brought."""
    new = any(finding.fingerprint in changed.fresh for finding in remark.findings)
    return _NEW.in_language(language) if new else None


def _beside(remark: Remark, document: Document, language: str, *, placed: bool) -> Markup | None:
    """What is said of an item without a place, and what can be tried."""
    nowhere = None if placed else el("p", _NOWHERE.in_language(language), class_="nowhere")
    acts = _acts(remark, document, language)
    return joined((nowhere, acts)) if nowhere or acts else None


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
