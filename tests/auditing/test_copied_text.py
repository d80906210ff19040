"""Copied text in a county: the copy is told to both, what all have is told once and to nobody."""

from __future__ import annotations

import random

import pytest
from placing import place
from prose_reports import FIFTH, FIRST, OTHER

from govreport_lint.auditing.audit import audit
from govreport_lint.auditing.audited import Audit
from govreport_lint.auditing.request import Request
from govreport_lint.rulebook.pages import Replacement, standard_report

TOWNS = ("白石镇", "红岩镇", "青溪镇", "黄坪镇", "黑水镇", "龙泉镇", "双桥镇", "石门镇", "大坝镇")
TEMPLATE = OTHER[0]
WORDS = "水渠台账茶园合同祠堂旧照桥梁荷载鱼塘承包粮库湿度果林嫁接窑洞修缮渡口班次牧道围栏苗圃出圃"


def _own(number: int) -> list[str]:
    """Sentences that no other town has."""
    chance = random.Random(number)
    pairs = [WORDS[at : at + 2] for at in range(0, len(WORDS), 2)]
    return ["".join(chance.sample(pairs, 9)) + "，" + "".join(chance.sample(pairs, 8)) + "。" for _ in range(6)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Nine towns with a template, the second of which copies the first."""
    folder = tmp_path_factory.mktemp("copied")
    for number, town in enumerate(TOWNS):
        first = FIRST if number < 2 else _own(number)
        section = "## 一、总体情况\n\n" + "\n\n".join((*first, TEMPLATE))
        fifth = "## 五、存在的主要问题及改进情况\n\n" + "\n\n".join(FIFTH if number < 2 else _own(number + 50))
        text = place(standard_report(), (Replacement("section 一", section), Replacement("section 五", fifth)))
        (folder / f"{town}.md").write_text(text.replace("示范镇", town), "utf-8")
    return audit(Request(reports=(folder,), previous=(), out=folder / "out", date="2025-01-22"))[0]


def test_the_two_that_share_a_text_are_told_and_nobody_else(made: Audit) -> None:
    told = {
        audited.unit.name if audited.unit else "": [item.message.zh for item in audited.items if item.code == "R805"]
        for audited in made.units
    }
    named = {name for name, messages in told.items() if messages}
    assert len(named) == 2 and all(any(town in name for name in named) for town in TOWNS[:2])
    assert all("基本照搬" in message for messages in told.values() for message in messages)


def test_the_template_is_told_once(made: Audit) -> None:
    (template,) = made.templates
    assert template.text == TEMPLATE
    assert len(template.units) == len(TOWNS)
