"""``--diff``: what ``--fix`` would change, on standard output; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...configuration.linters import Linters
from ...document import Location
from ...fixing.files import Fixed
from ...language import Text
from ...office.conversion import Converter
from ...output.words.printable import printable
from ...output.words.problems import SET_ASIDE, Problem
from ...word.markup.tree import WordParagraph
from ...word.opened_document import open_word
from ..checking.call import Call
from ..console.statuses import CLEAN, FAULT, FINDINGS
from ..paths.files import Found
from ..paths.inputs import each_file, tell
from ..previous import Before
from .fixing import fixed_of

_AROUND = 12
_PARAGRAPH, _CELL = (
    Text("第 {paragraph} 段", "paragraph {paragraph}"),
    Text("表 {table} 第 {row} 行", "table {table} row {row}"),
)


def differ(call: Call, found: Found, linters: Linters, before: Before, convert: Converter, language: str) -> int:
    """Show what would be mended in every file; the exit status: 1 where there is something to do."""

    def read(path: str) -> list[str]:
        data, fixed = fixed_of(linters, path, call.stdin_filename, before.last_years, convert)
        return difference(call.stdin_filename or path, data, fixed, language)

    status = FAULT if before.unread else CLEAN
    for _, lines in each_file(found, read, tell(language)):
        if isinstance(lines, Problem):
            status = FAULT if lines.code != SET_ASIDE else status
            continue
        for line in lines:
            print(line)
        status = max(status, FINDINGS if lines else CLEAN)
    return CLEAN if call.exit_zero and status == FINDINGS else status


def difference(path: str, data: bytes, fixed: Fixed, language: str) -> list[str]:
    """The lines that tell what a fix would change; none where it changes nothing."""
    if fixed.data is None:
        return []
    if fixed.before is not None and fixed.after is not None:
        return [printable(line) for line in _unified(path, fixed.before, fixed.after)]
    return [printable(line) for line in _listed(path, data, fixed, language)]


def _unified(path: str, before: str, after: str) -> Iterator[str]:
    from difflib import unified_diff

    old, new = before.split("\n"), after.split("\n")
    for line in unified_diff(old, new, path, path, lineterm=""):
        yield line.rstrip("\r")


def _listed(path: str, data: bytes, fixed: Fixed, language: str) -> Iterator[str]:
    """The tracked changes of a Word file, each in its words: ``[-,-]{+，+}``."""
    paragraphs = open_word(data, path).text.paragraphs
    yield path
    for step in fixed.steps:
        title = step.finding.fix.title.in_language(language) if step.finding.fix else ""
        for edit in step.edits:
            gone = f"[-{edit.printed}-]" if edit.printed else ""
            new = f"{{+{edit.text}+}}" if edit.text else ""
            before, after = _words(paragraphs, edit.location, edit.printed)
            yield f"  {_place(edit.location, language)}  {step.finding.code} {title}：{before}{gone}{new}{after}"


def _place(location: Location, language: str) -> str:
    words = _PARAGRAPH if location.table is None else _CELL
    return words.in_language(language).format(paragraph=location.paragraph, table=location.table, row=location.row)


def _words(paragraphs: Sequence[WordParagraph], location: Location, printed: str) -> tuple[str, str]:
    """The words around; none where an earlier change has moved them."""
    for paragraph in paragraphs:
        start, end = location.start - paragraph.location.start, location.end - paragraph.location.start
        if start >= 0 and end <= len(paragraph.text) and paragraph.text[start:end] == printed:
            return paragraph.text[max(0, start - _AROUND) : start], paragraph.text[end : end + _AROUND]
    return "", ""
