"""单位汇总: one row a unit: what it handed in, how many things are wrong with it, what is answered."""

from __future__ import annotations

from .....finding import Severity
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table
from .....output.workbook.drawing.values import Column, Styled, Value
from ....audited import Audit, Audited, Conclusion
from ...told import called, everyone
from .cover import title_of

NAME = "单位汇总"
PURPOSE = "一个单位一行：报送状态、错误和疑点数、重复率、结论"
COLUMNS = (
    Column("序号", "whole", 5, 5),
    Column("单位", "text", 22, 12),
    Column("类别", "centre", 9),
    Column("应报", "centre", 6),
    Column("状态", "centre", 9),
    Column("采用文件", "text", 24, 12),
    Column("其他版本", "text", 22, 8),
    Column("报告年度", "whole", 7),
    Column("落款日期", "centre", 12, 11),
    Column("报送期限", "centre", 12, 11),
    Column("是否逾期", "centre", 7),
    Column("错误", "whole", 6),
    Column("疑点", "whole", 6),
    Column("提示", "whole", 6),
    Column("通过项", "whole", 7),
    Column("无法判定", "whole", 7),
    Column("与上年重复率", "share", 8),
    Column("与他单位最高重复率", "share", 9),
    Column("最相似单位", "text", 14, 9),
    Column("上年年报", "centre", 7),
    Column("结论", "centre", 11, 10),
    Column("上轮未整改", "whole", 7),
)
_SHADES = {Conclusion.RETURN: "error", Conclusion.VERIFY: "warning"}


def draw(book: Book, audit: Audit) -> None:
    """The sheet; reports of no unit follow the units, the county's own report stands last."""
    rows = [_row(audit, at, each) for at, each in enumerate(everyone(audit), 1)]
    notes = ("错误、疑点、提示不含已整改的和复核为“不属实”（有说明）的。",)
    draw_table(book, NAME, title_of(audit, f"　{NAME}（第 {audit.round} 轮）"), COLUMNS, rows, notes=notes, fixed=2)


def _row(audit: Audit, at: int, audited: Audited) -> tuple[Value, ...]:
    unit, entry, filing = audited.unit, audited.entry, audited.filing
    others = [each.path for each in filing.versions if entry is None or each.path != entry.path]
    peers = [alike for alike in audited.alike if alike.other != "previous"]
    closest = max(peers, key=lambda alike: alike.share, default=None)
    state = f"{filing.status.value}（沿用上轮）" if audited.kept else filing.status.value
    errors, doubts, hints = (audited.count(severity) for severity in Severity)
    judged = entry is not None
    return (
        at,
        called(audited),
        unit.category.value if unit else "",
        ("是" if filing.due else "否") if unit else "",
        state,
        entry.path if entry else "、".join(filing.unreadable),
        "\n".join((*others, *filing.copies)),
        _year(audit, audited),
        entry.signed if entry else "",
        unit.deadline if unit else "",
        {True: "是", False: "否", None: ""}[audited.overdue],
        Styled(errors, "error") if errors else (0 if judged else None),
        Styled(doubts, "warning") if doubts else (0 if judged else None),
        hints if judged else None,
        audited.passed if judged else None,
        audited.not_assessable if judged else None,
        audited.like_previous,
        closest.share if closest else None,
        closest.other if closest else "",
        previous_words(audited),
        Styled(audited.conclusion.value, _SHADES.get(audited.conclusion, "centre")),
        audited.open_before or None,
    )


def _year(audit: Audit, audited: Audited) -> Value:
    """The year that the report is about; another one than this year's stands out."""
    year = audited.entry.year if audited.entry else None
    return year if year is None or audit.year in (None, year) else Styled(year, "warning")


def previous_words(audited: Audited) -> str:
    """上年年报: 有, 无, or 免比."""
    if audited.unit and audited.unit.exempt:
        return "免比"
    return "有" if audited.previous else "无"
