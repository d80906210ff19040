"""How a repair is told, the same on a terminal and beside the report: where, which cells, what else, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...finding import Change, Place, Repair
from ...form import Form
from ...language import Text
from .places import place_words
from .printable import printable

_ONLY = Text("改法（只有这一种）：", "Only this answer: ")
_ONE_OF = Text("下列 {count} 种改法之一，请对照台账核实：", "One of these {count} answers; check your records:")
_ONE_OF_MANY = Text("改法很多，下列是其中 {count} 种：", "There are many answers; {count} of them:")
_FILL = Text("未填的单元格（由勾稽关系推出，只有这一种填法）：", "Blank cells (the equations leave only this): ")
_CHANGE = Text("{place}：现为 {printed}，改为 {suggested} 即平", "{place}: {printed}, would balance as {suggested}")
_FILLED = Text("{place}：空，填 {suggested} 即平", "{place}: blank, would balance as {suggested}")
_HIDDEN = Text("……另有 {count} 种", "… and {count} more")
_MORE_CELLS = Text("……另有 {count} 个单元格", "… and {count} more cells")
_CHECK = Text(
    "请对照台账核实上列单元格，确系填错的再改；数字由机关核定，程序不代改。",
    "Check these cells against your records and correct what is wrong; the figures are yours to settle.",
)
_CHECK_FILLED = Text("请对照台账核实后补填。", "Check against your records and fill in.")
_MOST_ANSWERS = 6
_MOST_CELLS = 8


class RepairWords(Struct, frozen=True):
    """``head`` stands before the ``answers``, each of which is the words of its cells; ``hidden`` says how many are
    not shown, ``notes`` what else is known, ``advice`` what to do. Without a located cell the first three are empty.
    """

    head: str
    answers: tuple[tuple[str, ...], ...]
    hidden: str
    notes: tuple[str, ...]
    advice: str


def repair_words(form: Form, repair: Repair, language: str, width: int, *, explains: bool) -> RepairWords:
    """A repair in words; ``width`` is the most cells of a terminal that the name of a place takes, ``explains`` says
    that findings are told with it."""
    answers = (repair.cells, *repair.alternatives) if repair.cells else ()
    head = _head(repair, len(answers), explains=explains).in_language(language).format(count=len(answers))
    advice = _CHECK if explains else _CHECK_FILLED
    return RepairWords(
        head if answers else "",
        tuple(tuple(_cells(form, repair, answer, language, width)) for answer in answers[:_MOST_ANSWERS]),
        _more(_HIDDEN, len(answers) - _MOST_ANSWERS, language),
        tuple(reason.in_language(language) for reason in repair.reasons),
        advice.in_language(language),
    )


def repair_place(form: Form, repair: Repair) -> Place:
    """The row and the column that all the cells of all answers share."""
    changes = [change for answer in (repair.cells, *repair.alternatives) for change in answer]
    rows, columns = {change.row for change in changes}, {change.column for change in changes}
    return Place(
        form.table(repair.table).section,
        repair.table,
        rows.pop() if len(rows) == 1 else None,
        columns.pop() if len(columns) == 1 else None,
    )


def _head(repair: Repair, count: int, *, explains: bool) -> Text:
    if repair.unique or (count == 1 and not repair.more):
        return _ONLY if explains else _FILL
    return _ONE_OF_MANY if repair.more else _ONE_OF


def _cells(form: Form, repair: Repair, answer: Sequence[Change], language: str, width: int) -> Iterator[str]:
    for change in answer[:_MOST_CELLS]:
        place = place_words(form, Place(None, repair.table, change.row, change.column), language, width)
        printed = printable(change.printed)
        words = (_CHANGE if printed else _FILLED).in_language(language)
        yield words.format(place=place, printed=printed, suggested=change.suggested)
    if len(answer) > _MOST_CELLS:
        yield _more(_MORE_CELLS, len(answer) - _MOST_CELLS, language)


def _more(words: Text, count: int, language: str) -> str:
    return words.in_language(language).format(count=count) if count > 0 else ""
