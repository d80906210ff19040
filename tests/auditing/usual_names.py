"""The forms in which offices print the names of units, made without the program's own lists: four counties' units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

TOWN, STREET, OFFICE, GOVERNMENT = "镇人民政府", "街道办事处", "人民政府办公室", "人民政府"
SHORT = {
    "发展和改革局": "发改局 发改委 发展改革局 发展与改革局 发展和改革委员会",
    "发展和改革委员会": "发改委 发改局 发展改革委员会",
    "工业信息化和科技局": "工信科技局 工信和科技局 工业信息化与科技局",
    "经济信息化局": "经信局 经济和信息化局",
    "教育体育局": "教体局",
    "教育和体育局": "教体局 教育体育局",
    "科学技术局": "科技局",
    "人力资源和社会保障局": "人社局 人力资源社会保障局 人力资源与社会保障局",
    "自然资源和规划局": "资规局 自然资源局 自然资源与规划局",
    "住房和城乡建设局": "住建局 住房城乡建设局 住房与城乡建设局",
    "交通运输局": "交通局",
    "农业农村局": "农业局",
    "农业农村和水利局": "农业农村水利局 农水局",
    "文化体育和旅游局": "文体旅局 文旅局 文化体育旅游局",
    "文化广电和旅游局": "文广旅局 文旅局 文化广电旅游局",
    "文化广播电视和旅游局": "文广旅局 文旅局",
    "卫生健康局": "卫健局 卫健委 卫生健康委员会",
    "卫生健康委员会": "卫健委 卫健局",
    "退役军人事务局": "退役军人局",
    "应急管理局": "应急局",
    "市场监督管理局": "市监局 市场监管局",
    "医疗保障局": "医保局",
    "城市管理局": "城管局",
    "城市管理和综合执法局": "城管局 城市管理局",
    "综合行政执法局": "综合执法局",
    "林业局": "林草局",
    "行政审批局": "政务服务管理局",
    "国有资产监督管理局": "国资局",
    "国有资产监督管理委员会": "国资委 国资局",
    "人民防空办公室": "人防办",
    "金融工作办公室": "金融办",
    "海洋与渔业局": "海渔局 海洋渔业局",
    "民族宗教事务局": "民宗局",
    "供销合作社": "供销社",
    "烟草专卖局": "烟草局",
    "残疾人联合会": "残联",
    "消防救援大队": "消防大队",
    "大数据发展管理局": "大数据局",
}
PLAIN = "公安局 民政局 司法局 财政局 审计局 统计局 信访局 商务局"


class County(NamedTuple):
    """A county, the city above it, a neighbour, its units."""

    name: str
    above: str
    neighbour: str
    units: tuple[str, ...]

    @property
    def stem(self) -> str:
        """The name without 县."""
        return self.name[:-1]


def _county(name: str, above: str, neighbour: str, bureaus: str, towns: str, streets: str, apart: str) -> County:
    own = [OFFICE, *bureaus.split(), *PLAIN.split()]
    own += [town + TOWN for town in towns.split()] + [street + STREET for street in streets.split()]
    return County(name, above, neighbour, (*(name + unit for unit in own), *apart.split()))


COUNTIES = (
    _county(
        "石狮市", "泉州市", "晋江市",
        "发展和改革局 教育局 工业信息化和科技局 人力资源和社会保障局 自然资源局 住房和城乡建设局 交通和港口发展局 农业农村和水利局 "
        "文化体育和旅游局 卫生健康局 退役军人事务局 应急管理局 市场监督管理局 医疗保障局 城市管理局 国有资产监督管理局 气象局",
        "灵秀 宝盖 蚶江 永宁 祥芝 鸿山 锦尚", "湖滨 凤里",
        "石狮高新技术产业开发区管理委员会 国家税务总局石狮市税务局 泉州市石狮生态环境局 石狮海关",
    ),
    _county(
        "洪泽区", "淮安市", "金湖县",
        "人民政府 发展和改革委员会 教育体育局 科学技术局 人力资源和社会保障局 自然资源和规划局 住房和城乡建设局 交通运输局 水利局 "
        "农业农村局 文化广电和旅游局 卫生健康委员会 退役军人事务局 应急管理局 市场监督管理局 行政审批局 医疗保障局 城市管理局",
        "蒋坝 岔河 西顺河 老子山 三河 东双沟", "高良涧 朱坝 黄集",
        "江苏洪泽经济开发区管理委员会 国家税务总局淮安市洪泽区税务局 淮安市洪泽生态环境局",
    ),
    _county(
        "米易县", "攀枝花市", "盐边县",
        "人民政府 发展和改革局 教育和体育局 科学技术局 经济信息化局 人力资源和社会保障局 自然资源和规划局 住房和城乡建设局 交通运输局 "
        "水利局 农业农村局 文化广播电视和旅游局 卫生健康局 退役军人事务局 应急管理局 市场监督管理局 行政审批局 综合行政执法局 林业局",
        "攀莲 撒莲 普威 白马", "北街", "国家税务总局米易县税务局 攀枝花市米易生态环境局 米易县湾丘彝族乡人民政府",
    ),
    _county(
        "示范县", "", "邻县",
        "供销合作社 大数据发展管理局 城市管理和综合执法局 海洋与渔业局 民族宗教事务局 残疾人联合会 消防救援大队 烟草专卖局 融媒体中心 "
        "机关事务服务中心 国有资产监督管理委员会 人民防空办公室 金融工作办公室 教育局 卫生健康局 农业农村局 市场监督管理局 住房和城乡建设局",
        "青山 三合 新集", "城关", "示范县经济开发区管理委员会 国家税务总局示范县税务局",
    ),
)  # fmt: skip
BEHIND = (
    "", "2024年政府信息公开工作年度报告", "政府信息公开2024年年度报告", "2024年政府信息公开工作年度报告（终稿）.docx", " 2024年年报.doc",
    "关于2024年政府信息公开工作情况的报告", "2024年信息公开年报.pdf", "2024年政府信息公开工作年度报告(1).docx", "_2024年报_终稿",
    "-2024年政府信息公开年度报告（修改稿）", "2024年度政府信息公开工作年度报告的公示", "年报修改后", "/2024年年报.docx",
)  # fmt: skip
BEFORE = ("03 ", "12-", "附件1：", "（三）", "关于", "县直部门/", "2024年")


def forms_of_units(county: County) -> Iterator[tuple[str, str]]:
    """Every unit with the ways to print its name, on reports, files and folders."""
    for unit in county.units:
        for name in sorted(_names(unit, county)):
            yield from ((unit, name + behind) for behind in BEHIND)
            yield from ((unit, before + name + BEHIND[3]) for before in BEFORE)


def _names(unit: str, county: County) -> set[str]:
    place, stem, level, above = county.name, county.stem, county.name[-1], county.above
    own = unit.removeprefix(place)
    if unit == place + OFFICE:
        short = (OFFICE, "政府办公室", "政府办", "人民政府办")
        return {prefix + name for name in short for prefix in (place, level, above + place)} | {"政府办"}
    if unit == place + GOVERNMENT:
        return {place + GOVERNMENT, above + place + GOVERNMENT, place + "政府", level + "政府"}
    if own.endswith((TOWN, "乡" + GOVERNMENT)):
        town = own.removesuffix(GOVERNMENT)
        return {prefix + town + end for prefix in ("", place, above + place) for end in ("", GOVERNMENT, "政府")}
    if own.endswith(STREET):
        street = own.removesuffix("办事处")
        prefixes = ("", place, above + place, place + GOVERNMENT)
        return {prefix + street + end for prefix in prefixes for end in ("", "办", "办事处")}
    return _apart(unit, county) or {
        prefix + name
        for name in (own, *SHORT.get(own, "").split())
        for prefix in ("", place, above + place, stem, level)
    }


def _apart(unit: str, county: County) -> set[str]:
    """The names of what is no bureau of the county's own: zones, taxes, environment, customs."""
    place, stem, above = county.name, county.stem, county.above
    if "生态环境" in unit:
        return {
            f"{above}{place}生态环境局", f"{above}{stem}生态环境局", f"{stem}生态环境局", "生态环境局", f"{place}生态环境局",
            f"{above}生态环境局{stem}分局", f"{stem}生态环境分局", f"生态环境局{stem}分局", f"{place}生态环境分局",
        }  # fmt: skip
    if "税务" in unit:
        return {f"国家税务总局{place}税务局", f"{place}税务局", "税务局", f"{place[-1]}税务局", f"{stem}税务局"}
    if "海关" in unit:
        return {f"{stem}海关", "海关", f"中华人民共和国{stem}海关"}
    if "开发区" in unit:
        short = ("高新区", "高新技术产业开发区") if "高新" in unit else ("经开区", "经济开发区")
        ends = ("", "管委会", "管理委员会")
        return {unit, *(prefix + name + end for name in short for end in ends for prefix in ("", place, stem))}
    return set()


