"""The title line of a report: recognising it and taking it apart.

In use: ``示范镇人民政府2024年政府信息公开工作年度报告``, the year before the organ,
``政府信息公开工作2022年度报告``, ``关于2022年度政府信息公开情况的报告``.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from .unit_kinds import ENDINGS

_LONGEST = 70
_YEAR = re.compile(r"(\d{4}|[二〇○零一三四五六七八九]{4})年度?")
# 政务信息管理局, 政务公开办公室, 信息公开和数据中心 are organs, not what a report is about.
_TOPIC = re.compile(
    r"(?:政府信息|政务信息|政务公开|信息公开)"
    r"(?!(?:(?!政府信息|政务信息|政务公开|信息公开|年|报告)[\u4e00-\u9fff]){0,10}(?:局|中心|办公室|委员会|大队|处(?!理)|科(?!技)))"
)
_END = re.compile(r"(?:报告|年报|总结)(?:[(（【\[].{0,12}[)）】\]])?$")
_SUFFIX = re.compile(r"(?<=报告|年报)[-_—|–].*$")
_METADATA = re.compile(r"^(?:标题|名称|信息名称|文件名称|题名|主题)[:：]")
_OTHER = re.compile(
    r"^(?:根据|按照|依据|现将|本报告|本年度报告|关于印发|关于做好|附件|当前位置|上一篇|下一篇|来源|为)|通知|办法|专栏|目录|指南|[:：>。;；!！?？《“]|首页"
)
_DIGITS = {character: str(digit % 10) for digit, character in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
}
# Names of columns of a site (政府信息公开, 年报专栏), and of units of a kind (政府部门, 乡镇街道).
_COLUMN = re.compile(
    r"(?:人民)?(?:政府|政务|信息|公开|公示|工作|法定|主动|内容|制度|要闻|动态|年度|年报|报告|专栏|专题|栏目|平台|首页|网站|门户)+"
    r"|(?:各|省|市|州|县|区|镇)*(?:直属?|属|级|政府|组成|工作)*(?:部门|单位|机构|机关|乡镇|镇街|镇乡|街道|办事处|街|乡|镇|局|委办局)+"
)
_PLACE = re.compile(rf"(?:(?!站)(?:{ENDINGS})|[县市区省旗州盟园]|(?<!网)站)(?:[(](?:办公室|机关|本级)[)])?$")
_GLUED = re.compile(r"^\s*(.{4,70}?(?:年度报告|年报|情况的?报告))(?=\s+\S|根据|依据|按照|本报告|本年度)")


class TitleWords(Struct, frozen=True):
    """A title taken apart: organ (None: it names none), year (None: none), what it calls the document."""

    organ: str | None
    year: int | None
    document_name: str


def parse_title(text: str) -> TitleWords | None:
    """The parts of a title line; None when the text is not one."""
    if len(text) > 4 * _LONGEST or "公" not in text:
        return None
    compact = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    if len(compact) > _LONGEST or not _END.search(compact) or not _TOPIC.search(compact) or _OTHER.search(compact):
        return None
    compact = re.sub(r"[(（【\[].{0,12}[)）】\]]$", "", compact).lstrip("#*")
    year = _YEAR.search(compact)
    before = compact[: year.start()] if year else ""
    after = compact[year.end() :] if year else compact
    first, last = _TOPIC.search(before), _last_topic(after)
    if first:
        organ, name = before[: first.start()], before[first.start() :] + after
    elif before:
        organ, name = before, after
    else:
        start = last if last is not None else 0
        organ, name = after[:start], after[start:]
    return TitleWords(_organ(organ), _number(year[1]) if year else None, name)


def names_organ(words: TitleWords) -> bool:
    """Whether what stands before the year in lines put together is a public body, not a menu of the site."""
    return words.organ is not None and bool(_PLACE.search(words.organ)) and not _COLUMN.fullmatch(words.organ)


def title_at_beginning(text: str) -> int:
    """Where a title with which a longer paragraph begins ends; 0 when it begins with none."""
    glued = _GLUED.match(text[:200])
    return glued.end(1) if glued and parse_title(glued[1]) else 0


def without_metadata(text: str) -> str | None:
    """The words of a metadata line ``标题：…``, None for any other line."""
    plain = unicodedata.normalize("NFKC", text.strip()[: 4 * _LONGEST])
    label = _METADATA.match(plain)
    return plain[label.end() :].strip() if label else None


def without_site_name(text: str) -> str:
    """A page title without what the site adds to it (``…年度报告-示范县人民政府``)."""
    return _SUFFIX.sub("", re.sub(r"\s+", "", text))


def _last_topic(text: str) -> int | None:
    found = list(_TOPIC.finditer(text))
    if not found:
        return None
    last = found[-1]
    close = [match for match in found if last.start() - match.end() <= 0]
    return close[0].start() if close else last.start()


def _organ(text: str) -> str | None:
    organ = re.sub(r"(?:关于|的)$", "", text)
    organ = re.sub(r"^(?:关于)", "", organ)
    if organ.endswith("人民"):
        return organ + "政府"
    return None if _COLUMN.fullmatch(organ) else organ or None


def _number(year: str) -> int:
    return int("".join(_DIGITS.get(character, character) for character in year))
