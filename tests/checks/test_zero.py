"""One zero that demands another, pieces of information entered as documents, amounts that no rate makes.

What sentences deny (Z401, Z404, Z406, Z407) stands in ``test_prose.py`` beside the other sentences, blank cells and
totals of 0 (Z402, Z403, Z405) in ``test_tables.py`` beside the other cells.
"""

from __future__ import annotations

import pytest
from placing import place

from govreport_lint import Finding, lint_text
from govreport_lint.rulebook.pages import Replacement, standard_report

RECEIVED, CARRIED_IN = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
UNPAID = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
NONE = " 0 |" * 7


def said(code: str, **pieces: str) -> list[Finding]:
    fragments = [Replacement(target.replace("_", " "), text) for target, text in pieces.items()]
    return list(lint_text(place(standard_report(), fragments), select=[code]).findings)


def test_remedies_without_applications_are_a_hint() -> None:
    rows = {f"row_{RECEIVED}": f"| {RECEIVED} | | |{NONE}", f"row_{CARRIED_IN}": f"| {CARRIED_IN} | | |{NONE}"}
    (found,) = said("Z408", **rows)
    assert found.severity == "info"
    assert "行政复议”总计(2)" in found.message.zh and "未经复议直接起诉”总计(1)" in found.message.zh
    blank = {name: row.replace(NONE, "  |" * 7) for name, row in rows.items()}
    assert said("Z408", **blank) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("没有发出收费通知，未收取信息处理费。", True),
        ("本年未向申请人发出收费通知。", True),
        ("未下达过信息处理费缴费通知。", True),
        ("发出收费通知1件，申请人逾期未缴费。", False),
        ("没有收取信息处理费。", False),
    ],
)
def test_unpaid_applications_without_a_notice(sentence: str, told: bool) -> None:
    text = f"## 六、其他需要报告的事项\n\n{sentence}\n\n示例县示范镇人民政府\n\n2025年1月20日"
    row = f"| | | {UNPAID} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    assert len(said("Z409", **{"section_六": text, f"row_{UNPAID}": row})) == told
    assert said("Z409", section_六=text) == []


@pytest.mark.parametrize(("amount", "told"), [("380元", False), ("385元", True), ("0.04万元", False), ("12.5元", True)])
def test_a_fee_is_a_multiple_of_ten(amount: str, told: bool) -> None:
    text = f"## 六、其他需要报告的事项\n\n收取信息处理费{amount}。\n\n示例县示范镇人民政府\n\n2025年1月20日"
    assert len(said("N514", section_六=text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全年主动公开政府信息126条。", True),
        ("全年主动公开政府信息126条，作出行政许可决定126件。", False),
        ("全年主动公开政府信息127条。", False),
        ("全年主动公开政府信息326条，其中通过网站公开政府信息126条。", False),
    ],
)
def test_pieces_of_information_entered_as_decisions(text: str, told: bool) -> None:
    found = said("T214", **{"paragraph_（一）": f"（一）主动公开情况。{text}"})
    assert [(one.place.row, one.place.column) for one in found] == [("licences", "decisions")] * told
