"""A wrong number beside the right one: each statement of the prose is judged by itself, whatever another one says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from told_reports import told_report

from govreport_lint import Result, lint_text

EACH = 25
SHARE_FOUND = 0.9
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
            yield Pair(subject, right, wrong, told_report((first, right), (second, wrong)))


def _another(number: int, draw: random.Random) -> int:
    """What the number is miscopied as: two figures swapped, one left out, or near it."""
    digits = str(number)
    at = draw.randrange(len(digits))
    ways = {int(digits[:at] + digits[at + 1 : at + 2] + digits[at] + digits[at + 2 :]), int(digits + digits[-1])}
    ways |= {number + draw.randrange(1, 9), number - 1, number + 10}
    return draw.choice(sorted(way for way in ways if way > 0 and way != number))


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
        codes = [finding.code for finding in lint_text(told_report(("（二）依申请公开情况", "".join(told)))).findings]
        assert not [code for code in codes if code.startswith(("N", "Z"))], (subject, codes)
