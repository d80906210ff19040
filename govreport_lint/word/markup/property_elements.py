"""The elements that say how paragraphs, runs, rows and cells are: style, list, hidden, deleted, merged."""

from __future__ import annotations

from collections.abc import Callable

from ..package.cursor import Cursor
from ..package.names import Attributes, number, switched_on, value
from ..styles.paragraph_styles import Styles, outline_level
from .opened import Opened, OpenRun
from .tree import Span

_WIDEST = 1_000
_FOUR = ("pPr", "rPr", "trPr", "tcPr")


class PropertyElements:
    """Notes the properties on what is open."""

    def __init__(self, opened: Opened, cursor: Cursor, styles: Styles) -> None:
        self._opened, self._cursor, self._styles = opened, cursor, styles
        self._start: dict[str, int] = {}

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """The handlers of start tags."""
        handlers: dict[str, Callable[[Attributes], None]] = {
            "pStyle": self._style,
            "numId": self._list_id,
            "ilvl": self._list_level,
            "outlineLvl": self._outline,
            "rStyle": self._run_style,
            "vanish": self._marking("vanish"),
            "strike": self._marking("strike"),
            "dstrike": self._marking("dstrike"),
            "vertAlign": self._raise,
            "hidden": self._hide_row,
            "gridSpan": self._grid_span,
            "vMerge": self._merge_down,
            "hMerge": self._merge_across,
            "gridBefore": self._grid_before,
            "gridAfter": self._grid_after,
        }
        for name in _FOUR:
            handlers[name] = self._opening(name)
        return handlers

    def ends(self) -> dict[str, Callable[[], None]]:
        """The handlers of end tags."""
        return dict.fromkeys(_FOUR, self._close)

    def delete(self) -> bool:
        """Mark as deleted what the open properties belong to; False where none are open."""
        kinds = self._opened.properties
        paragraph, row = self._opened.paragraph, self._opened.row
        if kinds == ["pPr", "rPr"] and paragraph:
            paragraph.goes_on = True
        elif kinds == ["trPr"] and row:
            row.deleted = True
        return bool(kinds)

    def _opening(self, kind: str) -> Callable[[Attributes], None]:
        def handler(_given: Attributes) -> None:
            self._opened.properties.append(kind)
            self._start[kind] = self._cursor.at

        return handler

    def _close(self) -> None:
        kind = self._opened.properties.pop() if self._opened.properties else ""
        paragraph = self._opened.paragraph
        if paragraph is None or self._opened.properties:
            return
        if kind == "pPr" and not paragraph.runs:
            paragraph.inside = self._cursor.end_of(self._start[kind])
        elif kind == "rPr" and paragraph.runs and not paragraph.runs[-1].properties:
            paragraph.runs[-1].properties = Span(self._start[kind], self._cursor.end_of(self._start[kind]))

    def _style(self, given: Attributes) -> None:
        if self._opened.paragraph and self._opened.properties == ["pPr"]:
            self._opened.paragraph.style = value(given)

    def _list_id(self, given: Attributes) -> None:
        if self._opened.paragraph:
            self._opened.paragraph.list_id = number(given)

    def _list_level(self, given: Attributes) -> None:
        if self._opened.paragraph:
            self._opened.paragraph.list_level = number(given)

    def _outline(self, given: Attributes) -> None:
        if self._opened.paragraph:
            self._opened.paragraph.level = outline_level(given)

    def _marking(self, mark: str) -> Callable[[Attributes], None]:
        """Hidden text nobody sees; struck-out text says what no longer holds."""

        def handler(given: Attributes) -> None:
            run = self._run
            if run and switched_on(given):
                run.marks.add(mark)
            elif run:
                run.marks.discard(mark)

        return handler

    def _run_style(self, given: Attributes) -> None:
        run, style = self._run, value(given)
        if run:
            run.marks |= self._styles.marks(style)
            run.raised = self._styles.is_raised(style)

    def _raise(self, given: Attributes) -> None:
        run = self._run
        if run:
            run.raised = value(given) == "superscript"

    def _hide_row(self, given: Attributes) -> None:
        if self._opened.row and self._opened.properties == ["trPr"]:
            self._opened.row.hidden = switched_on(given)

    @property
    def _run(self) -> OpenRun | None:
        """The run whose own properties are open."""
        paragraph = self._opened.paragraph
        return paragraph.runs[-1] if paragraph and paragraph.runs and self._opened.properties == ["rPr"] else None

    def _grid_span(self, given: Attributes) -> None:
        if self._opened.cell:
            self._opened.cell.colspan = min(max(number(given) or 1, 1), _WIDEST)

    def _merge_down(self, given: Attributes) -> None:
        if self._opened.cell:
            self._opened.cell.merged = "restart" if value(given) == "restart" else "continue"

    def _merge_across(self, given: Attributes) -> None:
        if self._opened.cell:
            self._opened.cell.joined = value(given) != "restart"

    def _grid_before(self, given: Attributes) -> None:
        if self._opened.row:
            self._opened.row.before = min(max(number(given) or 0, 0), _WIDEST)

    def _grid_after(self, given: Attributes) -> None:
        if self._opened.row:
            self._opened.row.after = min(max(number(given) or 0, 0), _WIDEST)
