"""Units that were switched in the workbook: whether they count in the sums (是否汇总), until switched back."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...language import Text
from ..unit import Unit, UnitList
from .state import State

_SWITCHED = Text(
    "{unit}：按 audit.xlsx 中的选择，{choice}。长期如此的，请同时改单位名单",
    "{unit}: {choice}, as chosen in audit.xlsx; please change the list of units too if it is to stay",
)
_COUNTED = {True: Text("计入汇总", "counted"), False: Text("不计入汇总", "not counted")}


class Switched(Struct, frozen=True):
    """The list as it counts now; ``switches`` are the units that count otherwise than the list says, and how."""

    units: UnitList
    switches: dict[str, bool]
    remarks: tuple[Text, ...]


def switched(units: UnitList, chosen: Mapping[str, bool], state: State) -> Switched:
    """The list with what was ``chosen`` in the workbook, by unit, since it was written, and what was chosen before.

    A choice that is what the workbook was written with is no new one: the list may have been changed since. A unit
    that was switched stays so, until the workbook or the list says otherwise.
    """
    made, switches = [], {}
    for unit in units.units:
        choice = _choice(unit, chosen.get(unit.name), state)
        if choice is not None and choice != unit.counted:
            switches[unit.name] = choice
            unit = replace(unit, counted=choice)  # noqa: PLW2901
        made.append(unit)
    remarks = tuple(_told(name, choice) for name, choice in switches.items())
    return Switched(replace(units, units=tuple(made)), switches, remarks)


def _choice(unit: Unit, chosen: bool | None, state: State) -> bool | None:
    """What the workbook says of a unit, now or when it was switched; None where it says nothing of its own."""
    written = state.rounds[-1].units.get(unit.name) if state.rounds else None
    was = written.unit.counted if written and written.unit else unit.counted
    return chosen if chosen is not None and chosen != was else state.switches.get(unit.name)


def _told(name: str, choice: bool) -> Text:
    words = _COUNTED[choice]
    return _SWITCHED.filled(unit=name, choice=words)
