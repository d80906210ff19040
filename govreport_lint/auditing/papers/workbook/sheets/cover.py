"""封面: which county, year and round, what came in, what is answered, how it was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import height
from .....output.workbook.drawing.values import Value
from ....audited import Audit, Conclusion
from ...counts import conclusions, due_units, received, statuses
from ...told import listed

NAME = "封面"
_OPEN = "打开时请允许重新计算（启用编辑）：汇总核对、年度衔接等表用公式计算。"
_KEY_WIDTH, _WIDTH = 22, 92
_AIR = 4


def draw(book: Book, audit: Audit, sheets: Sequence[tuple[str, str]]) -> None:
    """The cover; ``sheets`` are the names of the others and what each is for."""
    sheet = book.add(NAME)
    sheet.set_column(0, 0, _KEY_WIDTH)
    sheet.set_column(1, 1, _WIDTH)
    book.put(sheet, 0, 0, title_of(audit), "title")
    sheet.set_row(0, 30)
    book.put(sheet, 1, 0, _OPEN, "note")
    sheet.merge_range(1, 0, 1, 1, None, book.style("note"))
    book.put(sheet, 1, 0, _OPEN, "note")
    row = 3
    for key, value in _lines(audit):
        book.put(sheet, row, 0, key, "key")
        book.put(sheet, row, 1, value)
        sheet.set_row(row, height([key, value], [_KEY_WIDTH, _WIDTH]) + _AIR)
        row += 1
    row += 1
    for head, text in (("工作表", "内容"), *sheets):
        style = "head" if head == "工作表" else "key"
        book.put(sheet, row, 0, head, style)
        book.put(sheet, row, 1, text, "head" if style == "head" else "text")
        sheet.set_row(row, height([head, text], [_KEY_WIDTH, _WIDTH]) + _AIR)
        row += 1


def title_of(audit: Audit, what: str = "审核工作簿") -> str:
    """``示范县2024年政府信息公开工作年度报告审核工作簿``."""
    year = f"{audit.year}年" if audit.year else ""
    return f"{audit.place}{year}政府信息公开工作年度报告{what}"


def _lines(audit: Audit) -> Iterator[tuple[str, Value]]:
    yield "县（市、区）", audit.place or "（名单未写明）"
    yield "报告年度", f"{audit.year} 年" if audit.year else "（不明）"
    yield "轮次", f"第 {audit.round} 轮"
    yield "审核日期", audit.date
    yield "收到／应报", f"{received(audit)}／{len(due_units(audit))} 个单位"
    yield "报送状态", "，".join(f"{status.value} {count}" for status, count in statuses(audit).items())
    counts = conclusions(audit)
    for conclusion in (Conclusion.RETURN, Conclusion.VERIFY, Conclusion.PASS):
        yield f"结论：{conclusion.value}", f"{counts[conclusion]} 个单位"
    yield "汇总口径", counted_words(audit)
    yield "程序版本", f"govreport-lint {audit.version}"
    yield "设置摘要", audit.settings_key[:16]


def counted_words(audit: Audit) -> str:
    """Who counts in the sums, and who is missing in them."""
    verticals = "垂管单位计入" if audit.settings.verticals_count else "垂管单位不计入（名单另有规定的除外）"
    if audit.sums is None:
        return f"是否汇总为“是”的单位计入；{verticals}。"
    words = f"计入 {len(audit.sums.counted)} 个单位（单位数据表中是否汇总为“是”）；{verticals}。"
    if audit.sums.missing:
        words += f"应计入而没有可用年报的单位 {len(audit.sums.missing)} 个：{listed(audit.sums.missing, 12)}。"
    return words
