"""问题清单: one cause a row, with three columns for people to fill in; they are read back by the number."""

from __future__ import annotations

from .....output.words.headings import SEVERITY_WORDS
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table
from .....output.workbook.drawing.values import Column, Styled, Value
from ....audited import Audit, Audited, Item
from ...told import basis_told, called, form_of, items_of, place_parts, source_words
from .cover import title_of

NAME = "问题清单"
PURPOSE = "一个问题一行；复核结论、复核说明、复核人由复核的人填写，下次运行时按编号读回"
NUMBER, VERDICT, REASON, REVIEWER = "编号", "复核结论", "复核说明", "复核人"
VERDICTS = ("属实", "不属实", "待核")
COLUMNS = (
    Column(NUMBER, "centre", 10, 9),
    Column("单位", "text", 16, 10),
    Column("规则", "text", 16, 12),
    Column("级别", "centre", 7),
    Column("章节/表", "text", 12, 8),
    Column("行", "text", 18, 8),
    Column("列", "text", 10, 6),
    Column("原文", "text", 18, 8),
    Column("存在问题", "text", 36, 20),
    Column("修改建议", "text", 28, 16),
    Column("依据", "text", 18, 12),
    Column("相关方", "text", 10, 8),
    Column("轮次", "whole", 5, 5),
    Column("整改情况", "centre", 10, 8),
    Column(VERDICT, "choice", 9, 9, VERDICTS),
    Column(REASON, "input", 18, 14),
    Column(REVIEWER, "input", 8, 8),
)


def draw(book: Book, audit: Audit) -> None:
    """The sheet, in the order of the units, errors first."""
    rows = [_row(audit, audited, item) for audited, item in items_of(audit)]
    notes = (
        f"请在“{VERDICT}”中选择属实、不属实或待核；选“不属实”并写明“{REASON}”的，以后不再列为该单位的问题。"
        f"可以排序、筛选、移动各列，请勿改动“{NUMBER}”。",
    )
    draw_table(book, NAME, title_of(audit, f"　{NAME}（第 {audit.round} 轮）"), COLUMNS, rows, notes=notes, fixed=2)


def _row(audit: Audit, audited: Audited, item: Item) -> tuple[Value, ...]:
    place, row, column = place_parts(form_of(audit, audited), item.place)
    decision = item.decision
    return (
        item.number,
        called(audited),
        f"{item.code} {item.title.zh}",
        Styled(SEVERITY_WORDS[item.severity].zh, item.severity.value),
        place,
        row,
        column,
        item.quote,
        "\n".join((item.message.zh, *(also.zh for also in item.also))),
        item.suggestion.zh,
        basis_told(audited, item),
        source_words(item.source),
        audit.round,
        item.progress.value,
        decision.verdict,
        decision.reason,
        decision.reviewer,
    )
