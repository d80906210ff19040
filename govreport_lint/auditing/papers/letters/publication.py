"""公布情况: which units had to publish their reports, which did in time, how far they are in the county's sums.

So the 主管部门 of a county reports on it. 1月31日 is the day that 条例 article 49 sets departments, and counties their
towns; what is told here is whether a report was published by then, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ....word.package.new_package import new_package
from ...audited import Audit, Audited, Verdict
from ..counts import due_units
from ..told import called
from ..writing import write_paper
from .word_tables import Cell, head, word_table
from .word_text import BLANK, after_table, day_words, heading, paragraph, signature, title

NAME = "公布情况.docx"
_LAST_DAY = "01-31"
_NAMES = ("序号", "单位", "类别", "公布日期", "日期来源", "是否按时公布")
_PARTS = (7, 32, 14, 19, 14, 14)
_YES, _NO, _UNKNOWN = "按时", "未按时", "日期不明"
_SIGNED = "落款"
_NOT_SUBMITTED = "未报送"


class Published(Struct, frozen=True):
    """When a unit published its report (ISO, empty where nobody knows), where the day stands, what it comes to."""

    unit: Audited
    day: str
    source: str
    state: str


def write(audit: Audit, out: Path, known: str | Collection[str] | None = None) -> tuple[Path, ...]:
    """Write the paper to ``out`` and tell where it is (see ``write_paper`` for ``known``)."""
    return (write_paper(out / NAME, publication(audit), known),)


def publication(audit: Audit) -> bytes:
    """The paper as the bytes of a .docx file; the same audit gives the same bytes."""
    year = f"{audit.year}年" if audit.year else ""
    lines = (f"{audit.place}{year}政府信息公开工作年度报告", "公布情况")
    found = [_published(audit, each) for each in due_units(audit)]
    body = [title(*lines), *map(paragraph, _opening(audit, found))]
    body += [heading("一、应公布单位名单"), _table(found), after_table()]
    body += [heading("二、未按时公布的单位"), *map(paragraph, _late(found))]
    body += [heading("三、逐级汇总情况"), *map(paragraph, _sums(audit))]
    body += [paragraph(""), signature(f"{BLANK * 3}（盖章）"), signature(day_words(audit.date))]
    return new_package("".join(lines), "".join(body))


def _published(audit: Audit, audited: Audited) -> Published:
    entry = audited.entry
    if entry is None:
        submitted = bool(audited.filing.versions or audited.filing.unreadable)
        return Published(audited, "", "", _UNKNOWN if submitted else _NOT_SUBMITTED)
    day, source = (entry.published, "网页") if entry.published else (entry.signed, _SIGNED if entry.signed else "")
    if not day or audit.year is None:
        return Published(audited, day[:10], source, _UNKNOWN)
    in_time = day[:10] <= f"{audit.year + 1}-{_LAST_DAY}"
    return Published(audited, day[:10], source, _YES if in_time else _NO)


def _opening(audit: Audit, found: Sequence[Published]) -> Iterator[str]:
    counts = Counter(each.state for each in found)
    until = f"（{audit.year + 1}年1月31日前）" if audit.year else ""
    rate = f"，按时公布率 {counts[_YES] / len(found):.1%}" if found else ""
    yield f"应公布年度报告的单位 {len(found)} 个，按时公布{until} {counts[_YES]} 个{rate}。"
    if counts[_UNKNOWN]:
        yield f"另有 {counts[_UNKNOWN]} 个单位的公布日期不明，未计入按时公布，请核实后补充。"
    signed = sum(each.source == _SIGNED for each in found)
    if signed:
        yield f"其中 {signed} 个单位没有网页公布日期，以年报落款日期代替；落款不等于公布，请以网站公布时间核对。"


def _table(found: Sequence[Published]) -> str:
    rows: list[Sequence[Cell]] = [head(*_NAMES)]
    for number, each in enumerate(found, 1):
        unit = each.unit.unit
        texts = (
            str(number), called(each.unit), unit.category.value if unit else "",
            day_words(each.day) if each.day else "", each.source, each.state,
        )  # fmt: skip
        rows.append(
            tuple(Cell(text, bold=each.state == _NO and at == 5, side="center") for at, text in enumerate(texts))
        )
    return word_table(_PARTS, rows)


def _late(found: Sequence[Published]) -> Iterator[str]:
    late = [each for each in found if each.state == _NO]
    absent = [called(each.unit) for each in found if each.state == _NOT_SUBMITTED]
    if late:
        told = "、".join(f"{called(each.unit)}（{each.source} {day_words(each.day)}）" for each in late)
        yield f"未按时公布的单位 {len(late)} 个：{told}。"
    if absent:
        yield f"未报送年度报告、公布情况不明的单位 {len(absent)} 个：{'、'.join(absent)}。"
    if not late and not absent:
        yield "没有发现未按时公布的单位。"


def _sums(audit: Audit) -> Iterator[str]:
    if audit.sums is None:
        yield "本次没有核对逐级汇总。"
        return
    missing = (
        f"；应计入而没有可用年报的 {len(audit.sums.missing)} 个：{'、'.join(audit.sums.missing)}"
        if audit.sums.missing
        else ""
    )
    yield f"计入汇总的单位 {len(audit.sums.counted)} 个{missing}。"
    if audit.county is None:
        yield "没有提供县级报告，未与各单位合计核对。"
        return
    counts = Counter(cell.verdict for cell in audit.sums.cells)
    told = "，".join(f"{verdict.value} {counts[verdict]} 格" for verdict in Verdict if counts[verdict])
    yield f"县级报告与各单位合计核对 {len(audit.sums.cells)} 格：{told}。"
