"""A unit that was switched in the workbook counts as it was switched, until somebody says otherwise."""

from __future__ import annotations

from audits import made_audit, unit
from msgspec.structs import replace

from govreport_lint.auditing.rounds.state import Round, State
from govreport_lint.auditing.rounds.switches import switched
from govreport_lint.auditing.unit import UnitList

LIST = UnitList((unit(1, "青山镇"), unit(2, "白水镇")), "示范县")
OTHER = UnitList((unit(1, "青山镇", counted=False), unit(2, "白水镇")), "示范县")


def written(units: UnitList, switches: dict[str, bool]) -> State:
    """The state after an audit of these units."""
    audited = made_audit().units[0]
    kept = {each.name: replace(audited, unit=each) for each in units.units}
    return State(rounds=(Round(1, "2025-01-21", kept, "key"),), switches=switches)


def test_a_switch_lasts() -> None:
    first = switched(LIST, {"青山镇": False, "白水镇": True}, written(LIST, {}))
    assert [each.counted for each in first.units.units] == [False, True]
    assert first.switches == {"青山镇": False} and "青山镇" in first.remarks[0].zh
    again = switched(LIST, {"青山镇": False, "白水镇": True}, written(first.units, first.switches))
    assert (again.units, again.switches) == (first.units, first.switches)
    without = switched(LIST, {}, written(first.units, first.switches))
    assert without.switches == {"青山镇": False}


def test_a_switch_is_taken_back_in_the_workbook_or_by_the_list() -> None:
    state = written(OTHER, {"青山镇": False})
    back = switched(LIST, {"青山镇": True}, state)
    assert back.units == LIST and back.switches == {} and back.remarks == ()
    agreed = switched(OTHER, {"青山镇": False}, state)
    assert agreed.units == OTHER and agreed.switches == {}


def test_a_changed_list_holds_where_nothing_was_switched() -> None:
    found = switched(OTHER, {"青山镇": True, "白水镇": True}, written(LIST, {}))
    assert found.units == OTHER and found.switches == {} and found.remarks == ()
    assert switched(LIST, {}, State()).units == LIST
