"""What people have typed into the workbook, read back by the numbers of the items and the names of the units."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ....language import Text
from ...audited import Decision
from .reading.rows import Row, named_rows, open_rows, workbook_data
from .sheets.problems import NAME as PROBLEMS
from .sheets.problems import NUMBER, REASON, REVIEWER, VERDICT, VERDICTS
from .sheets.unit_figures import CHECKED, CHECKS, COUNTED, UNIT, YES_NO
from .sheets.unit_figures import NAME as FIGURES

_NO_NUMBER = Text(
    "{sheet}第 {row} 行填了复核内容但没有编号，未采用。请把编号补上后再运行。",
    "{sheet}, row {row}: a decision without a number was not taken; please fill in the number.",
)
_OTHER_WORD = Text(
    "编号 {number} 的复核结论“{verdict}”不是属实、不属实或待核，未采用。",
    "item {number}: the verdict “{verdict}” is none of 属实, 不属实, 待核 and was not taken.",
)
_NO_REASON = Text(
    "编号 {number} 的复核结论是“不属实”，但没有填写复核说明，仍列为问题。请写明理由。",
    "item {number} is decided 不属实 without a reason and still stands; please say why.",
)
_TWO = Text(
    "编号 {number} 在问题清单中出现多行，复核内容不一致，均未采用。请只保留一行。",
    "item {number} stands in several rows with different decisions; none was taken.",
)
_GONE = Text(
    "编号 {number} 的复核结论（{verdict}）没有对应的问题，未采用。",
    "item {number} is not known any more; its decision ({verdict}) was not taken.",
)
_OTHER_CHOICE = Text(
    "单位数据中{unit}的“{column}”填的是“{word}”，不在可选内容中，未采用。",
    "{unit}: “{word}” in {column} is none of the choices and was not taken.",
)
_NO_SHEET = Text(
    "工作簿中没有找到“{sheet}”表（要有“{columns}”列），没有读取其中填写的内容。",
    "the workbook has no sheet {sheet} with the columns {columns}; nothing was read from it.",
)


class Decisions(Struct, frozen=True):
    """``decisions`` by the number of the item, an empty one where nothing is filled in; by unit ``counted`` (是否汇总)
    and ``reviewed`` (复核). ``remarks`` tell what could not be taken; ``taken`` are the digests of the workbooks
    whose contents are in here, and that may be replaced for it.
    """

    decisions: dict[str, Decision] = {}
    counted: dict[str, bool] = {}
    reviewed: dict[str, str] = {}
    remarks: tuple[Text, ...] = ()
    taken: tuple[str, ...] = ()


def read_decisions(path: Path) -> Decisions:
    """What was decided in a workbook that this program wrote, whatever was sorted, filtered or moved in it since.

    Raises ``ReadError`` for a file that cannot be read.
    """
    data = workbook_data(path)
    sheets = open_rows(data, str(path), (PROBLEMS, FIGURES))
    problems = named_rows(sheets, PROBLEMS, (NUMBER, VERDICT))
    figures = named_rows(sheets, FIGURES, (UNIT, COUNTED))
    remarks: list[Text] = []
    for found, sheet, columns in ((problems, PROBLEMS, (NUMBER, VERDICT)), (figures, FIGURES, (UNIT, COUNTED))):
        if found is None:
            remarks.append(_NO_SHEET.filled(sheet=sheet, columns="、".join(columns)))
    decisions = _decisions(problems or (), remarks)
    counted = _choices(figures or (), COUNTED, YES_NO, remarks)
    reviewed = _choices(figures or (), CHECKED, CHECKS, remarks)
    switches = {unit: word == YES_NO[0] for unit, word in counted.items()}
    taken = () if problems is None else (hashlib.sha256(data).hexdigest(),)
    return Decisions(decisions, switches, reviewed, tuple(remarks), taken)


def gone(decisions: Mapping[str, Decision], numbers: Collection[str]) -> tuple[Text, ...]:
    """What is told of decisions whose number is not among those that the audit knows."""
    known = set(numbers)
    return tuple(
        _GONE.filled(number=number, verdict=decision.verdict or decision.reason)
        for number, decision in decisions.items()
        if number not in known and decision != Decision()
    )


def _decisions(rows: Collection[Row], remarks: list[Text]) -> dict[str, Decision]:
    found: dict[str, list[Decision]] = {}
    for row in rows:
        number = row.cell(NUMBER)
        decision = Decision(row.cell(VERDICT), row.cell(REASON), row.cell(REVIEWER))
        if not number and decision != Decision():
            remarks.append(_NO_NUMBER.filled(sheet=PROBLEMS, row=row.number))
        elif decision.verdict and decision.verdict not in VERDICTS:
            remarks.append(_OTHER_WORD.filled(number=number, verdict=decision.verdict))
        elif number:
            # A decision that was taken back is one as well.
            found.setdefault(number, []).append(decision)
    return dict(_unanimous(found, remarks))


def _unanimous(found: Mapping[str, list[Decision]], remarks: list[Text]) -> Iterator[tuple[str, Decision]]:
    """A row that was copied may say the same twice; where two say different things nobody knows which holds."""
    for number, decisions in found.items():
        if any(decision.verdict == VERDICTS[1] and not decision.quiet for decision in decisions):
            remarks.append(_NO_REASON.filled(number=number))
        told = {_told(decision): decision for decision in decisions if decision != Decision()}
        if len(told) <= 1:
            yield number, next(iter(told.values()), Decision())
        else:
            remarks.append(_TWO.filled(number=number))


def _told(decision: Decision) -> tuple[str, str, str]:
    return decision.verdict, decision.reason, decision.reviewer


def _choices(rows: Collection[Row], column: str, choices: tuple[str, ...], remarks: list[Text]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        unit, word = row.cell(UNIT), row.cell(column)
        if unit and word in choices:
            found[unit] = word
        elif unit and word:
            remarks.append(_OTHER_CHOICE.filled(unit=unit, column=column, word=word))
    return found
