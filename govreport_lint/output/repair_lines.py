"""The cells whose correction would make a table balance, as people read them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Styled

from ..finding import Change, Place, Repair, Result
from ..form import Form
from ..language import Text
from .places import place_words
from .printable import printable
from .view import View, paragraph

_HEAD = Text("可能填错的单元格", "Cells that are probably wrong")
_CHANGE = Text(
    "{place}：现为 {printed}，改为 {suggested} 即平", "{place}: {printed}, would balance as {suggested}"
)
_EXPLAINS = Text("可解释上面的 {codes}", "explains {codes} above")
_OTHERS = Text(
    "另有 {count} 种同样小的改法，请对照台账核实", "{count} other equally small answers: check your records"
)
_MANY = Text("另有许多同样小的改法，请对照台账核实", "many other equally small answers: check your records")
_BLANK = Text("空", "blank")
_INDENT = 5


def repair_lines(view: View, form: Form, result: Result) -> Iterator[Styled]:
    """The repairs of one result."""
    if result.repairs:
        yield Styled(view.say(_HEAD), style="bold")
    for repair in result.repairs:
        for change in repair.cells:
            yield from paragraph(_change(view, form, repair, change), view.width, indent=_INDENT)
        remark = _remark(view, result, repair)
        if remark:
            yield from paragraph(remark, view.width, indent=_INDENT, style="dim")


def _change(view: View, form: Form, repair: Repair, change: Change) -> str:
    place = Place(None, repair.table, change.row, change.column)
    words = place_words(form, place, view.language, view.width // 2)
    printed = printable(change.printed) or view.say(_BLANK)
    return view.say(_CHANGE, place=words, printed=printed, suggested=change.suggested)


def _remark(view: View, result: Result, repair: Repair) -> str:
    codes = dict.fromkeys(f.code for f in result.findings if f.fingerprint in repair.explains)
    parts = [view.say(_EXPLAINS, codes=" ".join(codes))] if codes else []
    if repair.more:
        parts.append(view.say(_MANY))
    elif not repair.unique:
        parts.append(view.say(_OTHERS, count=len(repair.alternatives)))
    return ("; " if view.language == "en" else "；").join(parts)
