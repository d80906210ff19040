"""The round that an audit is: what each unit had before, the numbers of its items, what goes into the state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..audited import Audit, Audited, Decision, Item, Progress
from .matching import carried_on, with_numbers_of
from .state import Round, State

_OUTSIDE = "未列"


class Standing(Struct, frozen=True):
    """What this audit goes on from: its number, the round before it, and its own first making (None: there is none)."""

    number: int
    before: Round | None = None
    again: Round | None = None


def standing(state: State, files: Mapping[str, str]) -> Standing:
    """Which round it is: the same files are the same round, made anew, whatever else was changed (the list of units,
    the settings). ``files`` are the digests of the reports that count, by unit."""
    if not state.rounds:
        return Standing(1)
    last = state.rounds[-1]
    if files_of(last) == dict(files):
        return Standing(last.number, state.rounds[-2] if len(state.rounds) > 1 else None, last)
    return Standing(last.number + 1, last)


def files_of(kept: Round) -> dict[str, str]:
    """The digests of the reports of a round that came in then, by unit."""
    return {name: unit.entry.sha256 for name, unit in kept.units.items() if unit.entry and not unit.kept}


def kept_units(audited: Iterable[Audited], before: Round | None) -> tuple[Audited, ...]:
    """The units; one that has handed in nothing now keeps what it handed in last."""
    made = []
    for unit in audited:
        old = before.units.get(name_of(unit)) if before else None
        is_gone = unit.entry is None and not unit.filing.versions and not unit.filing.unreadable
        if old and old.entry and is_gone and unit.filing.due:
            # Only what stood open goes on; its numbers stay.
            unit = replace(old, unit=unit.unit, kept=True)  # noqa: PLW2901
        made.append(unit)
    return tuple(made)


class Numbers(Struct, frozen=True):
    """What the numbers of each unit begin with, and how many it has been given."""

    prefixes: dict[str, str]
    given: dict[str, int]


def numbered(audited: Sequence[Audited], at: Standing, settings: str) -> tuple[tuple[Audited, ...], Numbers]:
    """The units with the numbers of their items and what became of the old ones."""
    known = at.again or at.before
    numbers = Numbers(dict(known.prefixes), dict(known.given)) if known else Numbers({}, {})
    made = []
    for unit in audited:
        name = name_of(unit)
        old = at.before.units.get(name) if at.before else None
        same = at.again.units.get(name) if at.again else None
        items = _items(unit, old, same_rules=at.before is None or at.before.settings == settings)
        items = with_numbers_of(items, same.items if same else ())
        numbers.prefixes.setdefault(name, _prefix(unit, set(numbers.prefixes.values())))
        given = tuple(item if item.number else replace(item, number=_next(numbers, name)) for item in items)
        made.append(replace(unit, items=given, open_before=_standing(old)))
    return tuple(made), numbers


def _next(numbers: Numbers, name: str) -> str:
    numbers.given[name] = numbers.given.get(name, 0) + 1
    return f"{numbers.prefixes[name]}-{numbers.given[name]:03d}"


def with_decisions(audited: Sequence[Audited], decisions: Mapping[str, Decision]) -> tuple[Audited, ...]:
    """The units with what people have typed into the workbook, by the number of the item."""

    def decided(item: Item) -> Item:
        return replace(item, decision=decisions[item.number]) if item.number in decisions else item

    return tuple(replace(unit, items=tuple(map(decided, unit.items))) for unit in audited)


def with_typed(state: State, decisions: Mapping[str, Decision]) -> State:
    """The state with what people have typed since: it is about the items of the last round, as they were then."""
    if not state.rounds:
        return state
    last = state.rounds[-1]
    units = dict(zip(last.units, with_decisions(tuple(last.units.values()), decisions), strict=True))
    return replace(state, rounds=(*state.rounds[:-1], replace(last, units=units)))


def recorded(state: State, audit: Audit, numbers: Numbers) -> State:
    """The state with this round in it; a round that is made anew takes the place of its first making."""
    units = {name_of(unit): unit for unit in (*audit.units, *audit.unlisted, *filter(None, [audit.county]))}
    rounds = [kept for kept in state.rounds if kept.number < audit.round]
    current = Round(audit.round, audit.date, units, audit.settings_key, numbers.prefixes, numbers.given)
    return replace(state, year=audit.year, rounds=(*rounds, current))


def changed_units(audit: Audit, before: Round | None) -> tuple[Audited, ...]:
    """The units that have handed in something new, or of which something else is said now."""
    old = before.units if before else {}

    def said(unit: Audited | None) -> object:
        standing = [item.number for item in unit.items if not item.progress.done] if unit else None
        return unit and (unit.entry and unit.entry.sha256, unit.conclusion, standing)

    return tuple(unit for unit in audit.units if said(unit) != said(old.get(name_of(unit))))


def name_of(audited: Audited) -> str:
    """What a unit is kept under: its name; a report of no unit by its path."""
    if audited.unit is not None:
        return audited.unit.name
    return audited.entry.path if audited.entry else audited.filing.unit


def _items(unit: Audited, old: Audited | None, *, same_rules: bool) -> tuple[Item, ...]:
    if old is None:
        return tuple(replace(item, progress=Progress.NEW) for item in unit.items)
    digests = [each.entry.sha256 if each.entry else "" for each in (unit, old)]
    same_file = digests[0] == digests[1]
    mended = (not same_file or same_rules) and (unit.entry is not None or unit.filing.due)
    now = tuple(replace(item, number="") for item in unit.items if not item.progress.done)
    settled = frozenset(one.fingerprint for one in unit.settled)
    return carried_on(now, old.items, same_file=same_file, mended=mended, settled=settled)


def _standing(old: Audited | None) -> int:
    """How many items of the round before stood open."""
    return sum(item.stands for item in old.items) if old else 0


def _prefix(unit: Audited, taken: set[str]) -> str:
    """``07``; where another unit has had that number in an earlier list, the next free one."""
    if unit.unit is None:
        base = _OUTSIDE
        numbers = (f"{base}{at}" for at in range(1, len(taken) + 2))
    else:
        first = unit.unit.number
        numbers = (f"{at:02d}" for at in (first, *range(len(taken) + 1, 2 * len(taken) + 3)))
    return next(number for number in numbers if number not in taken)
