"""The one-liners for who builds on the program: each is a call of a linter over the rulebook that it ships."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .document import Document
from .linter import Config, Linter, Previous
from .report import Report
from .result import Result
from .shipped import rulebook_of

if TYPE_CHECKING:
    from .rulebook.own.pack_files import PackFile


def lint(
    path: str | Path, *, select: Sequence[str] = (), ignore: Sequence[str] = (), previous: Previous = None
) -> Result:
    """Check the report in a file; of several the first (``lint_each`` checks them all).

    ``select`` and ``ignore`` are codes, beginnings of codes (``A``, ``A30``) or names of rules; the longest one wins.
    ``previous`` is last year's report of the same organ, the file or what ``extract`` made of it: rules H701 to H708
    hold the two against each other. Raises ``ReadError`` for a file that is missing, empty, binary, too large or no
    such report, and ``ValueError`` for an unknown code.
    """
    return linter(select, ignore).lint(path, previous)


def lint_each(
    path: str | Path, *, select: Sequence[str] = (), ignore: Sequence[str] = (), previous: Previous = None
) -> tuple[Result, ...]:
    """Check every report in a file: a workbook may hold a sheet for each unit, a text this year's report and last's.

    Of such a file ``lint`` checks the first report, and says so in its notes. ``previous`` may be such a file too: each
    report is held against that of its organ. Raises as ``lint`` does.
    """
    return linter(select, ignore).lint_each(path, previous)


def lint_text(
    text: str,
    format: str = "markdown",  # noqa: A002
    *,
    name: str = "<text>",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    previous: Previous = None,
) -> Result:
    """Check the report in a text; ``format`` is ``markdown``, ``html`` or ``text``, ``previous`` as for ``lint``.

    Raises ``ReadError``, and ``ValueError`` for another format or an unknown code.
    """
    return linter(select, ignore).lint_text(text, format, name, previous)


def lint_bytes(
    data: bytes, name: str, *, select: Sequence[str] = (), ignore: Sequence[str] = (), previous: Previous = None
) -> Result:
    """Check the report in the bytes of a file that is called ``name`` in messages; ``previous`` as for ``lint``.

    Raises ``ReadError``, and ``ValueError`` for an unknown code.
    """
    return linter(select, ignore).lint_bytes(data, name, previous)


def fix_text(
    text: str,
    format: str = "markdown",  # noqa: A002
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> str:
    """The report in a text with all fixes made: widths of marks, numbers of headings, titles, labels; never a figure.

    ``format`` is ``markdown``, ``html`` or ``text``. Of the text that comes back ``lint_text`` tells what is left to a
    person. Raises ``ReadError``, and ``ValueError`` for another format or an unknown code.
    """
    from .fixing.files import fix_text as fixed

    return fixed(linter(select, ignore), text, format).state


def read(path: str | Path) -> Document:
    """The document in a file, recognised by its content. Raises ``ReadError``."""
    return linter().read(path)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file that is called ``name`` in messages. Raises ``ReadError``."""
    return linter().open(data, name).document


def extract(document: Document) -> Report:
    """What a document says as a report. Raises ``ReadError`` when it is no such report."""
    return linter().extract(document)


def linter(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    packs: Sequence[str | Path | PackFile] = (),
    *,
    inline_suppressions: bool = True,
) -> Linter:
    """A linter over the rulebook that the project ships, with ``packs`` of one's own besides.

    ``inline_suppressions``: comments in the reports may settle findings. Raises ``ValueError`` for an unknown code and
    ``RuleError`` for a pack that is wrong.
    """
    chosen = [words if isinstance(words, str) else tuple(words) for words in (select, ignore)]
    return _linter(*chosen, packs=_files(packs), inline=inline_suppressions)


def _files(packs: Sequence[str | Path | PackFile]) -> tuple[PackFile, ...]:
    if not packs:
        return ()
    from .rulebook.own.pack_files import pack_files

    return pack_files(packs)


@lru_cache(maxsize=16)
def _linter(select: tuple[str, ...], ignore: tuple[str, ...], packs: tuple[PackFile, ...], *, inline: bool) -> Linter:
    return Linter(rulebook_of(packs), Config(select, ignore, inline_suppressions=inline))
