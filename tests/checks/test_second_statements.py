"""A wrong number beside the right one: each statement of the prose is judged by itself, whatever another one says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from placing import place

from govreport_lint import Result, lint_text
from govreport_lint.rulebook.pages import Replacement, standard_report

EACH = 40
SHARE_FOUND = 0.9
ROWS = {
    "一、本年新收政府信息公开申请数量": "| 一、本年新收政府信息公开申请数量 | | | 118 | 16 | 0 | 0 | 2 | 0 | 136 |",
    "二、上年结转政府信息公开申请数量": "| 二、上年结转政府信息公开申请数量 | | | 6 | 1 | 0 | 0 | 0 | 0 | 7 |",
    "（一）予以公开": "| 三、本年度办理结果 | （一）予以公开 | | 41 | 6 | 0 | 0 | 1 | 0 | 48 |",
    "1.本机关不掌握相关政府信息": "| | （四）无法提供 | 1.本机关不掌握相关政府信息 | 37 | 8 | 0 | 0 | 1 | 0 | 46 |",
    "2.重复申请": "| | | 2.重复申请 | 34 | 1 | 0 | 0 | 0 | 0 | 35 |",
    "（七）总计": "| | （七）总计 | | 115 | 15 | 0 | 0 | 2 | 0 | 132 |",
    "四、结转下年度继续办理": "| 四、结转下年度继续办理 | | | 9 | 2 | 0 | 0 | 0 | 0 | 11 |",
    "行政规范性文件": "| 行政规范性文件 | 17 | 4 | 123 |",
    "行政许可": "| 行政许可 | 35218 | | |",
    "行政处罚": "| 行政处罚 | 6143 | | |",
}
REMEDIES = (
    "| 1 | 0 | 0 | 1 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |",
    "| 6 | 2 | 1 | 3 | 12 | 3 | 1 | 0 | 1 | 5 | 1 | 0 | 1 | 0 | 2 |",
)
# the number of each subject, and what it is told in
SUBJECTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "received": (136, ("全年共收到政府信息公开申请{}件", "本年度新收政府信息公开申请{}件", "2024年受理依申请公开事项{}件", "共接收{}件政府信息公开申请")),
    "carried_in": (7, ("上年结转政府信息公开申请{}件", "上年度结转的政府信息公开申请{}件已全部办结", "2023年结转至本年的政府信息公开申请共{}件")),
    "handled": (132, ("全年办结政府信息公开申请{}件", "已答复政府信息公开申请{}件", "依法依规答复依申请公开事项{}件", "共办结{}件政府信息公开申请")),
    "carried_out": (11, ("结转下年度继续办理的政府信息公开申请{}件", "{}件政府信息公开申请结转下年度继续办理", "结转至2025年办理的政府信息公开申请{}件")),
    "granted": (48, ("对政府信息公开申请予以公开{}件", "对政府信息公开申请作出予以公开答复{}件", "政府信息公开申请的办理结果中，予以公开{}件")),
    "unavailable": (46, ("政府信息公开申请中无法提供{}件", "政府信息公开申请办理结果为无法提供的{}件", "对政府信息公开申请答复无法提供{}件")),
    "review": (12, ("因政府信息公开被申请行政复议{}件", "政府信息公开行政复议案件{}件", "全年发生政府信息公开类行政复议{}件")),
    "litigation": (7, ("因政府信息公开被提起行政诉讼{}件", "政府信息公开行政诉讼案件{}件", "全年发生政府信息公开类行政诉讼{}件")),
    "document_issued": (17, ("全年制发行政规范性文件{}件", "2024年制定行政规范性文件{}件", "新制定行政规范性文件{}件")),
    "document_in_force": (123, ("现行有效行政规范性文件{}件", "现行有效的行政规范性文件共{}件", "现行有效规范性文件总数{}件")),
    "licences": (35218, ("全年作出行政许可决定{}件", "作出行政许可处理决定{}件", "2024年办理行政许可{}件")),
    "penalties": (6143, ("全年作出行政处罚决定{}件", "作出行政处罚处理决定{}件", "2024年实施行政处罚{}件")),
}  # fmt: skip
BEFORE = ("", "据统计，", "2024年，", "我镇", "从全年情况看，", "按照规定，我镇")
BEHIND = ("。", "，做到件件有回音。", "，工作平稳有序。", "，未出现超期情形。")
PLACES = (
    "（一）主动公开情况",
    "（二）依申请公开情况",
    "（三）政府信息管理情况",
    "（五）监督保障情况",
    "改进情况",
    "2024年，示范镇没有",
)


class Pair(Struct, frozen=True):
    """A report in which a subject is told twice; only ``wrong`` is not what the table says."""

    subject: str
    right: str
    wrong: str
    text: str


def pairs() -> Iterator[Pair]:
    """The right and the wrong statement of every subject, in many forms and places; the same ones in every run."""
    draw = random.Random(20)
    for subject, (number, forms) in SUBJECTS.items():
        for _ in range(EACH):
            right = draw.choice(BEFORE) + draw.choice(forms).format(number) + draw.choice(BEHIND)
            wrong = draw.choice(BEFORE) + draw.choice(forms).format(_another(number, draw)) + draw.choice(BEHIND)
            first, second = draw.choice(PLACES[:2]), draw.choice(PLACES)
            yield Pair(subject, right, wrong, _report((first, right), (second, wrong)))


def _another(number: int, draw: random.Random) -> int:
    """What the number is miscopied as: two figures swapped, one left out, or near it."""
    digits = str(number)
    at = draw.randrange(len(digits))
    ways = {int(digits[:at] + digits[at + 1 : at + 2] + digits[at] + digits[at + 2 :]), int(digits + digits[-1])}
    ways |= {number + draw.randrange(1, 9), number - 1, number + 10}
    return draw.choice(sorted(way for way in ways if way > 0 and way != number))


def _report(*told: tuple[str, str]) -> str:
    rows = [Replacement(f"row {label}", row) for label, row in ROWS.items()]
    report = place(_quiet(standard_report()), rows).replace(*REMEDIES)
    for title, sentence in told:
        head, _, rest = report.partition(f"\n{title}")
        line, _, rest = rest.partition("\n")
        report = f"{head}\n{title}{line}\n\n{sentence}\n{rest}"
    return report


def _quiet(report: str) -> str:
    """The report without what it tells in figures."""
    lines = [line for line in report.splitlines() if not line.startswith("（")]
    at = lines.index("## 一、总体情况") + 1
    kept = (
        "（一）主动公开情况。按时公开。",
        "（二）依申请公开情况。规范办理流程。",
        "（三）政府信息管理情况。落实审核制度。",
        "（四）平台建设情况。维护专栏。",
        "（五）监督保障情况。纳入年度考核，开展社会评议，未发生责任追究。",
    )
    return "\n".join([*lines[:at], *(text for line in kept for text in ("", line)), *lines[at:]])


def _found(result: Result, pair: Pair) -> bool:
    """Whether a finding of the prose quotes the wrong statement."""
    quotes = [finding.quote for finding in result.findings if finding.family == "prose"]
    return any(quote in pair.wrong and quote not in pair.right for quote in quotes)


def test_a_second_wrong_statement_is_found_beside_the_right_one() -> None:
    made = list(pairs())
    found = Counter(pair.subject for pair in made if _found(lint_text(pair.text), pair))
    assert sum(found.values()) >= SHARE_FOUND * len(made), found


def test_the_right_statements_are_right() -> None:
    for subject, (number, forms) in SUBJECTS.items():
        told = [form.format(number) + "。" for form in forms]
        codes = [finding.code for finding in lint_text(_report(("（二）依申请公开情况", "".join(told)))).findings]
        assert not [code for code in codes if code.startswith(("N", "Z"))], (subject, codes)
