"""The parts of a 审核意见: which report was read, what became of the last round, what is to be done, by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ....finding import Severity
from ...audited import Audit, Audited, Conclusion, Item, Progress
from ..told import called, listed, place_told, standing
from .word_text import BLANK, day_words

_ANSWERS = {
    Conclusion.RETURN: "退回修改",
    Conclusion.VERIFY: "请核实后报",
    Conclusion.PASS: "通过",
    Conclusion.NONE: "未形成",
}
_ASKED = {
    Conclusion.RETURN: "请对照上述意见修改，并于{day}前报送修改稿。",
    Conclusion.VERIFY: "请逐项核实，并于{day}前报送修改稿；经核实无误的，请书面说明原因。",
    Conclusion.PASS: "请按规定时间公布。",
    Conclusion.NONE: "",
}
_DOUBTS = "标为“疑点”的是比对中发现的线索，不一定是差错；确有原因的，请说明原因，数据不必改动。"
_ORDER = (Progress.MENDED, Progress.OPEN, Progress.STILL_WRONG, Progress.GONE)
_MOST_REASONS = 5
_MOST_HINTS = 12


def report_title(audited: Audited, audit: Audit) -> str:
    """``《青山镇2024年政府信息公开工作年度报告》``."""
    year = f"{audit.year}年" if audit.year else ""
    return f"《{called(audited)}{year}政府信息公开工作年度报告》"


def opening(audited: Audited, audit: Audit) -> Iterator[str]:
    """What is answered, how many checks were made."""
    passed, failed, unknown = audited.passed, audited.failed, audited.not_assessable
    yield f"你单位报送的{report_title(audited, audit)}收悉。经审核，结论为：{_ANSWERS[audited.conclusion]}。"
    yield f"核验 {passed + failed + unknown} 项：通过 {passed}，不符 {failed}，无法判定 {unknown}。"


def file_read(audited: Audited) -> Iterator[str]:
    """Which file was read, and which others were not."""
    entry, filing = audited.entry, audited.filing
    if entry is None:
        return
    received = f"，文件时间 {entry.modified[:10]}" if entry.modified else ""
    words = f"审核所用文件：{entry.path}（正文 {entry.letters} 字{received}，SHA-256 前 8 位 {entry.sha256[:8]}）。"
    others = [version.path for version in filing.versions if version.path != entry.path]
    if others:
        why = f"（依据：{filing.by}）" if filing.by else ""
        words += f"同时收到的其他版本未采用{why}：{listed(others)}。采用有误的，请告知。"
    if audited.kept:
        words += "本轮没有收到新的文件，以上轮报送的文件为准。"
    yield words


def last_round(audited: Audited, audit: Audit) -> Iterator[str]:
    """上轮问题整改情况, from the second round on; nothing where the unit had no items then."""
    numbers = {item.number for item in audited.items}
    mended = [item for item in audit.mended if item.unit == called(audited) and item.number not in numbers]
    every = [item for item in (*audited.items, *mended) if item.progress is not Progress.NEW]
    old = [item for item in every if not item.decision.quiet]
    if audit.round < 2 or not every:
        return
    counts = Counter(item.progress for item in old)
    told = "，".join(f"{progress.value} {counts[progress]} 个" for progress in _ORDER if counts[progress])
    quiet = f"另有 {len(every) - len(old)} 个经复核不作为问题。" if len(every) > len(old) else ""
    yield (f"上轮问题 {len(old)} 个：{told}。" if old else "") + quiet
    for progress in (Progress.OPEN, Progress.STILL_WRONG):
        items = [item for item in old if item.progress is progress]
        if items:
            places = [f"{item.number} {place_told(audit, audited, item)}" for item in items]
            yield f"{progress.value}：{'；'.join(places)}。"


def hints(audited: Audited, audit: Audit) -> str:
    """提示 folded into one paragraph; empty where there are none."""
    items = standing(audited.items, Severity.INFO)
    if not items:
        return ""
    told = [f"{at}.{_hint(place_told(audit, audited, item), item)}" for at, item in enumerate(items[:_MOST_HINTS], 1)]
    more = f"；另有 {len(items) - _MOST_HINTS} 处从略，见问题清单" if len(items) > _MOST_HINTS else ""
    return f"另建议：{'；'.join(told)}{more}。"


def _hint(place: str, item: Item) -> str:
    said = (item.message.zh, item.suggestion.zh)
    return f"{place}：{'，'.join(each.rstrip('。') for each in said if each)}"


def not_judged(audited: Audited) -> str:
    """Why some checks could not be made: silence is no pass; empty where all were."""
    if not audited.not_judged:
        return ""
    reasons: Counter[str] = Counter()
    for check in audited.not_judged:
        reasons[check.reason.zh.rstrip("。")] += check.count
    told = [f"{reason}（{count} 项）" for reason, count in reasons.most_common(_MOST_REASONS)]
    more = "等" if len(reasons) > _MOST_REASONS else ""
    return f"无法判定的事项请自行核对：{'；'.join(told)}{more}。"


def asked(audited: Audited, audit: Audit) -> str:
    """What is to be done, and by when."""
    words = _ASKED[audited.conclusion].format(day=day_words(audit.settings.return_by))
    return words + (_DOUBTS if standing(audited.items, Severity.WARNING) else "")


def contact(audit: Audit) -> str:
    """联系人 and 电话 as the county has set them, else room for them."""
    settings = audit.settings
    return f"联系人：{settings.contact or BLANK * 3}{BLANK}电话：{settings.phone or BLANK * 4}"
