"""The elements that print something: runs, texts, tabs, breaks, symbols, results of fields, pictures."""

from __future__ import annotations

from collections.abc import Callable

from ..package.cursor import Cursor
from ..package.names import Attributes, value
from ..styles.paragraph_styles import Styles
from .form_fields import FormFields
from .opened import Opened, OpenParagraph, OpenRun
from .raised_marks import without_raised
from .symbols import symbol
from .tree import Span

_PRINTED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CODE, _RESULT = "code", "result"


class TextElements:
    """Adds what is printed to the paragraph that is open."""

    def __init__(self, opened: Opened, cursor: Cursor, styles: Styles) -> None:
        self._opened, self._cursor, self._styles = opened, cursor, styles
        self._form_fields = FormFields()
        self._characters: list[str] | None = None
        self._after = 0
        # The complex fields that are open, each in its instruction or in its result.
        self._fields: list[str] = []
        self._description = ""

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """The handlers of start tags."""
        handlers: dict[str, Callable[[Attributes], None]] = {
            "r": self._open_run,
            "m:oMath": self._open_formula,
            "t": self._open_text,
            "m:t": self._open_text,
            "fldChar": self._field,
            **self._form_fields.starts(),
            "sym": self._symbol,
            "wp:docPr": self._describe,
            "a:blip": self._picture,
            "v:imagedata": self._picture,
            "c:chart": self._picture,
        }
        for name, text in _PRINTED.items():
            handlers[name] = self._printing(text)
        return handlers

    def ends(self) -> dict[str, Callable[[], None]]:
        """The handlers of end tags."""
        return {
            "r": self._close_run,
            "m:oMath": self._close_run,
            "t": self._close_text,
            "m:t": self._close_text,
        }

    def characters(self, text: str) -> None:
        """Characters between tags; only those of a text element are printed."""
        if self._characters is not None:
            self._characters.append(text)

    def end_paragraph(self, paragraph: OpenParagraph) -> None:
        """Leave raised marks out. No instruction goes on after its paragraph: a field that lost its end must not
        swallow the report."""
        without_raised(paragraph)
        if _CODE in self._fields:
            del self._fields[self._fields.index(_CODE) :]

    def _open_run(self, _given: Attributes) -> None:
        paragraph = self._opened.paragraph
        if paragraph:
            marks = self._styles.marks(paragraph.style)
            paragraph.runs.append(OpenRun(self._cursor.at, bool(paragraph.runs), marks))

    def _open_formula(self, given: Attributes) -> None:
        self._open_run(given)
        paragraph = self._opened.paragraph
        if paragraph:
            paragraph.runs[-1].whole = True

    def _close_run(self) -> None:
        paragraph = self._opened.paragraph
        if paragraph and paragraph.runs:
            run = paragraph.runs.pop()
            run.end = self._cursor.end_of(run.start)

    def _open_text(self, _given: Attributes) -> None:
        self._characters, self._after = [], self._cursor.after

    def _close_text(self) -> None:
        text = "".join(self._characters or ())
        self._characters = None
        if text:
            self._print(text, self._cursor.content(self._after))

    def _printing(self, text: str) -> Callable[[Attributes], None]:
        def handler(_given: Attributes) -> None:
            # The same names in properties are tab stops.
            if not self._opened.properties:
                self._print(text)

        return handler

    def _symbol(self, given: Attributes) -> None:
        self._print(symbol(value(given, "font") or "", value(given, "char") or ""))

    def _print(self, text: str, content: Span | None = None) -> None:
        paragraph = self._opened.paragraph
        if not text or paragraph is None or not paragraph.runs or _CODE in self._fields:
            return
        if paragraph.runs[-1].hidden:
            unseen = "vanish" in paragraph.runs[-1].marks and self._opened.cell is not None
            self._opened.hidden += unseen and bool(text.strip())
            return
        if paragraph.runs[-1].raised:
            paragraph.raised.append(len(paragraph.texts))
        run = paragraph.runs[0]
        if len(paragraph.runs) > 1 or run.whole:
            run.whole, content = True, None
        paragraph.texts.append((text, run, content))

    def _field(self, given: Attributes) -> None:
        kind = value(given, "fldCharType")
        if kind == "begin":
            self._fields.append(_CODE)
            self._form_fields.begin()
        elif kind == "separate" and self._fields:
            self._fields[-1] = _RESULT
        elif kind == "end" and self._fields:
            self._fields.pop()
            self._print(self._form_fields.chosen())

    def _describe(self, given: Attributes) -> None:
        self._description = given.get("descr", "")

    def _picture(self, _given: Attributes) -> None:
        paragraph = self._opened.paragraph
        if paragraph and not (paragraph.runs and paragraph.runs[-1].hidden):
            paragraph.pictures.append(self._description)
