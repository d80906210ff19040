"""雷同比对: what the text of a report shares with last year's and with other units', passages side by side."""

from __future__ import annotations

from collections.abc import Iterator

from .....likeness.alike import AlikePassage, Likeness
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table
from .....output.workbook.drawing.values import Column, Passage, Styled, Value
from ....audited import Audit, Audited
from ...told import called, everyone
from .cover import title_of

NAME = "雷同比对"
PURPOSE = "与上年年报、与其他单位年报的重复率，雷同段落左右对照，相同的字加粗"
COLUMNS = (
    Column("单位", "text", 22, 12),
    Column("比对对象", "text", 18, 12),
    Column("章节", "centre", 8),
    Column("字数", "whole", 8),
    Column("重复率", "share", 9),
    Column("本报告段落", "text", 56, 24),
    Column("对方段落", "text", 56, 24),
    Column("共用模板（家数）", "whole", 11),
)
_SECTIONS = "一二三四五六"
_PREVIOUS = "上年年报"


def draw(book: Book, audit: Audit) -> None:
    """The sheet; passages from the share on that counts as a doubt, below it the share alone; templates at the end."""
    rows = [row for audited in everyone(audit) for row in _rows(audited, audit.settings.similarity)]
    rows += [
        ("（共用模板）", "", "", len(each.text), None, each.text, "、".join(each.units), len(each.units))
        for each in audit.templates
    ]
    notes = (
        "重复率＝本报告计入字数中在对方年报里也有的字数所占比例；只比对第一、五部分和较长的第六部分，数字、年份、单位名称和通用表述不计。",
        f"达到 {audit.settings.similarity:.0%} 的列出雷同段落；超过四分之一单位共有的表述为共用模板，只列一次。",
    )
    draw_table(book, NAME, title_of(audit, f"　{NAME}"), COLUMNS, rows, notes=notes, fixed=2)


def _rows(audited: Audited, limit: float) -> Iterator[tuple[Value, ...]]:
    for alike in audited.alike:
        yield from _of(called(audited), alike, limit)


def _of(name: str, alike: Likeness, limit: float) -> Iterator[tuple[Value, ...]]:
    other = _PREVIOUS if alike.other == "previous" else alike.other
    passages = alike.passages if alike.share >= limit else ()
    if not passages:
        yield (name, other, "", alike.letters, alike.share, "", "", None)
    for passage in passages:
        section = _section(passage)
        share = Styled(alike.share, "share")
        own = Passage(passage.own, passage.runs)
        yield (name, other, section, alike.letters, share, own, passage.other, passage.units or None)


def _section(passage: AlikePassage) -> str:
    known = 1 <= passage.section <= len(_SECTIONS)
    return f"第{_SECTIONS[passage.section - 1]}部分" if known else ""
