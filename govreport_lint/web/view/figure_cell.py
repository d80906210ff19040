"""A figure of the form as it is printed: its keys for a script, its mark, what it was before a change."""

from __future__ import annotations

from collections.abc import Mapping

from ...language import Text
from ...output.page.markup import Markup, el
from ...output.page.official_tables import Sheet
from ...report import Figure, State
from .marking import Marking

_BETTER = Text("应为", "should be")
_WAS = Text("原为", "was")
_BLANK = Text("（空）", "(blank)")


def figure_cell(
    sheet: Sheet, marking: Marking, figure: Figure, text: str, old: str | None, spans: Mapping[str, int]
) -> Markup:
    """The cell. ``old`` is what stood there before it was changed, ``spans`` how far it reaches."""
    spot = (figure.table, figure.row, figure.column)
    mark = sheet.marks.get(spot)
    names = sheet.names(spot, figure.state) | {name: str(count) for name, count in spans.items()}
    was = _was(old, sheet.language) if old is not None else None
    if mark is None:
        quiet = "zero" if figure.state is State.ZERO else None
        shown = el("b", text) if was else text
        return el("td", was, shown, class_="amended" if was else quiet, id=sheet.anchor(spot), **names)
    numbers = sorted(mark.remarks)
    marking.named(numbers)
    wrong = mark.mark == "wrong"
    better = el("span", _BETTER.in_language(sheet.language), class_="unseen")
    advice = el("ins", better, mark.suggested) if mark.suggested else None
    looks = f"{mark.mark} {marking.gravest(numbers)}" + (" amended" if was else "")
    return el(
        "td",
        was,
        el("b", text),
        marking.said(numbers),
        advice,
        marking.links(numbers) if wrong else None,
        class_=looks,
        id=sheet.anchor(spot),
        **names,
    )


def _was(old: str, language: str) -> Markup:
    """What stood there, struck out."""
    told = el("span", _WAS.in_language(language), class_="unseen")
    return el("del", told, old or _BLANK.in_language(language))
