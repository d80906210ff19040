"""The figures and dates that were found in the prose, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...language import Text
from ...lines import Lines
from ...report import DateMention, Report
from ...told import Breakdown, Claim, Words
from ..words.printable import printable
from ..words.wrapping import shortened
from .drawing.styled import Styled, styled
from .drawing.view import View, paragraph

_CLAIMS = Text("正文中的数字和表述", "Figures and statements in the prose")
_LISTS = Text("分类和总数", "Parts and totals")
_OPEN = Text("未写全", "not complete")
_SCOPES = {"part": Text("局部", "a part"), "previous": Text("往年", "another year")}
_DATES = Text("日期", "Dates")
_LINE = Text("第 {line} 行", "line {line}")
_NONE = Text("无", "none")
_IMPOSSIBLE = Text("（没有这一天）", "(no such day)")
_ROLES = {
    "period_start": Text("统计期限起", "period from"),
    "period_end": Text("统计期限止", "period to"),
    "signature": Text("落款日期", "signed"),
    "published": Text("发布日期", "published"),
    "mention": Text("提到的日期", "mentioned"),
}


def prose_lines(view: View, report: Report, lines: Lines, names: Mapping[str, Text]) -> Iterator[Styled]:
    """Claims, then dates; ``names`` say what the subjects of claims are."""
    if report.claims:
        yield from (styled(""), styled(view.say(_CLAIMS), "bold"))
    for claim in report.claims:
        yield _line(view, lines, claim.words, _claim(view, claim, names))
    if report.breakdowns:
        yield from (styled(""), styled(view.say(_LISTS), "bold"))
    for breakdown in report.breakdowns:
        yield _line(view, lines, breakdown.total.words, _sum(view, breakdown))
    if report.dates:
        yield from (styled(""), styled(view.say(_DATES), "bold"))
    for date in report.dates:
        yield from paragraph(_date(view, date), view.width, indent=2)


def _line(view: View, lines: Lines, words: Words, value: str) -> Styled:
    span = lines.span(words.location)
    where = f"  {view.say(_LINE, line=span.line)}" if span else ""
    head = f"  {value}{where}  "
    return styled(shortened(head + printable(words.sentence), view.width))


def _claim(view: View, claim: Claim, names: Mapping[str, Text]) -> str:
    """What is said, how much, and about what part."""
    name = view.say(names[claim.subject]) if claim.subject in names else claim.subject
    scope = f"（{view.say(_SCOPES[claim.scope])}）" if claim.scope in _SCOPES else ""
    amount = "" if claim.zero_phrase else _amount(view, claim)
    return f"{name} {amount}".strip() + scope


def _sum(view: View, breakdown: Breakdown) -> str:
    """The total and what its parts make."""
    parts = [part.value for part in breakdown.parts]
    whole = sum(value for value in parts if value is not None)
    added = "＋".join(part.number for part in breakdown.parts)
    note = f"（{view.say(_OPEN)}）" if breakdown.open else ""
    return f"{breakdown.total.number}{breakdown.total.unit}：{added}＝{whole}{note}"


def _amount(view: View, claim: Claim) -> str:
    if claim.zero_phrase:
        return view.say(_NONE)
    if claim.value is None:
        bounds = [str(bound) for bound in (claim.low, claim.high) if bound is not None]
        sign = "≥" if claim.high is None else "≤" if claim.low is None else ""
        return sign + "–".join(bounds) + (claim.unit or "") if bounds else ""
    return f"{claim.value}{claim.unit or ''}"


def _date(view: View, date: DateMention) -> str:
    role = view.say(_ROLES[date.role]) if date.role in _ROLES else date.role
    return f"{role}  {date.value or view.say(_IMPOSSIBLE)}  {date.text}"
