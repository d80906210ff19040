"""Reports of which a test needs the prose only, and ways in which their text is copied."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hand_made import make_report
from msgspec.structs import replace

from govreport_lint.document import Location, Passage, Run
from govreport_lint.report import Report, Section

FIRST = (
    "全年通过镇务公开栏和微信公众号发布惠农补贴发放明细、低保对象调整结果和村级道路养护计划共86条，村民反映的数据错漏当月更正。",
    "镇里安排两名工作人员轮流接待查询，登记簿每周由分管领导翻阅一次，超过五个工作日没有回音的由纪检干部当面询问原因。",
    "老旧档案已经扫描入库，涉及宅基地审批的卷宗按村编号，群众持身份证即可在便民大厅的自助机上调阅和打印。",
    "联合司法所对十二个村的公示栏逐一检查，发现过期张贴、字迹模糊和遗漏盖章等情形二十余处，均已督促更换。",
)
FIFTH = (
    "部分村干部年龄偏大，不熟悉后台操作，常常等到季末才集中上传，造成补贴公示晚于实际发放的日期。",
    "接下来拟从返乡大学生中聘请信息员，为每村配备一台扫描仪，并把上传是否及时写进年终评优的条件。",
)
OTHER = (
    "全县中小学招生划片范围、随迁子女入学材料和民办学校收费标准在四月底以前挂网，家长可以按门牌号查到对应学校。",
    "教师职称评审的推荐人选、评委抽取过程和异议处理都在局域网内直播，录像保存三年备查，今年没有人提出复核。",
    "营养餐的食材采购价格每周张贴在校门口，家长委员会派代表随车验货，不合格的批次当场退回并记入供应商档案。",
    "校车线路调整以前先征求沿线家长的意见，采纳与否逐条书面答复，答复原件由学校和运输公司各存一份。",
)


def passage(text: str) -> Passage:
    """A paragraph with its place."""
    return Passage(text, (Run(0, Location(0, len(text))),))


def prose_report(
    first: Sequence[str] = FIRST,
    fifth: Sequence[str] = FIFTH,
    sixth: Sequence[str] = (),
    organ: str = "青山县白石镇人民政府",
) -> Report:
    """A report with these paragraphs in its sections."""
    parts = ((1, first), (5, fifth), (6, sixth))
    sections = tuple(
        Section(number, "", None, Location(), tuple(passage(text) for text in texts)) for number, texts in parts
    )
    return replace(make_report(), organ=organ, sections=sections)


def with_paragraphs(report: Report, texts: Sequence[Sequence[str]]) -> Report:
    """A report with other paragraphs in its sections, one list a section."""
    pairs = zip(report.sections, texts, strict=True)
    return replace(report, sections=tuple(replace(one, paragraphs=tuple(map(passage, part))) for one, part in pairs))


def texts_of(report: Report) -> list[list[str]]:
    """The paragraphs of its sections."""
    return [[one.text for one in section.paragraphs] for section in report.sections]


def reordered(report: Report, seed: int) -> Report:
    """A report with the paragraphs of each section in another order."""
    chance = random.Random(seed)
    return with_paragraphs(report, [chance.sample(part, len(part)) for part in texts_of(report)])


def changed(report: Report, share: float, seed: int) -> Report:
    """A report with this share of its characters replaced by others that reports use."""
    chance = random.Random(seed)
    used = "".join(FIRST + FIFTH + OTHER)
    return with_paragraphs(
        report,
        [
            ["".join(chance.choice(used) if chance.random() < share else one for one in text) for text in part]
            for part in texts_of(report)
        ],
    )
