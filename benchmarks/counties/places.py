"""The units of a made-up county."""

from __future__ import annotations

from random import Random

from govreport_lint.auditing.unit import Unit, UnitCategory

CITY, COUNTY = "临江市", "示范县"
_TOWNS = (
    "青山镇", "龙泉镇", "柳河镇", "白石镇", "大湾镇", "石桥镇", "新集镇", "马家镇", "双河镇", "红旗乡", "南岭乡", "高峰乡", "清水镇", "古城镇",
    "三岔镇", "沙坪乡", "金竹镇", "枫林镇", "云雾乡", "太平镇",
)  # fmt: skip
_STREETS = ("城关街道", "东城街道", "西城街道", "新华街道")
_BUREAUX = (
    "发展和改革局", "教育局", "科学技术局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局", "自然资源和规划局",
    "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "退役军人事务局", "应急管理局", "审计局",
    "市场监督管理局", "统计局", "医疗保障局", "信访局", "城市管理局", "林业局", "行政审批局", "乡村振兴局",
)  # fmt: skip


def units_of(count: int, draw: Random) -> tuple[Unit, ...]:
    """So many units: towns, subdistricts, departments, the government's office, one vertical unit that does not
    count. The county's own government is not among them."""
    made = [(f"{COUNTY}人民政府办公室", UnitCategory.DEPARTMENT)]
    made += [(f"{COUNTY}{name}人民政府", UnitCategory.TOWNSHIP) for name in _TOWNS]
    made += [(f"{COUNTY}{name}办事处", UnitCategory.SUBDISTRICT) for name in _STREETS]
    made += [(f"{COUNTY}{name}", UnitCategory.DEPARTMENT) for name in _BUREAUX]
    first, rest = made[0], made[1:]
    while len(rest) < count - 2:
        at = len(rest) - len(made) + 2
        rest.append((f"{COUNTY}{_numbered(at)}镇人民政府", UnitCategory.TOWNSHIP))
    chosen = sorted(draw.sample(range(len(rest)), count - 2)) if count - 2 < len(rest) else range(len(rest))
    names = [first, *(rest[at] for at in chosen)]
    listed = [Unit(number=at, name=name, category=kind) for at, (name, kind) in enumerate(names, 1)]
    vertical = Unit(
        number=len(listed) + 1,
        name=f"国家税务总局{COUNTY}税务局",
        category=UnitCategory.VERTICAL,
        due=False,
        counted=False,
    )
    return (*listed, vertical)


_FIRST = "安长东南北上下中永兴盛华富丰吉祥福康宁顺"
_SECOND = "山水河溪湖江泉岭坡坪塘田林竹松柏桥湾沟垭"
_THIRD = "口头里坝台洞"


def _numbered(at: int) -> str:
    """The name of a town: no two alike."""
    first, rest = at % len(_FIRST), at // len(_FIRST)
    second, third = rest % len(_SECOND), rest // len(_SECOND)
    return _FIRST[first] + _SECOND[second] + (_THIRD[third - 1] if third else "")
