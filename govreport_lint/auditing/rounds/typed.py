"""What people have typed into the workbook since the audit last wrote it."""

from __future__ import annotations

from pathlib import Path

from ...errors import ReadError
from ...language import Text
from ..audited import Decision
from ..papers.workbook.decisions import Decisions, gone, read_decisions
from .state import State

_NAMES = "audit*.xlsx"
_UNREAD = Text(
    "{name} 未能读取，其中填写的复核结论没有带入：{reason}",
    "{name} could not be read, its decisions were not taken: {reason}",
)


def typed_before(folder: Path, state: State) -> Decisions:
    """The decisions in the workbooks of a folder (one that was open when the audit wrote stands beside the other);
    the one that was written to last counts where two say different things. Without a round before there is none."""
    if not state.rounds:
        return Decisions()
    paths = sorted(folder.glob(_NAMES), key=lambda path: (path.stat().st_mtime_ns, path.name))
    decisions: dict[str, Decision] = {}
    counted: dict[str, bool] = {}
    reviewed: dict[str, str] = {}
    taken: tuple[str, ...] = ()
    remarks: list[Text] = []
    for path in paths:
        try:
            found = read_decisions(path)
        except ReadError as error:
            remarks.append(Text(*(_said(words, path, error) for words in ("zh", "en"))))
            continue
        # A cell that was cleared takes a decision back; beside another workbook it may only be the older of two.
        alone = len(paths) == 1
        decisions |= {number: one for number, one in found.decisions.items() if alone or one != Decision()}
        counted |= found.counted
        reviewed |= found.reviewed
        taken += found.taken
        remarks += found.remarks
    known = {item.number for unit in state.rounds[-1].units.values() for item in unit.items}
    return Decisions(decisions, counted, reviewed, (*remarks, *gone(decisions, known)), taken)


def _said(language: str, path: Path, error: ReadError) -> str:
    return _UNREAD.in_language(language).format(name=path.name, reason=error.reason_in(language))
