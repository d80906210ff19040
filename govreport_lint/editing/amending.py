"""A file with what a person amended in it, and what is found in it then."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..document import Document, Heading, Paragraph, Table
from ..engine.last_years import LastYears
from ..errors import ReadError
from ..invisible import without_invisible
from ..language import Text
from ..linter import Linter
from ..office.conversion import Converter, modern
from ..opened import Opened
from ..readers.rewriting import rewritten
from .amendments import Amended, Amendment, Refused
from .in_memory import amended
from .targets import Target, targets_of

_TEXTS = {"html": ".html", "markdown": ".md", "text": ".txt", "csv": ".csv"}
_UNWRITTEN = Text(
    "这一处在文件源码中的位置不能确定，或在尚未处理的修订、文本框、自动编号之中，没有改动；请在原文件中修改",
    "its place in the file is not certain, or it stands in an open tracked change, a text box or a number that Word "
    "counts, so nothing was changed here; please change it in the file itself",
)
_PDF = Text(
    "PDF 不能改写：已按改后的内容重新检查，请在生成它的 Word 或网页文件中照此修改",
    "a PDF cannot be written: the report was checked as amended; please change the file that it was made of",
)
_WORKBOOK = Text(
    "工作簿不能改写：已按改后的内容重新检查，请在原文件中照此修改",
    "workbooks are not written: the report was checked as amended; please change the file itself",
)
# Amendments that cannot all be made are tried one by one; so many at most.
_MOST_TRIALS = 64


class _Written(Struct, frozen=True):
    """A file with amendments: its bytes, and the document that was read in them."""

    data: bytes
    document: Document


Write = Callable[[Sequence[Target]], bytes | None]


def amend(
    linter: Linter,
    data: bytes,
    name: str,
    amendments: Sequence[Amendment],
    before: LastYears | None = None,
    convert: Converter = modern,
) -> Amended:
    """The bytes of a file that is called ``name`` with amendments, all made at once in the file as it is given.

    What cannot be made is refused with a reason; of two amendments of one place the last is made. Raises ``ReadError``
    for a file that cannot be read, or that is no report.
    """
    opened = linter.open(data, name, convert)
    document = opened.document
    targets, refused = targets_of(linter, document, amendments)
    targets = [target for target in targets if target.wanted != target.passage.text]
    if not targets:
        return Amended(document, linter.check_each(document, before), refused=tuple(refused))
    reason = _reason(document, opened)
    if reason is not None:
        now = amended(document, targets)
        return Amended(now, linter.check_each(now, before), reason=reason, refused=tuple(refused))
    suffix = _TEXTS.get(document.format, ".docx")
    try:
        written, unmade = _Trials(linter, opened, name, suffix).make(targets)
    except ReadError as error:
        now = amended(document, targets)
        reason = Text(error.reason, error.english)
        return Amended(now, linter.check_each(now, before), reason=reason, refused=tuple(refused))
    refused += [Refused(target.amendment, _UNWRITTEN) for target in unmade]
    if written is None:
        return Amended(document, linter.check_each(document, before), refused=tuple(refused))
    results = linter.check_each(written.document, before)
    return Amended(written.document, results, written.data, suffix, refused=tuple(refused))


def _reason(document: Document, opened: Opened) -> Text | None:
    """Why a file cannot be written."""
    if document.format == "pdf":
        return _PDF
    return None if document.format in _TEXTS or opened.word is not None else _WORKBOOK


class _Trials:
    """Writes amendments and reads what was written; what is not read as it was meant is not made."""

    def __init__(self, linter: Linter, opened: Opened, name: str, suffix: str) -> None:
        self._linter, self._opened, self._name, self._suffix = linter, opened, name, suffix

    def make(self, targets: Sequence[Target]) -> tuple[_Written | None, list[Target]]:
        """The file with all targets; where that is not possible with those that can be made, and the others."""
        written = self._written(targets)
        if written is not None:
            return written, []
        made: list[Target] = []
        unmade: list[Target] = []
        last: _Written | None = None
        for number, target in enumerate(targets):
            tried = self._written([*made, target]) if number < _MOST_TRIALS and len(targets) > 1 else None
            if tried is None:
                unmade.append(target)
            else:
                made, last = [*made, target], tried
        return last, unmade

    def _written(self, targets: Sequence[Target]) -> _Written | None:
        data = self._data(targets)
        if data is None:
            return None
        try:
            document = self._linter.open(data, self._name).document
        except ReadError:
            return None
        document = self._named(document)
        wanted = amended(self._opened.document, targets)
        return _Written(data, document) if list(_said(document)) == list(_said(wanted)) else None

    def _named(self, document: Document) -> Document:
        """What is read in a file that was made of an older one keeps that file's format and what was told of it."""
        before = self._opened.document
        if document.format == before.format:
            return document
        told = tuple(note for note in before.notes if note not in document.notes)
        return replace(document, format=before.format, notes=(*document.notes, *told))

    def _data(self, targets: Sequence[Target]) -> bytes | None:
        opened = self._opened
        if opened.word is not None:
            from .word_changes import written_word

            return written_word(opened.word, targets)
        from .source_changes import written_source

        source = written_source(opened.document, targets)
        return None if source is None else rewritten(opened.data, source, self._name)


def _said(document: Document) -> Iterator[tuple[str, ...]]:
    """What a document says, white space aside: its paragraphs and the cells of its tables."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            words = _letters(block.text.text)
            if words:
                yield (words,)
        elif isinstance(block, Table):
            for row in block.rows:
                yield tuple(_letters(cell.text.text) for cell in row)


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", without_invisible(text)).split())
