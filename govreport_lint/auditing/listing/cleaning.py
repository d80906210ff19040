"""A printed name without what is no part of it: the year, the name of the document, the draft, numbers before it."""

from __future__ import annotations

import re
import unicodedata

from ...invisible import without_invisible
from ...remembered import remembered

_BRACKETS = re.compile(r"[(\[【〔{<《][^()\[\]【】〔〕{}<>《》]*[)\]】〕}>》]")
_DOCUMENT = re.compile(
    r"(?:关于)?(?:政府|政务)?(?:信息)?公开(?:工作)?(?:情况)?的?(?:20\d{2}年?度?)?(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|总结|情况).*$"
    r"|(?:工作)?年度(?:工作)?报告.*$|年报.*$"
)
_YEAR = re.compile(r"(?:19|20)\d{2}\s*年?度?|\d{1,2}月\d{1,2}日|\d{6,}")
_DRAFT = re.compile(
    r"第?[一二三四五六七八九十\d]+稿|终稿|定稿|初稿|草稿|修改稿|修订稿|修改版|修订版|报送稿|送审稿|最终版?|最新版?|正式版?|盖章版?|副本|"
    r"(?:补充)?(?:上报|报送|提交|补报)|拷贝|(?<![A-Za-z])v\d+(?:\.\d+)*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[\d一二三四五六七八九十]{1,3}[、.)_\-]|^\d{1,3}")
_MARKS = re.compile(r"[\s,.;:、,。;:·_\-—–~+&|/\\'\"“”‘’]+")
_LONGEST = 200


@remembered
def cleaned(printed: str) -> str:
    """The name alone; empty where nothing of it is left."""
    text = unicodedata.normalize("NFKC", without_invisible(printed[:_LONGEST]))
    before = ""
    while before != text:
        before, text = text, _BRACKETS.sub("", text)
    text = _NUMBER.sub("", text.strip())
    text = _DOCUMENT.sub("", _YEAR.sub("", text))
    text = _MARKS.sub("", _DRAFT.sub("", text))
    return text.removeprefix("关于").removesuffix("的").removesuffix("本级")
