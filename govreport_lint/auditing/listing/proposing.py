"""A list of units made of the reports themselves, for a county that has none yet: to be looked through by a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..entry import Entry, NameSource, Role
from ..unit import Unit, UnitCategory, UnitList
from .cleaning import cleaned
from .places import place_of
from .unit_names import UnitNames
from .usual_forms import GOVERNMENT, Place

# A page tells who publishes, which may be another.
_SURE = (NameSource.TITLE, NameSource.SIGNATURE, NameSource.FILE, NameSource.METADATA, NameSource.FOLDER)
_VERTICAL = (
    "国家税务总局", "税务局", "气象局", "海关", "海事局", "烟草专卖局", "国家统计局", "人民银行", "调查队", "消防救援",
    "邮政管理局",
)  # fmt: skip
# Another county; 城市管理局 and zones (经济开发区管理委员会, 高新区税务局) begin with none.
_ELSEWHERE = re.compile(
    r"[\u4e00-\u9fff]{1,5}?(?:县|(?<!自治)旗|(?<!城)市(?!场)|(?<!开发)(?<!高新)(?<!经开)(?<![园新社景库度假])区(?!管))(?!镇|乡|街道)(?=[\u4e00-\u9fff]{3})"
)
_ENDINGS = (
    (("镇", "乡", "镇人民政府", "乡人民政府", "苏木"), UnitCategory.TOWNSHIP),
    (("街道", "街道办事处", "街道办"), UnitCategory.SUBDISTRICT),
    (("管理委员会", "管委会", "开发区", "园区", "高新区"), UnitCategory.ZONE),
    (("分局", "派出所", "管理站", "服务中心"), UnitCategory.BRANCH),
    (("局", "委员会", "办公室", "委", "中心", "社", "会", "办"), UnitCategory.DEPARTMENT),
)  # fmt: skip


def propose_units(entries: Sequence[Entry]) -> UnitList:
    """The units that this year's reports name, in the order of their kinds and names; each by its longest name where
    it is called in several usual ways. Who has handed in nothing cannot be known."""
    every = {name for entry in entries if entry.role is Role.CURRENT and (name := _name_of(entry))}
    place, above = place_of(sorted(every))
    named = {f"{place}{GOVERNMENT}" if name == place else name for name in every if not _is_elsewhere(name, place)}
    names = sorted(_longest(named, place, above))
    kinds = list(UnitCategory)
    found = sorted(
        ((category_of(name, place), name) for name in names), key=lambda pair: (kinds.index(pair[0]), pair[1])
    )
    return UnitList(tuple(_units(found)), place, above, proposed=True)


def _is_elsewhere(name: str, place: str) -> bool:
    """Whether a name begins with a county that is not this one: 邻县民政局."""
    own = Place(place, "").stem or place
    return bool(place) and own not in name and _ELSEWHERE.match(name) is not None


def _longest(named: Collection[str], place: str, above: str) -> Iterator[str]:
    """The names without those that are a shorter way to say one of the others."""
    units = tuple(Unit(number=at, name=name) for at, name in enumerate(sorted(named), 1))
    forms = UnitNames(UnitList(units, place, above))
    for name in named:
        others = [other for other in forms.means(name) if (len(other), other) > (len(name), name)]
        if len(others) != 1:
            yield name


def category_of(name: str, place: str) -> UnitCategory:
    """类别 as far as a name tells it."""
    if name == f"{place}{GOVERNMENT}":
        return UnitCategory.GOVERNMENT
    if any(word in name for word in _VERTICAL):
        return UnitCategory.VERTICAL
    return next((category for endings, category in _ENDINGS if name.endswith(endings)), UnitCategory.OTHER)


def _name_of(entry: Entry) -> str:
    """What a report calls its organ, from the surest place that says it; around it only what is a unit by its kind."""
    for source in _SURE:
        for name in entry.names:
            text = cleaned(name.text) if name.source is source else ""
            inside = source in (NameSource.TITLE, NameSource.SIGNATURE)
            if text and (inside or category_of(text, "") is not UnitCategory.OTHER):
                return text
    return ""


def _units(found: Sequence[tuple[UnitCategory, str]]) -> Iterator[Unit]:
    for number, (category, name) in enumerate(found, 1):
        apart = category in (UnitCategory.VERTICAL, UnitCategory.GOVERNMENT)
        yield Unit(number=number, name=name, category=category, due=not apart, counted=not apart)
