"""口径与无法判定: how it was counted, which files were left out, which checks could not be made and why."""

from __future__ import annotations

from collections.abc import Iterator

from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table
from .....output.workbook.drawing.values import Column, Value
from ....audited import Audit
from ...told import called, everyone, listed
from .cover import counted_words, title_of

NAME = "口径与无法判定"
PURPOSE = "汇总口径、未读取的文件，以及每一项无法判定的检查和原因"
COLUMNS = (
    Column("单位", "text", 28, 14),
    Column("规则", "centre", 10, 9),
    Column("位置", "text", 48, 20),
    Column("原因", "text", 70, 30),
    Column("项数", "whole", 8),
)


def draw(book: Book, audit: Audit) -> None:
    """The sheet: the number first, then the list; files that could not be read stand in it too."""
    rows = [*_files(audit), *_settled(audit), *_checks(audit)]
    draw_table(book, NAME, title_of(audit, f"　{NAME}"), COLUMNS, rows, notes=tuple(_notes(audit)), fixed=1)


def _checks(audit: Audit) -> Iterator[tuple[Value, ...]]:
    for audited in everyone(audit):
        for check in audited.not_judged:
            yield called(audited), check.code, check.where.zh, check.reason.zh, check.count


def _settled(audit: Audit) -> Iterator[tuple[Value, ...]]:
    for audited in everyone(audit):
        for one in audited.settled:
            reason = f"填报单位在文件第 {one.line} 行的注释中注明不报：{one.reason}"
            yield called(audited), one.code, one.where.zh, reason, 1


def _files(audit: Audit) -> Iterator[tuple[Value, ...]]:
    for entry in audit.unread:
        reason = entry.problem.reason.zh if entry.problem else "不是年报"
        yield "（未读取的文件）", "", entry.path, reason, None


def _notes(audit: Audit) -> Iterator[str]:
    count = sum(audited.not_assessable for audited in everyone(audit))
    yield f"无法判定的检查共 {count} 项，无法判定不等于通过。"
    settled = sum(len(audited.settled) for audited in everyone(audit))
    if settled:
        yield (
            f"填报单位自行注明不报的共 {settled} 项，未列入问题清单；"
            "不采用这类注释的，请在 [audit] 中设 inline_suppressions = false。"
        )
    yield f"汇总口径：{counted_words(audit)}"
    settings = audit.settings
    yield (
        f"重复率达到 {settings.similarity:.0%} 列为疑点，达到 {settings.copied:.0%} 视为基本照搬；"
        f"第六部分满 {settings.similarity_min_chars} 字才计入。"
    )
    if audit.passed_over:
        kinds = "、".join(f"{suffix or '无扩展名'} {number} 个" for suffix, number in sorted(audit.passed_over.items()))
        yield f"不是年报格式、未读取的文件：{kinds}。"
    if audit.unlisted:
        yield f"未列名单的年报 {len(audit.unlisted)} 份：{listed([called(each) for each in audit.unlisted], 12)}。"
    yield from (remark.zh for remark in audit.remarks)
