"""The kind of a public body, as far as its name tells it."""

from __future__ import annotations

import re

from ...report import UnitKind

# What the names of public bodies end with, as a part of a regular expression.
ENDINGS = (
    "政府|公署|行署|[局厅委院所处站馆社校办镇乡部会署室]|中心|街道|[支大总中]队|海关|[支分]行|银行|[林农牧渔茶]场|苏木|集团|公司"
    "|大学|工会"
)
_BRACKETED = re.compile(r"[(（](?:办公室|机关|本级|部门)[)）]$")
_GOVERNMENTS = re.compile(r"(?:人民政府|政府)$")
_PROVINCES = ("北京市", "上海市", "天津市", "重庆市")
_KINDS: tuple[tuple[str, UnitKind], ...] = (
    (r"(?:行政公署|公署|行署)$", UnitKind.CITY),
    (r"街道(?:办事处)?$|办事处$", UnitKind.SUBDISTRICT),
    (r"(?:管理委员会|管委会|开发区|实验区|示范区|园区|风景区|保税区|高新区|产业园)$", UnitKind.OTHER),
    (r"(?:局|委员会|委|办公室|办公厅|厅|院|所|中心|总队|支队|大队|队|处|站|馆|署|办|部|海关|[支分]行|银行|工会|大学|科协|残联|供销社|联合会|集团|公司)$",
     UnitKind.DEPARTMENT),
    (r"(?:[镇乡苏]|苏木)$", UnitKind.TOWNSHIP),
    (r"(?:省|自治区)$", UnitKind.PROVINCE),
    (r"(?:自治州|地区|盟|[^自]州)$", UnitKind.CITY),
    (r"[县区旗]$", UnitKind.COUNTY),
    (r"市$", UnitKind.CITY),
)  # fmt: skip


def kind_of(organ: str | None) -> UnitKind:
    """The kind of an organ; ``OTHER`` for an unknown one.

    A county-level city cannot be told from a prefecture-level one by its name; both are ``CITY``.
    """
    name = re.sub(r"\s+", "", organ or "")
    if not name:
        return UnitKind.OTHER
    place = _GOVERNMENTS.sub("", _BRACKETED.sub("", name))
    if place in _PROVINCES or place in tuple(city[:-1] for city in _PROVINCES):
        return UnitKind.PROVINCE
    for pattern, kind in _KINDS:
        if re.search(pattern, place):
            return kind
    return UnitKind.OTHER
