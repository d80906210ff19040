"""A file with what a person amended in it, and what is found in it then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..engine.last_years import LastYears
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..office.conversion import Converter, modern
from ..opened import Opened
from .amendments import Amended, Amendment, Refused
from .in_memory import amended
from .targets import targets_of
from .trials import Trials

if TYPE_CHECKING:
    from .pens import Pen

_TEXTS = {"html": ".html", "markdown": ".md", "text": ".txt", "csv": ".csv"}
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
    pen = _pen(opened, name)
    if isinstance(pen, Text):
        now = amended(document, targets) if targets else document
        reason = pen if targets else None
        return Amended(now, document, linter.check_each(now, before), reason=reason, refused=tuple(refused))
    obstacles = [(target, pen.obstacle(target)) for target in targets]
    refused += [Refused(target.amendment, obstacle) for target, obstacle in obstacles if obstacle]
    placed = [target for target, obstacle in obstacles if not obstacle]
    written, unmade = Trials(linter, document, pen.write).make(placed)
    refused += [Refused(target.amendment, _UNREAD) for target in unmade]
    now, made = (written.document, written.data) if written else (document, None)
    suffix = _TEXTS.get(document.format, ".docx")
    return Amended(now, document, linter.check_each(now, before), made, suffix, refused=tuple(refused))


def _pen(opened: Opened, name: str) -> Pen | Text:
    """What writes into a file, or why it cannot be written."""
    from .pens import TextPen, WordPen

    form = opened.document.format
    if opened.word is not None:
        return WordPen(opened.word)
    if form not in _TEXTS:
        return _PDF if form == "pdf" else _WORKBOOK
    try:
        return TextPen(opened, name)
    except ReadError as error:
        return Text(error.reason, error.english)
