"""A file with several reports (a sheet for each unit, one below the other, this year and last): cut into one each.

Where a report begins is told by a title of another unit or year after which the sections or the tables come again;
where a file holds tables only, by the tables alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec.structs import replace

from ..document import Block, Document, Heading, Paragraph, Table, location_of
from ..form import Form
from ..language import Text
from ..report import UnitKind
from .sheet_groups import groups_of_sheets, sheet_of
from .structure.report_body import title_lines
from .structure.report_titles import parse_title
from .structure.section_titles import match_title
from .structure.unit_kinds import kind_of
from .tables.form_choice import choose_form
from .tables.pieces import printed_keys

# So many sections or rows that come again are those of another report.
_SECTIONS_AGAIN = 2
_ROWS_AGAIN = 3
_LONGEST_NAME = 30
_FILLED_BY = re.compile(r"\s*(?:填报|报送|填表|公开)?单位(?:名称)?(?:[（(]盖章[）)])?\s*[：:]\s*(\S+)")
# A county has a hundred units at most.
_MOST_TITLES = 300
_TOLD = Text(
    "文件中有 {count} 份年报：{names}。这里检查的是第 {part} 份",
    "{count} reports in the file: {names}; this is number {part}",
)

Identity = tuple[str | None, int | None]


def reports_of(document: Document, forms: Sequence[Form]) -> tuple[Document, ...]:
    """The reports of a file, each as a document of its own; the document itself where it holds one."""
    if document.part is not None:
        return (document,)
    starts = _by_titles(document, forms)
    if len(starts) < 2 and (document.tables_only or document.sheets):
        tables = _tables(document, forms)
        starts = _by_tables(document, tables)
        groups = groups_of_sheets(document.blocks, document.sheets, tables) if len(starts) > 1 else {}
        if groups:
            owners = list(groups)
            return tuple(_part(document, group, at, owners) for at, group in enumerate(groups.values(), 1))
    if len(starts) < 2:
        return (document,)
    bounds = [0, *starts[1:], len(document.blocks)]
    parts = [document.blocks[start:end] for start, end in pairwise(bounds)]
    names = [_name(blocks, document) for blocks in parts]
    made = [_part(document, blocks, number, names) for number, blocks in enumerate(parts, 1)]
    return tuple(_with_comments(made)) if document.comments else tuple(made)


def _part(document: Document, blocks: tuple[Block, ...], number: int, names: Sequence[str | None]) -> Document:
    listed = "；".join(f"#{index} {name or ''}".rstrip() for index, name in enumerate(names, 1))
    told = Text(*(words.format(count=len(names), names=listed, part=number) for words in (_TOLD.zh, _TOLD.en)))
    title = document.title if number == 1 else None
    notes = (told, *document.notes)
    name = names[number - 1]
    unit = name if kind_of(name) is not UnitKind.OTHER else None
    return replace(document, blocks=blocks, part=number, unit=unit, title=title, notes=notes)


def _with_comments(parts: Sequence[Document]) -> Iterator[Document]:
    """The parts with the comments of their own: up to the end of the line in which the last words of a part stand.

    What comes after it, before the next title, speaks of the next report.
    """
    source = parts[0].source or ""
    start = 0
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        end = len(source) + 1 if following is None else _line_end(source, part.blocks[-1], following.blocks[0])
        own = tuple(comment for comment in part.comments if start <= comment.location.start < end)
        yield replace(part, comments=own)
        start = end


def _line_end(source: str, last: Block, following: Block) -> int:
    end, limit = location_of(last).end, location_of(following).start
    line_end = source.find("\n", end, limit)
    return limit if line_end < 0 else line_end


def _by_titles(document: Document, forms: Sequence[Form]) -> list[int]:
    """Where reports begin, by titles of different units or years."""
    titles = list(islice(_titles(document), _MOST_TITLES))
    if len({identity for _, identity in titles}) < 2:
        return []
    sections = _sections(document, forms)
    tables = _tables(document, forms)
    starts: list[int] = []
    own: Identity = (None, None)
    for (index, identity), after in zip(titles, [*(at for at, _ in titles[1:]), len(document.blocks)], strict=True):
        start = starts[-1] if starts else 0
        if not starts:
            starts, own = [0], identity
        elif identity != own and _comes_again(sections, tables, start, index, after):
            starts.append(index)
            own = identity
    return starts


def _titles(document: Document) -> Iterator[tuple[int, Identity]]:
    """The titles with whom and which year they name; one of two lines begins with the first."""
    for index in range(len(document.blocks)):
        lines = title_lines(document, index)
        if lines:
            line = max(lines, key=lambda line: line.words.organ is not None)
            own = document.blocks[index]
            two = isinstance(own, Heading | Paragraph) and len(line.text.text) > len(own.text.text)
            yield index - two, (line.words.organ, line.words.year)


def _sections(document: Document, forms: Sequence[Form]) -> dict[int, int]:
    """The sections whose titles stand in the blocks, by block."""
    found: dict[int, int] = {}
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading | Paragraph):
            match = match_title(block.text.text, tuple(forms), heading=isinstance(block, Heading))
            if match and match.style in ("一、", "") and match.whole:
                found[index] = match.number
    return found


def _tables(document: Document, forms: Sequence[Form]) -> dict[int, frozenset[tuple[str, str]]]:
    """The rows of the official tables that stand in the blocks, by block."""
    form = choose_form(document, forms, None).form
    tables = ((index, block) for index, block in enumerate(document.blocks) if isinstance(block, Table))
    return {index: printed_keys(block, form) for index, block in tables}


def _comes_again(
    sections: dict[int, int], tables: dict[int, frozenset[tuple[str, str]]], start: int, index: int, after: int
) -> bool:
    """Whether what stands from ``index`` to ``after`` has sections or rows of what stands between ``start`` and it."""
    before = {number for at, number in sections.items() if start <= at < index}
    again = {number for at, number in sections.items() if index <= at < after}
    if len(before & again) >= _SECTIONS_AGAIN:
        return True
    rows = {row for at, own in tables.items() if start <= at < index for row in own}
    return sum(row in rows for at, own in tables.items() if index <= at < after for row in own) >= _ROWS_AGAIN


def _by_tables(document: Document, tables: dict[int, frozenset[tuple[str, str]]]) -> list[int]:
    """Where reports begin, by rows of the tables that come again."""
    starts = [0]
    seen: set[tuple[str, str]] = set()
    last: int | None = None
    for index, rows in tables.items():
        again = len(rows & seen)
        repeated = again >= min(_ROWS_AGAIN, len(rows)) > 0 and again * 2 > len(rows)
        if last is not None and repeated and (document.tables_only or _sheets_differ(document, last, index)):
            starts.append(_beginning(document, last, index))
            seen = set()
        seen |= rows
        last = index
    return starts


def _beginning(document: Document, last: int, index: int) -> int:
    """Where the report of a table begins: after the table before it, in a workbook on its own sheet."""
    for at in range(last + 1, index):
        if not document.sheets or sheet_of(document.blocks[at]) == sheet_of(document.blocks[index]):
            return at
    return index


def _sheets_differ(document: Document, one: int, other: int) -> bool:
    return sheet_of(document.blocks[one]) != sheet_of(document.blocks[other])


def _name(blocks: Sequence[Block], document: Document) -> str | None:
    """What the file calls the unit of a report: in its title, in a short line above its tables, by its sheet."""
    lines = []
    for block in blocks:
        if isinstance(block, Table):
            break
        if isinstance(block, Heading | Paragraph):
            words = parse_title(block.text.text)
            if words and words.organ:
                return words.organ
            lines.append(block.text.text)
    sheet = sheet_of(blocks[0]) if blocks and document.sheets else None
    if sheet and sheet <= len(document.sheets) and len(document.sheets) > 1:
        return document.sheets[sheet - 1]
    return next((_unit(line) for line in lines if len(line) <= _LONGEST_NAME and "、" not in line[:3]), None)


def _unit(line: str) -> str:
    """A line without what a form prints before the name of who fills it in (填报单位：)."""
    label = _FILLED_BY.match(line)
    return label[1] if label else line
