"""A file put into form: text in its own encoding, Word with tracked changes; others are refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..document import Document
from ..engine.last_years import LastYears
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..office.conversion import Converter, modern
from ..opened import Opened
from ..readers.rewriting import rewritten
from ..result import Result
from .choice import Step
from .passes import Made, Refused, Ways, fix
from .text_edits import with_edits

AUTHOR = "govreport-lint"
TEXT_FORMATS = ("html", "markdown", "text")
_NOT_IN_TEXT = Text("改正后的位置在源码中不能确定", "its place in the source is not certain")
_NOT_TRACKED = Text(
    "这几个字是 Word 自动编号、符号、文本框里的字，或在尚未处理的修订之中，没有自动改正",
    "the words are numbered by Word, symbols, in a text box or in an open tracked change, so they were not mended",
)
_REFUSED = {
    "pdf": Text(
        "PDF 不能自动改正：请改原来的 Word 或网页文件", "a PDF cannot be mended: please mend the file it was made of"
    ),
    "office": Text(
        "旧版办公文件（.doc、.wps 等）不能自动改正：请另存为 .docx 后再改正",
        "older office files (.doc, .wps …) cannot be mended: please save it as .docx first",
    ),
    "tables": Text(
        "表格文件不能自动改正：程序不改动表格中的内容", "workbooks and tables are never changed by the program"
    ),
}
_TABLES = frozenset({"xlsx", "xls", "xlsb", "ods", "excel-xml", "fods", "uos", "csv"})


class Fixed(Struct, frozen=True):
    """A file after its fixes. ``data`` is None where nothing was to be mended, or the file was refused (``reason``).

    ``before`` and ``after`` are the texts of a text file, ``given`` are the bytes that came in. ``results`` are those
    of the file as it is now.
    """

    results: tuple[Result, ...]
    given: bytes
    data: bytes | None = None
    before: str | None = None
    after: str | None = None
    steps: tuple[Step, ...] = ()
    refused: tuple[Refused, ...] = ()
    reason: Text | None = None

    @property
    def count(self) -> int:
        """How many places were mended."""
        return sum(len(step.edits) for step in self.steps)


def fix_file(
    linter: Linter, data: bytes, name: str, before: LastYears | None = None, convert: Converter = modern
) -> Fixed:
    """The bytes of a file that is called ``name``, put into form. Raises ``ReadError`` for what cannot be read.

    Of a file of another format nothing is changed; where it has something to mend, ``reason`` says why not.
    """
    opened = linter.open(data, name, convert)
    known = opened.document.format
    if known == "docx" and not opened.document.part:
        return _fixed_word(linter, opened, name, before)
    if known in TEXT_FORMATS:
        return _fixed_text(linter, opened, data, name, before)
    return Fixed(linter.check_each(opened.document, before), data, reason=_reason(known))


def _reason(known: str) -> Text:
    return _REFUSED["pdf" if known == "pdf" else "tables" if known in _TABLES else "office"]


def fix_text(linter: Linter, text: str, form: str, name: str = "<text>", before: LastYears | None = None) -> Made[str]:
    """A text put into form, and what is left in it; ``form`` is ``html``, ``markdown`` or ``text``.

    Raises ``ReadError``, and ``ValueError`` for another format.
    """
    if form not in TEXT_FORMATS:
        raise ValueError(f"no text format {form!r} that can be mended; there are: {', '.join(TEXT_FORMATS)}")
    return _mended(linter, linter.document(text, name, form), before)


def _mended(linter: Linter, document: Document, before: LastYears | None) -> Made[str]:
    name, form = document.name, document.format

    def check(state: str) -> tuple[Result, ...]:
        return linter.check_each(linter.document(state, name, form), before)

    def change(state: str, steps: Sequence[Step]) -> str:
        return with_edits(state, (edit for step in steps for edit in step.edits))

    return fix(document.source or "", linter.check_each(document, before), Ways(check, change, _NOT_IN_TEXT))


def _fixed_text(linter: Linter, opened: Opened, data: bytes, name: str, before: LastYears | None) -> Fixed:
    text, made = opened.document.source or "", _mended(linter, opened.document, before)
    if made.state == text:
        return Fixed(made.results, data, refused=made.refused)
    try:
        written = rewritten(data, made.state, name)
    except ReadError as error:
        reason = Text(error.reason, error.english)
        return Fixed(linter.check_each(opened.document, before), data, reason=reason)
    results = linter.check_each(linter.open(written, name).document, before)
    return Fixed(results, data, written, text, made.state, made.steps, made.refused)


def _fixed_word(linter: Linter, opened: Opened, name: str, before: LastYears | None) -> Fixed:
    from ..word.opened_document import open_word
    from ..word.revising.revised import with_tracked_changes
    from ..word.revising.rewordings import Rewording

    def check(state: bytes) -> tuple[Result, ...]:
        return linter.check_each(linter.open(state, name).document, before)

    def change(state: bytes, steps: Sequence[Step]) -> bytes | None:
        edits = [edit for step in steps for edit in step.edits]
        rewordings = [Rewording(edit.location, edit.printed, edit.text) for edit in edits]
        return with_tracked_changes(open_word(state, name), rewordings, AUTHOR)

    results = linter.check_each(opened.document, before)
    made = fix(opened.data, results, Ways(check, change, _NOT_TRACKED))
    return Fixed(made.results, opened.data, made.state if made.steps else None, steps=made.steps, refused=made.refused)
