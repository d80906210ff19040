"""One fault at a time in the standard report, and what a result says whatever its layout."""

from __future__ import annotations

from govreport_lint import Result
from govreport_lint.rulebook.pages import standard_report

FAULTS = {
    "faultless": [],
    "column that does not balance": [
        ("| 四、结转下年度继续办理 | | | 1 | 0", "| 四、结转下年度继续办理 | | | 2 | 0"),
    ],
    "total of a row": [("| （一）予以公开 | | 5 | 1 | 0 | 0 | 0 | 0 | 6 |", "| （一）予以公开 | | 5 | 1 | 0 | 0 | 0 | 0 | 7 |")],
    "review": [("| 1 | 0 | 0 | 1 | 2 |", "| 1 | 0 | 0 | 1 | 0 |")],
    "text and table": [("全年收到政府信息公开申请12件", "全年收到政府信息公开申请15件")],
    "row misspelt": [("2.其他法律行政法规禁止公开", "2.其他法律行政止公开")],
    "row missing": [("| | | 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n", "")],
    "row too many": [
        ("| 行政强制 | 0 | | |\n", "| 行政强制 | 0 | | |\n| 行政奖励 | 3 | | |\n"),
    ],
    "not a number": [("| 行政许可 | 126 |", "| 行政许可 | 126件 |")],
    "one row for other results": [
        ("（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 |", "（六）其他处理 | |"),
        ("| | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n", ""),
        ("| | | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n", ""),
    ],
}  # fmt: skip


def report_with(fault: str) -> str:
    text = standard_report()
    for old, new in FAULTS[fault]:
        assert old in text
        text = text.replace(old, new)
    return text


def figures(result: Result) -> list[tuple[object, ...]]:
    return sorted((f.table, f.row, f.column, str(f.value), f.raw, f.state) for f in result.report.figures)


def said(result: Result) -> list[tuple[object, ...]]:
    return sorted((f.code, str(f.place), f.message.zh, str(f.expected), str(f.actual)) for f in result.findings)
