"""A report that tells nothing in figures but what a test puts into it; its tables are in balance."""

from __future__ import annotations

from placing import place

from govreport_lint.rulebook.pages import Replacement, standard_report

TOWN = "示例县示范镇人民政府"
ROWS = {
    "一、本年新收政府信息公开申请数量": "| 一、本年新收政府信息公开申请数量 | | | 118 | 16 | 0 | 0 | 2 | 0 | 136 |",
    "二、上年结转政府信息公开申请数量": "| 二、上年结转政府信息公开申请数量 | | | 6 | 1 | 0 | 0 | 0 | 0 | 7 |",
    "（一）予以公开": "| 三、本年度办理结果 | （一）予以公开 | | 41 | 6 | 0 | 0 | 1 | 0 | 48 |",
    "6.属于四类过程性信息": "| | | 6.属于四类过程性信息 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
    "1.本机关不掌握相关政府信息": "| | （四）无法提供 | 1.本机关不掌握相关政府信息 | 28 | 7 | 0 | 0 | 1 | 0 | 36 |",
    "2.没有现成信息需要另行制作": "| | | 2.没有现成信息需要另行制作 | 10 | 0 | 0 | 0 | 0 | 0 | 10 |",
    "1.信访举报投诉类申请": "| | （五）不予处理 | 1.信访举报投诉类申请 | 13 | 1 | 0 | 0 | 0 | 0 | 14 |",
    "2.重复申请": "| | | 2.重复申请 | 18 | 0 | 0 | 0 | 0 | 0 | 18 |",
    "3.其他": "| | | 3.其他 | 0 | 1 | 0 | 0 | 0 | 0 | 1 |",
    "（七）总计": "| | （七）总计 | | 115 | 15 | 0 | 0 | 2 | 0 | 132 |",
    "四、结转下年度继续办理": "| 四、结转下年度继续办理 | | | 9 | 2 | 0 | 0 | 0 | 0 | 11 |",
    "规章": "| 规章 | 0 | 0 | 0 |",
    "行政规范性文件": "| 行政规范性文件 | 17 | 4 | 123 |",
    "行政许可": "| 行政许可 | 35218 | | |",
    "行政处罚": "| 行政处罚 | 6143 | | |",
    "行政强制": "| 行政强制 | 87 | | |",
    "行政事业性收费": "| 行政事业性收费 | 35.60 | | |",
}
REMEDIES = (
    "| 1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |",
    "| 6 | 2 | 1 | 3 | 12 | 3 | 1 | 0 | 1 | 5 | 1 | 0 | 1 | 0 | 2 |",
)
QUIET = (
    "（一）主动公开情况。按时公开。", "（二）依申请公开情况。规范办理流程。", "（三）政府信息管理情况。落实审核制度。",
    "（四）平台建设情况。维护专栏。", "（五）监督保障情况。纳入年度考核，开展社会评议，未发生责任追究。",
)  # fmt: skip


def told_report(*told: tuple[str, str], organ: str = TOWN) -> str:
    """The report of ``organ`` with sentences below the paragraphs that begin with the given words."""
    rows = [Replacement(f"row {label}", row) for label, row in ROWS.items()]
    report = place(_quiet(standard_report()), rows).replace(*REMEDIES).replace(TOWN, organ)
    for title, sentence in told:
        head, _, rest = report.partition(f"\n{title}")
        line, _, rest = rest.partition("\n")
        report = f"{head}\n{title}{line}\n\n{sentence}\n{rest}"
    return report


def _quiet(report: str) -> str:
    lines = [line for line in report.splitlines() if not line.startswith("（")]
    at = lines.index("## 一、总体情况") + 1
    return "\n".join([*lines[:at], *(text for line in QUIET for text in ("", line)), *lines[at:]])