def strange_names(county: County) -> Iterator[str]:
    """What is printed on reports that are of no unit: other counties', parts of units, no unit at all."""
    bodies = (
        "民政局 财政局 市场监督管理局 发展和改革局 人民政府 人民政府办公室 卫健局 青山镇 青山镇人民政府 湖滨街道办事处 税务局 公安局 城管局 "
        "自然资源局 教育局"
    )
    for other in filter(None, (county.neighbour, county.above, "丰山区")):
        for body in bodies.split():
            yield other + body
            yield f"{other}{body}2024年政府信息公开工作年度报告"
    parts = (
        "供销总社 公安局交通警察大队 公安局湖滨派出所 民政局婚姻登记处 自然资源局城区分局 市场监督管理局湖滨所 第一中学 人民医院 人民检察院 委员会 "
        "委办公室 人大常委会 纪委监委 团委 水务集团 交通投资集团 政协 政府信息公开领导小组办公室 住房公积金管理中心 红十字会"
    )
    for part in parts.split():
        yield from (county.name + part, part, f"{county.name}{part}2024年年报.docx")
    yield from (
        "2024年政府信息公开工作年度报告", "年报", "政府信息公开年报(终稿).docx", "新建文档.docx", "政府", "办公室", "人民政府", "局",
        "街道", "乡镇", "县直部门", "报告（一）", "",
    )  # fmt: skip
