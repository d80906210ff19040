"""The lines with which a report is signed: the organ, and the date that stands alone."""

from __future__ import annotations

import re
import unicodedata

from .calendar_dates import DateText, find_dates_in, find_month_in
from .unit_kinds import ENDINGS

_ORGAN = re.compile(
    rf"^[\u4e00-\u9fff·、()（）]{{1,40}}?(?:{ENDINGS})(?:[(](?:办公室|机关|本级)[)])?(?:[(](?:印章|公章|盖章|加盖公章|章)[)])?$"
)
_NOT_ORGAN = re.compile(r"情况|工作(?!部|委|办|局)|没有|收取|需要|报告|公开(?!办|中心|局|[和与及])")
_BEFORE = re.compile(
    r"(?:[(（](?:印章|公章|盖章|章)[)）]\s*)?(?:(?:落款|签署|编制|报告|填报|制表|撰写|形成)?(?:日期|时间)\s*[:：]|于)?\s*[(（【\[]?$"
)
_AFTER = re.compile(
    r"[(（【\[][^)）】\]]{0,30}[)）】\]]|(?:公开)?(?:印发|发布|公布|公开|编制)?[)）】\]]?|[(（]?星期[一二三四五六日天][)）]?"
)
_LONGEST = 60


def signature_date(text: str) -> DateText | None:
    """The date of a line that holds a date, or a month, and at most an organ or a remark in brackets beside it."""
    if len(text) > 2 * _LONGEST:
        return None
    dates = find_dates_in(text, dashed=True)
    date = dates[0] if dates else find_month_in(text)
    if date is None or len(dates) > 1:
        return None
    before, after = beside(text, date)
    if before and after:
        return None
    return date if all(not words or is_organ_line(words) for words in (before, after)) else None


def beside(text: str, date: DateText) -> tuple[str, str]:
    """What stands before and after the date of a line, without brackets and remarks around the date."""
    before = _BEFORE.sub("", text[: date.start].strip(" \u3000*_"))
    after = text[date.end :].strip(" \u3000*_。")
    return before.strip(" \u3000*_:："), "" if _AFTER.fullmatch(after) else after


def is_organ_line(text: str) -> bool:
    """Whether a line is nothing but the name of a public body."""
    compact = re.sub(r"[\s*_]", "", unicodedata.normalize("NFKC", text[: 3 * _LONGEST]))
    return bool(len(compact) <= _LONGEST and _ORGAN.match(compact) and not _NOT_ORGAN.search(compact))
