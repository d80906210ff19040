"""Faults of form planted into a good report, and the reports in their layouts."""

from __future__ import annotations

from collections.abc import Callable

from layouts import as_html, as_tabs

from govreport_lint.rulebook.pages import standard_report

GOOD = standard_report()

# What is printed, and what is planted in its place: every one of them a matter of form.
SLIPS = (
    ("，", ","),
    ("；", ";"),
    ("。", "。。"),
    ("，", "，，"),
    ("## 四、政府信息公开行政复议、行政诉讼情况", "## 四、政府信息公开行政复议诉讼情况"),
    ("## 六、其他需要报告的事项", "## 六、其他需要说明的事项"),
    ("## 三、", "## 二、"),
    ("2.其他法律行政法规禁止公开", "2.其他法律行政法规禁 止公开公开"),
    ("6.属于四类过程性信息", "6.属于四类过程信息"),
    ("〔2021〕30号", "[2021]30号"),
    ("〔2021〕30号", "（2021）第30号"),
)

LAYOUTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "markdown": ("markdown", lambda report: report),
    "html": ("html", as_html),
    "tabs": ("text", as_tabs),
}


def planted(report: str, printed: str, slip: str, at: int = 0) -> str:
    """The report with a slip in the place of what is printed there the ``at``-th time; itself where it is not."""
    places = [place for place in range(len(report)) if report.startswith(printed, place)]
    place = places[at % len(places)] if places else 0
    return report[:place] + slip + report[place + len(printed) :] if places else report
