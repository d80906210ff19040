"""Rounds: numbers last, what is mended is told apart from what was touched, decisions stay with their item."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from govreport_lint import ReadError, Severity
from govreport_lint.auditing.audited import Audit, Audited, Decision, Item, Progress
from govreport_lint.auditing.entry import Entry, Role
from govreport_lint.auditing.rounds.rounds import (
    Numbers,
    kept_units,
    numbered,
    recorded,
    standing,
    with_decisions,
    with_typed,
)
from govreport_lint.auditing.rounds.state import Round, State, read_state, state_bytes
from govreport_lint.auditing.unit import Unit
from govreport_lint.checks.subject.filing import Filing, FilingStatus, Version
from govreport_lint.configuration.audit_settings import AuditSettings
from govreport_lint.finding import Place
from govreport_lint.language import same

KEY = "settings"


def item(code: str, column: str, quote: str, *, fingerprint: str = "") -> Item:
    return Item(
        unit="示范县水利局",
        code=code,
        title=same("总计不平"),
        severity=Severity.ERROR,
        place=Place(3, "applications", "granted", column),
        where=same("表三"),
        quote=quote,
        message=same(f"“{quote}”不平"),
        suggestion=same("请核实"),
        basis=same("格式"),
        fingerprint=fingerprint or f"{code}{column}",
    )


def unit(items: tuple[Item, ...], sha256: str = "a", *, number: int = 7, name: str = "示范县水利局") -> Audited:
    entry = Entry(role=Role.CURRENT, path="水利局.docx", sha256=sha256, size=1)
    filing = Filing(unit=name, versions=(Version(entry.path, sha256),))
    return Audited(unit=Unit(number=number, name=name), filing=filing, entry=entry, items=items)


def missing(*, due: bool = True) -> Audited:
    filing = Filing(unit="示范县水利局", due=due, status=FilingStatus.MISSING)
    return Audited(unit=Unit(number=7, name="示范县水利局", due=due), filing=filing)


def audit_of(units: tuple[Audited, ...], number: int, *, settings: str = KEY) -> Audit:
    return Audit(
        place="示范县",
        year=2024,
        round=number,
        date=f"2025-01-{10 + number}",
        version="1",
        settings=AuditSettings(),
        settings_key=settings,
        units=units,
    )


def turn(state: State, units: tuple[Audited, ...], *, settings: str = KEY) -> tuple[tuple[Audited, ...], State]:
    """One round: what a county's run does with its units."""
    files = {each.unit.name: each.entry.sha256 for each in units if each.unit and each.entry}
    at = standing(state, files)
    made, numbers = numbered(kept_units(units, at.before), at, settings)
    return made, recorded(state, audit_of(made, at.number, settings=settings), numbers)


def told(units: tuple[Audited, ...]) -> dict[str, str]:
    return {each.number: each.progress.value for unit in units for each in unit.items}


def test_numbers_are_given_once_and_never_again() -> None:
    first, state = turn(State(), (unit((item("A303", "total", "5"), item("A303", "other", "2"))),))
    assert told(first) == {"07-001": "新增", "07-002": "新增"}
    second, state = turn(state, (unit((item("A303", "other", "2"), item("N501", "total", "9")), "b"),))
    assert told(second) == {"07-002": "未整改", "07-003": "新增", "07-001": "已整改"}
    third, state = turn(state, (unit((item("A303", "total", "5"),), "c"),))
    assert told(third) == {"07-001": "未整改", "07-002": "已整改", "07-003": "已整改"}


def test_what_was_touched_and_is_still_wrong_is_told_apart() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    second, _ = turn(state, (unit((item("A303", "total", "6"),), "b"),))
    assert told(second) == {"07-001": "已改仍不符"}


def test_the_same_files_are_the_same_round_again() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    _, again = turn(state, (unit((item("A303", "total", "5"),)),))
    assert state_bytes(again) == state_bytes(state)
    _, second = turn(state, (unit((), "b"),))
    _, third = turn(second, (unit((), "b"),))
    assert [each.number for each in third.rounds] == [1, 2]
    assert state_bytes(third) == state_bytes(second)


def test_a_unit_without_a_new_file_keeps_its_last() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    second, _ = turn(state, (missing(),))
    assert second[0].kept
    assert second[0].entry is not None
    assert told(second) == {"07-001": "未整改"}


