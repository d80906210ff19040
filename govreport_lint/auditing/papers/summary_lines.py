"""The audit on the terminal: every unit on a line, then what is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ...checks.subject.filing import FilingStatus
from ...finding import Severity
from ...language import Text
from ...output.words.printable import printable
from ...output.words.wrapping import shortened
from ..audited import Audit, Audited, Conclusion, Verdict

_HEADS = (
    Text("编号", "No."), Text("单位", "unit"), Text("类别", "kind"), Text("年度", "year"), Text("状态", "state"),
    Text("错误", "errors"), Text("疑点", "doubts"), Text("无法判定", "open"), Text("结论", "conclusion"),
)  # fmt: skip
_TITLE = Text("{place}{year}年度年报审核（第 {round} 轮，{date}）", "{place}, reports of {year}, round {round}, {date}")
_COUNTS = Text(
    "应报 {due}，已报 {there}，缺报 {missing}；退回修改 {returned}，请核实 {doubtful}，通过 {passed}。",
    "{due} due, {there} handed in, {missing} missing; {returned} to return, {doubtful} to verify, {passed} passed.",
)
_MISSING = Text("缺报：{names}", "Missing: {names}")
_VERSIONS = Text("{unit}：{by}，采用 {file}", "{unit}: {by}; {file} counts")
_UNDECIDED = Text(
    "{unit}：{count} 个版本无法确定先后，都未采用：{files}",
    "{unit}: {count} versions without an order, none counts: {files}",
)
_UNLISTED = Text("未列名单：{path}（{names}）", "Of no unit on the list: {path} ({names})")
_UNREAD = Text("未能作为年报读取：{path}：{reason}", "Not read as a report: {path}: {reason}")
_PASSED_OVER = Text(
    "另有 {count} 个文件不是可读格式（{kinds}）", "{count} more files in no format that can be read ({kinds})"
)
_SUMS = Text(
    "逐级汇总：{equal} 格一致，{wrong} 格不符，{unknown} 格无法判定",
    "The county's sums: {equal} cells agree, {wrong} differ, {unknown} cannot be told",
)
_EXPLAINED = Text("差额线索：{moves}", "The difference fits: {moves}")
_WORKBOOK = Text(
    "汇总表核对：比对 {compared} 格，不符 {wrong} 格", "The 汇总表: {compared} cells compared, {wrong} differ"
)
_REFUSED = Text("汇总表未能读取：{reason}", "The 汇总表 could not be read: {reason}")
_STOP, _LIST = Text("、", ", "), Text("，", ", ")
_MOST_NAMED = 30
_UNIT_WIDTH = 34
_NUMBERS = (5, 6, 7)


def summary_lines(audit: Audit, language: str) -> Iterator[str]:
    """The lines, without colour: a table of all units, then versions, strangers, sums."""
    title = _say(_TITLE, language, place=audit.place, year=audit.year or "", round=audit.round, date=audit.date)
    yield title.strip()
    yield ""
    yield from _table(audit, language)
    yield ""
    yield _counts(audit, language)
    for line in (
        *_filings(audit, language),
        *_sums(audit, language),
        *_workbook(audit, language),
        *_files(audit, language),
    ):
        yield printable(line)
    yield from (printable(remark.in_language(language)) for remark in audit.remarks)


def _say(words: Text, language: str, **values: object) -> str:
    return words.in_language(language).format(**values)


def _table(audit: Audit, language: str) -> Iterator[str]:
    units = [*audit.units, *audit.unlisted, *([audit.county] if audit.county else [])]
    rows = [[head.in_language(language) for head in _HEADS], *(_row(unit, audit) for unit in units)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        yield "  ".join(_padded(text, widths[at], right=at in _NUMBERS) for at, text in enumerate(row)).rstrip()


def _row(audited: Audited, audit: Audit) -> list[str]:
    unit, entry = audited.unit, audited.entry
    name = unit.name if unit else "、".join(audited.filing.printed) or (entry.path if entry else "")
    counts = [str(audited.count(severity)) for severity in (Severity.ERROR, Severity.WARNING)]
    year = str(entry.year or "") if entry else ""
    if entry and entry.year and audit.year and entry.year != audit.year:
        year += "！"
    return [
        f"{unit.number:02d}" if unit else "",
        shortened(printable(name), _UNIT_WIDTH),
        unit.category.value if unit else "",
        year,
        audited.filing.status.value,
        *(counts if entry else ["", ""]),
        str(audited.not_assessable) if entry else "",
        audited.conclusion.value,
    ]


def _padded(text: str, width: int, *, right: bool) -> str:
    gap = " " * (width - cell_len(text))
    return gap + text if right else text + gap


def _counts(audit: Audit, language: str) -> str:
    due = [unit for unit in audit.units if unit.unit and unit.unit.due]
    missing = [unit for unit in due if unit.filing.status is FilingStatus.MISSING and not unit.kept]
    found = Counter(unit.conclusion for unit in audit.units)
    return _say(
        _COUNTS,
        language,
        due=len(due),
        there=len(due) - len(missing),
        missing=len(missing),
        returned=found[Conclusion.RETURN],
        doubtful=found[Conclusion.VERIFY],
        passed=found[Conclusion.PASS],
    )


def _filings(audit: Audit, language: str) -> Iterator[str]:
    stop = _STOP.in_language(language)
    absent = [unit.unit.name for unit in audit.units if unit.unit and unit.unit.due and _is_missing(unit)]
    if absent:
        yield _say(_MISSING, language, names=stop.join(absent))
    for unit in audit.units:
        filing = unit.filing
        if filing.undecided:
            files = stop.join(version.path for version in filing.versions)
            yield _say(_UNDECIDED, language, unit=filing.unit, count=len(filing.versions), files=files)
        elif filing.chosen and len(filing.versions) > 1:
            yield _say(_VERSIONS, language, unit=filing.unit, by=filing.by, file=filing.chosen.path)
    for unit in audit.unlisted:
        path = unit.entry.path if unit.entry else ""
        yield _say(_UNLISTED, language, path=path, names=stop.join(unit.filing.printed))


def _is_missing(unit: Audited) -> bool:
    return unit.filing.status is FilingStatus.MISSING and not unit.kept


def _sums(audit: Audit, language: str) -> Iterator[str]:
    if audit.sums is None or audit.county is None:
        return
    found = Counter(cell.verdict for cell in audit.sums.cells)
    wrong = found[Verdict.LESS] + found[Verdict.MORE]
    yield _say(_SUMS, language, equal=found[Verdict.EQUAL], wrong=wrong, unknown=found[Verdict.UNKNOWN])
    for explanation in audit.sums.explanations:
        moves = [f"{move.kind.value} {move.unit}" for move in explanation.moves]
        yield _say(_EXPLAINED, language, moves=_LIST.in_language(language).join(moves))


def _workbook(audit: Audit, language: str) -> Iterator[str]:
    check = audit.workbook
    if check is None:
        return
    if check.refused:
        yield _say(_REFUSED, language, reason=check.refused.in_language(language))
    else:
        yield _say(_WORKBOOK, language, compared=check.compared, wrong=len(check.cells))


def _files(audit: Audit, language: str) -> Iterator[str]:
    problems = [entry for entry in audit.unread if entry.problem]
    for entry in problems[:_MOST_NAMED]:
        assert entry.problem is not None
        yield _say(_UNREAD, language, path=entry.path, reason=entry.problem.reason.in_language(language))
    if len(problems) > _MOST_NAMED:
        yield f"…… {len(problems) - _MOST_NAMED}"
    if audit.passed_over:
        kinds = _LIST.in_language(language).join(_kinds(sorted(audit.passed_over.items())))
        yield _say(_PASSED_OVER, language, count=sum(audit.passed_over.values()), kinds=kinds)


def _kinds(found: Sequence[tuple[str, int]]) -> Iterator[str]:
    yield from (f"{suffix or '-'} {count}" for suffix, count in found)
