"""The pipeline in one screen: bytes → Document → Report → Findings."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from .document import Document, Image, Table
from .engine import choose, judge
from .errors import ReadError
from .extraction import build_report
from .finding import Result
from .readers import formats
from .repairing.repairs import repairs
from .report import Report
from .rulebook.claim_patterns import load_patterns
from .rulebook.forms import forms, load_form
from .rulebook.packs import rules

LARGEST = 20 * 1024 * 1024


def lint(path: str | Path, *, select: Sequence[str] = (), ignore: Sequence[str] = (), language: str = "zh") -> Result:
    """Check the report in a file.

    ``select`` and ``ignore`` are code prefixes (``A``, ``A30``, ``A301``), the longest one wins; ``language`` is
    ``zh`` or ``en``. Raises ``ReadError`` for a file that is missing, empty, binary, too large or no such report.
    """
    return _lint(read(path), select, ignore, language)


def lint_text(
    text: str,
    format: str = "markdown",  # noqa: A002
    *,
    name: str = "<text>",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    language: str = "zh",
) -> Result:
    """Check the report in a text; ``format`` is ``markdown``, ``html`` or ``text``.

    Raises ``ReadError``, and ``ValueError`` for another format.
    """
    return _lint(formats.read_as(text, name, format), select, ignore, language)


def lint_bytes(
    data: bytes, name: str, *, select: Sequence[str] = (), ignore: Sequence[str] = (), language: str = "zh"
) -> Result:
    """Check the report in the bytes of a file that is called ``name`` in messages. Raises ``ReadError``."""
    return _lint(read_bytes(data, name), select, ignore, language)


def read(path: str | Path) -> Document:
    """The document in a file, recognised by its content. Raises ``ReadError``."""
    return read_bytes(load(path), str(path))


def load(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises ``ReadError`` for one that is missing, is no regular file, is too large or cannot be opened.
    """
    try:
        found = Path(path).stat()
        # Opening a pipe waits for ever, a device may never end.
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(str(path), "不是普通文件，未读取", "is not a regular file, not read")
        if found.st_size > LARGEST:
            raise _too_large(str(path), found.st_size)
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), "没有这个文件", "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(str(path), f"无法打开：{reason}", f"cannot be opened: {reason}") from error


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file. Raises ``ReadError``."""
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    return formats.read_bytes(data, name)


def extract(document: Document) -> Report:
    """What a document says as a report. Raises ``ReadError`` when it is no such report."""
    report = build_report(document, forms(), load_patterns())
    printed = sum(bool(figure.raw) for figure in report.figures)
    if len(report.sections) + 2 * (printed > 2) + (report.title is not None) < 2:
        raise _no_report(document)
    return report


def _lint(document: Document, select: Sequence[str], ignore: Sequence[str], language: str) -> Result:
    report = extract(document)
    chosen = choose(rules(), select, ignore)
    judged = judge(report, chosen, language)
    mended = repairs(report, load_form(report.form), chosen, judged.findings)
    return Result(document.name, report, judged.findings, judged.coverage, mended)


def _too_large(name: str, size: int) -> ReadError:
    found, limit = size // 2**20, LARGEST // 2**20
    return ReadError(
        name,
        f"文件过大（{found} MB），超过 {limit} MB 的上限，未读取",
        f"too large ({found} MB, the limit is {limit} MB), not read",
    )


def _no_report(document: Document) -> ReadError:
    letters = sum(len(passage.text) for passage in document.texts())
    has_table = any(isinstance(block, Table) for block in document.blocks)
    if not has_table and letters < 300 and any(isinstance(block, Image) for block in document.blocks):
        words = ("只有图片，没有可读的文字：请改用文字版报告", "only pictures, no text: please give the report as text")
    elif not has_table and not letters:
        words = ("没有文字", "no text")
    else:
        words = (
            "不是政府信息公开工作年度报告：没有找到报告的章节和表格",
            "no government information disclosure annual report: its sections and tables were not found",
        )
    return ReadError(document.name, *words)