def test_a_unit_that_need_not_report_any_more_is_done_with() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    second, _ = turn(state, (missing(due=False),))
    assert told(second) == {"07-001": "不再适用"}


def test_what_only_other_rules_no_longer_find_was_not_mended() -> None:
    other = unit((), "x", number=8, name="示范县林业局")
    _, state = turn(State(), (unit((item("A303", "total", "5"),)), other))
    second, _ = turn(state, (unit(()), unit((), "y", number=8, name="示范县林业局")), settings="other")
    assert told(second) == {"07-001": "不再适用"}


def test_other_settings_are_no_other_round_and_take_no_number_from_what_is_there() -> None:
    first = (item("A303", "total", "5"), item("N501", "total", "9"))
    _, state = turn(State(), (unit(first),))
    again, state = turn(state, (unit((item("D601", "total", "1"), first[1])),), settings="other")
    assert told(again) == {"07-003": "新增", "07-002": "新增"}
    assert [each.number for each in state.rounds] == [1]


def test_decisions_stay_with_their_item_until_it_says_something_else() -> None:
    first, _ = turn(State(), (unit((item("A303", "total", "5"), item("N501", "total", "9"))),))
    decided = with_decisions(first, {"07-001": Decision("不属实", "表中另有说明", "复核人")})
    assert decided[0].count(Severity.ERROR) == 1
    numbers = Numbers({"示范县水利局": "07"}, {"示范县水利局": 2})
    state = recorded(State(), audit_of(decided, 1), numbers)
    second, _ = turn(state, (unit((item("A303", "total", "5"), item("N501", "total", "8")), "b"),))
    assert [each.decision.verdict for each in second[0].items] == ["不属实", ""]
    third, _ = turn(state, (unit((item("A303", "total", "6"),), "b"),))
    assert third[0].items[0].decision == Decision()


def test_what_was_typed_is_about_the_items_of_the_last_round() -> None:
    """Decided of one figure in the workbook, it does not silence another one that came since."""
    _, state = turn(State(), (unit((item("A303", "total", "5"), item("N501", "total", "9"))),))
    typed = {number: Decision("不属实", "台账如此") for number in ("07-001", "07-002")}
    second, _ = turn(with_typed(state, typed), (unit((item("A303", "total", "5"), item("N501", "total", "8")), "b"),))
    assert [(each.progress, each.decision.quiet) for each in second[0].items] == [
        (Progress.OPEN, True),
        (Progress.STILL_WRONG, False),
    ]
    assert with_typed(State(), typed) == State()


def test_a_decision_without_a_reason_silences_nothing() -> None:
    decided = with_decisions(
        (unit((replace(item("A303", "total", "5"), number="07-001"),)),), {"07-001": Decision("不属实")}
    )
    assert decided[0].count(Severity.ERROR) == 1


def test_a_list_that_was_put_in_another_order_takes_no_number_twice() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    swapped = (unit((), "a", number=8), unit((item("N501", "total", "1"),), "z", number=7, name="示范县林业局"))
    second, _ = turn(state, swapped)
    numbers = [each.number for one in second for each in one.items]
    assert len(set(numbers)) == len(numbers)
    assert numbers[0] == "07-001"


def test_a_round_without_its_unit_in_the_list_is_no_fault() -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    second, _ = turn(state, (unit((), "b", name="示范县林业局"),))
    assert second[0].unit is not None
    assert second[0].items == ()


def test_a_foreign_state_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for content in ("{", "[]", '{"schema": "other/1"}', "\udcff".encode("utf-8", "surrogatepass").decode("latin-1")):
        path.write_text(content, "utf-8")
        with pytest.raises(ReadError, match=r"state\.json"):
            read_state(path)
        assert path.read_text("utf-8") == content
    assert read_state(tmp_path / "none.json") == State()


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    _, state = turn(State(), (unit((item("A303", "total", "5"),)),))
    path = tmp_path / "state.json"
    path.write_bytes(state_bytes(state))
    assert read_state(path) == state
    assert isinstance(state.rounds[0], Round)
    assert state.rounds[0].units["示范县水利局"].items[0].progress is Progress.NEW
