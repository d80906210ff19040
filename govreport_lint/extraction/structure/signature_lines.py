"""The lines with which a report is signed: the organ, and the date that stands alone."""

from __future__ import annotations

import re
import unicodedata

from .calendar_dates import DateText, find_dates_in

_ORGAN = re.compile(
    r"^[\u4e00-\u9fff·、()（）]{2,40}?(?:政府|办公室|办公厅|办事处|管委会|委员会|管理局|[局厅委院所处站馆社校办镇乡部会]|中心|街道|支队|大队|总队)"
    r"(?:[(（](?:印章|公章|盖章|章)[)）])?$"
)
_NOT_ORGAN = re.compile(r"情况|工作|没有|收取|需要|报告|公开(?!办)")
_LONGEST = 60


def signature_date(text: str) -> DateText | None:
    """The date of a line that holds a date, and at most an organ or a remark in brackets beside it."""
    if len(text) > 2 * _LONGEST:
        return None
    dates = find_dates_in(text, dashed=True)
    if len(dates) != 1:
        return None
    date = dates[0]
    before, after = text[: date.start].strip(" \u3000*_:："), text[date.end :].strip(" \u3000*_。")
    if after and not re.fullmatch(r"[(（【\[][^)）】\]]{0,30}[)）】\]]|印发|发布", after):
        return None
    return date if not before or is_organ_line(before) else None


def is_organ_line(text: str) -> bool:
    """Whether a line is nothing but the name of a public body."""
    compact = re.sub(r"[\s*_]", "", unicodedata.normalize("NFKC", text[: 3 * _LONGEST]))
    return bool(len(compact) <= _LONGEST and _ORGAN.match(compact) and not _NOT_ORGAN.search(compact))
