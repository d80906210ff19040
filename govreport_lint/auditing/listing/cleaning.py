"""A printed name without what is no part of it: the year, the name of the document, the draft, numbers before it.

A title, a signature, the name of a file or a folder: of ``03 示范县民政局2024年政府信息公开工作年度报告（终稿）.docx``
示范县民政局 is left.
"""

from __future__ import annotations

import re
import unicodedata

from ...invisible import without_invisible
from ...remembered import remembered

_SUFFIX = re.compile(
    r"\.(?:docx?|docm|wps|wpt|pdf|xlsx?|et|html?|mht|mhtml|txt|md|rtf|odt|ods|zip|ofd|xml)(?=$|[#/\\])", re.IGNORECASE
)
_DAY = (
    r"20\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|(?<!\d)20\d{6}(?!\d)|(?<!\d)\d{1,2}月\d{1,2}日|"
    r"[二两][〇○零O0][一二三四五六七八九〇○零O0]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_YEAR = (
    r"(?<!\d)(?:19|20)\d\d\s*(?:年度|年(?!报)|(?!\d))|[二两][〇○零O0][一二三四五六七八九〇○零O0]{2}(?:年度|年(?!报))"
)
# 人民政府信息公开 is 人民政府 and 信息公开: the name keeps its 政府.
_DOCUMENT = (
    r"(?:(?<!人民)政府|政务)?信息(?:主动)?公开(?:和政务公开)?(?:工作)?的?(?:年度|年)?(?:工作)?(?:报告|年报|总结|情况)?|"
    r"政务公开(?:工作)?的?(?:年度)?(?:工作)?(?:报告|年报|总结|情况)?|(?:工作)?年度(?:工作)?(?:报告|总结)|年度工作|工作年报|"
    r"年报告?|工作(?:报告|总结)|报告|总结"
)
_BEFORE = r"关于(?:报送|公布|印发|发布|做好|编制)?"
_DRAFT = (
    r"(?:最终|修改|修订|送审|审核|审定|报审|征求意见|正式|发布|上网|公开|报送|公示|网络|上传|校对|核对|打印|纸质|电子|盖章|扫描|"
    r"第?[终定初草新旧一二三四五六七八九十\d]|PDF|WORD)(?:稿|版|件)+|修改后|已?修改|最终|正式|盖章|扫描件|副本|复件|复制|拷贝|copy|"
    r"第[一二三四五六七八九\d]次|最新|(?<![A-Za-z])v\d+(?:\.\d+)*|附件\s*\d*|新建|文档|模板|无误|已审核?|(?:补充)?(?:上报|报送|提交|补报)|"
    r"已(?:报|收)"
)
_TAKEN_OFF = re.compile(f"{_DAY}|{_YEAR}|{_BEFORE}|{_DRAFT}", re.IGNORECASE)
_PARTING = re.compile(_DOCUMENT)
_NUMBERED = re.compile(
    r"^\s*(?:[(\[【]?\d{1,4}[)\]】]?[.、,:_\-]?|[(]?[一二三四五六七八九十]{1,3}[)、._\-])\s*(?!\d*年)"
)
_BRACKETS = re.compile(r"[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]")
# What stands in brackets behind a name and is no part of it: (1), (终), (代章).
_IN_BRACKETS = re.compile(
    r"\s*(?:\d+|[一二三四五六七八九十]+|[终定初草新旧改审报公章]+|本级|代章|公章|印章?|word|pdf|docx?)?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s\-—–_·•.,、，。;；:：/\\|+&~$《》〈〉<>“”\"'‘’「」()\[\]【】〔〕{}#*]+")
_GROUPS = re.compile(
    r"(?:各|所有)?(?:县直|市直|区直|县级|市级|区级|县|市|区|政府|工作|组成|垂直管理|垂管|派出)*"
    r"(?:乡镇街道|镇乡街道|街道乡镇|乡镇|镇街|街镇|街道|部门|单位|机构|园区)|垂管|其他|其它|汇总|材料|邮件"
)
# A word behind the document's name that can be no unit: the name of who sent it, 公示, 的函.
_NOBODY = re.compile(r"[^县市区旗省州镇乡街局委办府会所院站社队团校处科馆厅部司企]{1,4}")
_KINDS = re.compile(r"(?:的|函|说明|公示|公告|通知)+")
# Numbers around a name, a letter or two behind it (民政局b), 新 or 旧; XX stands for a name that was not filled in.
_ENDS = re.compile(
    r"^(?:\d+|的)+|(?:\d+|的|(?<=[\u4e00-\u9fff])[A-WYZa-wyz]{1,2}|(?<=[局委办会镇乡道府室心社院])[新旧改终])+$"
)
_LONGEST = 200


@remembered
def cleaned(printed: str) -> str:
    """The name alone; empty where nothing of it is left."""
    text = unicodedata.normalize("NFKC", without_invisible(printed[:_LONGEST]))
    text = _NUMBERED.sub("", _SUFFIX.sub(" ", text.strip()))
    text = _TAKEN_OFF.sub(" ", text)
    # Brackets in brackets are opened from within.
    before = ""
    while before != text:
        before, text = text, _BRACKETS.sub(_opened, text)
    head, *tails = (_joined(part) for part in _PARTING.split(text))
    nobody = _NOBODY if head else _KINDS
    tails = [tail for tail in tails if not nobody.fullmatch(tail)]
    return "".join((head, *tails)).removesuffix("本级")


def _opened(match: re.Match[str]) -> str:
    """Words in brackets stay; a mark of a copy or a draft goes."""
    return " " if _IN_BRACKETS.fullmatch(match[1]) else f" {match[1]} "


def _joined(text: str) -> str:
    """What is left between signs, without words that sort units (乡镇, 县直部门) and name none."""
    pieces = (_ENDS.sub("", piece) for piece in _BETWEEN.split(text))
    return "".join(piece for piece in pieces if piece and not _GROUPS.fullmatch(piece))
