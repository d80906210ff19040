"""Texts of many organs for the benchmark of likeness: each its own, made of the sentences that offices write.

A text is made by a seed alone. Its clauses come from a grammar with millions of forms and from turns of phrase that
many offices have; the copies are made of it: paragraphs re-ordered, characters changed, half of it taken over.
"""

from __future__ import annotations

import random
import re

from govreport_lint.document import Location, Passage, Run
from govreport_lint.report import Report, Section, UnitKind


def _words(text: str) -> list[str]:
    return text.replace("\n", "").split("、")


PLACES, SECOND = "青安临平永长新东南西北清石白金龙凤云江海", "山水溪河川泉湖岭桥州阳宁和丰田林源台港峰"
KINDS = _words("镇人民政府、乡人民政府、街道办事处、县财政局、县教育局、县民政局、县水利局、县交通运输局、县农业农村局")
MANNER = _words(
    "扎实、持续、深入、逐项、按季度、定期、主动、及时、全面、重点、集中、分批、稳步、切实、规范、同步、逐级、牵头"
)
DOING = _words("""梳理、公布、更新、核对、整理、解读、汇编、上线、清理、补录、推送、细化、优化、完善、检查、通报、归集、
校对、发布、改造""")
FIELD = _words("""乡村振兴、义务教育、医疗救助、社会保险、城市低保、危房改造、农机补贴、林地征收、河道治理、饮用水源、
安全生产、食品抽检、药品监管、财政预算、政府采购、土地出让、棚户区、养老服务、就业培训、招商项目、减税降费、耕地保护、环境监测、公共交通、
老旧小区、垃圾分类、防汛抗旱、惠农资金、村级账目、学区划分、残疾人补助、退役军人、应急救援、文物保护、旅游景区、物业管理、
供水供电、道路养护、户籍办理、不动产登记、工程招标、信用监管、行政审批、志愿服务、基层治理、社区矫正、法律援助、消防检查、
粮食储备、特种设备、校外培训、托育机构、残疾预防、疫苗接种、慢病管理、医保报销、公积金、租赁住房、渔业捕捞、畜牧防疫""")
THING = _words("""办事指南、政策文件、问答材料、图解、清单、台账、流程图、公示表、专栏、栏目、目录、短视频、宣传册、
答复意见、检查结果、数据集、会议纪要、意见征集稿、项目进度、资金明细、申报条件、联系电话、责任分工、评审结果、验收报告""")
WHO = _words(
    """各股室、村居干部、窗口人员、办公室专人、包片领导、业务骨干、法律顾问、社区网格员、新任信息员、驻村队员"""
)
FAULT = _words("更新不够及时、形式比较单一、内容不够详细、群众知晓率不高、人手不足、基础薄弱、口径不够统一、互动较少")
COMMON = _words("""加强组织领导，明确专人负责、严格落实保密审查制度、不断提高工作人员业务水平、进一步拓宽公开渠道、
切实保障人民群众的合法权益、及时回应社会关切、做到件件有回音、确保信息发布准确权威、健全长效工作机制、形成齐抓共管的良好局面、
强化责任落实和督促检查、积极开展业务培训交流""")
_CHANGED = re.compile(r"[一-龥]")
_CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"


def organ(number: int) -> str:
    """The name of an organ."""
    first, second = PLACES[number % 20], SECOND[number // 20 % 20]
    return first + second + KINDS[number // 400 % len(KINDS)]


def honest(number: int, seed: int = 1) -> list[list[str]]:
    """The paragraphs of sections one and five of an organ's own text."""
    chance = random.Random(f"{seed} {number}")
    first = [_paragraph(chance, number, 6) for _ in range(6)]
    return [first, [_faults(chance), _paragraph(chance, number, 4)]]


def _paragraph(chance: random.Random, number: int, sentences: int) -> str:
    return "".join(_sentence(chance, number) for _ in range(chance.randint(sentences - 2, sentences + 2)))


def _sentence(chance: random.Random, number: int) -> str:
    clauses = [_clause(chance) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.2:
        clauses.append(chance.choice(COMMON))
    lead = chance.choice(["2024年，", f"{organ(number)}", "我单位", "", "", ""])
    return lead + "，".join(clauses) + "。"


def _clause(chance: random.Random) -> str:
    one = chance.choice(MANNER) + chance.choice(DOING) + chance.choice(FIELD)
    shape = chance.randrange(4)
    if shape == 0:
        return f"{one}{chance.choice(THING)}{chance.randint(2, 400)}条"
    if shape == 1:
        return f"由{chance.choice(WHO)}{one}和{chance.choice(FIELD)}方面的{chance.choice(THING)}"
    return f"{one}{chance.choice(['领域', '事项', '工作的', '一类'])}{chance.choice(THING)}"


def _faults(chance: random.Random) -> str:
    found = [f"{chance.choice(FIELD)}{chance.choice(THING)}{chance.choice(FAULT)}" for _ in range(3)]
    return f"存在的主要问题：一是{found[0]}；二是{found[1]}；三是{found[2]}。"


def renamed(text: list[list[str]], old: int, new: int) -> list[list[str]]:
    """A text with the name and the figures of another organ."""
    chance = random.Random(new)
    return [
        [
            re.sub(r"\d{1,3}条", lambda _: f"{chance.randint(2, 400)}条", one.replace(organ(old), organ(new)))
            for one in part
        ]
        for part in text
    ]


def reordered(text: list[list[str]], chance: random.Random) -> list[list[str]]:
    """A text with its paragraphs in another order."""
    return [chance.sample(part, len(part)) for part in text]


def changed(text: list[list[str]], share: float, chance: random.Random) -> list[list[str]]:
    """A text with this share of its characters replaced."""
    return [
        [
            _CHANGED.sub(lambda one: chance.choice(_CHARACTERS) if chance.random() < share else one[0], each)
            for each in part
        ]
        for part in text
    ]


def halved(text: list[list[str]], own: list[list[str]]) -> list[list[str]]:
    """A text of which every second paragraph is one's own."""
    return [
        [mine if at % 2 else one for at, (one, mine) in enumerate(zip(part, rest, strict=False))]
        for part, rest in zip(text, own, strict=True)
    ]


def report_of(number: int, text: list[list[str]]) -> Report:
    """A report with this text."""
    sections = tuple(
        Section(section, "", None, Location(), tuple(Passage(one, (Run(0, Location()),)) for one in part))
        for section, part in zip((1, 5), text, strict=True)
    )
    return Report(
        name=str(number), organ=organ(number), kind=UnitKind.OTHER, year=2024, form="2021", title=None, signature=None,
        sections=sections, preamble=(), tables=(), figures=(), claims=(), dates=(), form_signs={},
    )  # fmt: skip
