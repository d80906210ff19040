"""A file with what a person amended in it, and what is found in it then."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..document import Document
from ..engine.last_years import LastYears
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..office.conversion import Converter, modern
from ..opened import Opened
from ..readers.rewriting import rewritten
from .amendments import Amended, Amendment, Refused
from .in_memory import amended
from .targets import Target, targets_of
from .trials import Trials, Write

_TEXTS = {"html": ".html", "markdown": ".md", "text": ".txt", "csv": ".csv"}
_UNWRITTEN = Text(
    "这一处在文件源码中的位置不能确定，或在尚未处理的修订、文本框、自动编号之中，没有改动；请在原文件中修改",
    "its place in the file is not certain, or it stands in an open tracked change, a text box or a number that Word "
    "counts, so nothing was changed here; please change it in the file itself",
)
_UNREAD = Text(
    "写入后读出来的与所写的不同（例如用空格、换行分格的文本表格中的空白或文字），没有改动；请在原文件中修改",
    "what is read there afterwards is not what was written (as blanks or words in a table whose cells stand apart by "
    "spaces or lines), so nothing was changed here; please change it in the file itself",
)
_PDF = Text(
    "PDF 不能改写：已按改后的内容重新检查，请在生成它的 Word 或网页文件中照此修改",
    "a PDF cannot be written: the report was checked as amended; please change the file that it was made of",
)
_WORKBOOK = Text(
    "工作簿不能改写：已按改后的内容重新检查，请在原文件中照此修改",
    "workbooks are not written: the report was checked as amended; please change the file itself",
)


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
    reason = _reason(document, opened)
    suffix = "" if reason is not None else _TEXTS.get(document.format, ".docx")
    if not targets:
        return Amended(document, linter.check_each(document, before), suffix=suffix, refused=tuple(refused))
    if reason is not None:
        now = amended(document, targets)
        return Amended(now, linter.check_each(now, before), reason=reason, refused=tuple(refused))
    has_place, write = _writer(opened, name)
    refused += [Refused(target.amendment, _UNWRITTEN) for target in targets if not has_place(target)]
    placed = [target for target in targets if has_place(target)]
    try:
        written, unmade = Trials(linter, document, write).make(placed)
    except ReadError as error:
        now = amended(document, targets)
        reason = Text(error.reason, error.english)
        return Amended(now, linter.check_each(now, before), reason=reason, refused=tuple(refused))
    refused += [Refused(target.amendment, _UNREAD) for target in unmade]
    if written is None:
        return Amended(document, linter.check_each(document, before), suffix=suffix, refused=tuple(refused))
    results = linter.check_each(written.document, before)
    return Amended(written.document, results, written.data, suffix, refused=tuple(refused))


def _reason(document: Document, opened: Opened) -> Text | None:
    """Why a file cannot be written."""
    if document.format == "pdf":
        return _PDF
    return None if document.format in _TEXTS or opened.word is not None else _WORKBOOK


def _writer(opened: Opened, name: str) -> tuple[Callable[[Target], bool], Write]:
    """What tells whether a target has a place of its own, and what writes targets into the file."""
    word = opened.word
    if word is not None:
        from .word_changes import is_trackable, written_word

        return lambda target: is_trackable(word, target), lambda targets: written_word(word, targets)
    from .source_changes import SourceChanges

    changes = SourceChanges(opened.document)

    def write(targets: Sequence[Target]) -> bytes | None:
        source = changes.written(targets)
        return None if source is None else rewritten(opened.data, source, name)

    return changes.has_place, write
