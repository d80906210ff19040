"""Whose report it is, by the names on and around it: title, signature, page, file name, folder, in this order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...checks.subject.beside import NameClash
from ...language import Text
from ..entry import Entry, NameSource, Role
from ..unit import UnitList
from .cleaning import cleaned
from .unit_names import UnitNames
from .versions import is_wanted

_SOURCES = {
    NameSource.TITLE: "标题", NameSource.SIGNATURE: "落款", NameSource.METADATA: "网页信息", NameSource.FILE: "文件名",
    NameSource.FOLDER: "文件夹",
}  # fmt: skip
_NOT_FOUND = Text(
    "{unit}：名单“采用文件”写的“{file}”，收到的文件中有 {count} 个，请写全路径",
    "{unit}: {count} of the files are the “{file}” that its list names; please give the whole path",
)
_MOST_NEAREST = 3


class Owner(Struct, frozen=True):
    """Whose report it is: the unit (None: of no one on the list), what else on it means another unit, and who may be
    meant."""

    unit: str | None
    clashes: tuple[NameClash, ...] = ()
    printed: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


class _Found(Struct, frozen=True):
    """A name that certainly means a unit."""

    source: NameSource
    printed: str
    unit: str


def owner_of(entry: Entry, names: UnitNames) -> Owner:
    """Whose report it is. The first name that certainly means a unit decides.

    A title that names an organ which is no unit's leaves the decision to the signature alone: a file may be called by
    one's own name and hold a stranger's report. A title with nothing but the county (示范县2024年…) is its
    government's, unless signature or file name another unit.
    """
    found = list(_certain(entry, names))
    first = _deciding(entry, found, names)
    if first is None:
        return Owner(None, (), _printed(entry), _nearest(entry, names))
    others = [one for one in found if one.unit != first and _contradicts(one, names)]
    return Owner(first, tuple(NameClash(first, _SOURCES[one.source], one.printed, one.unit) for one in others))


def chosen_by_hand(units: UnitList, entries: Sequence[Entry]) -> tuple[dict[str, str], tuple[Text, ...]]:
    """Whose the files of 采用文件 are, whatever stands on them; and what is told of those that are not there, or may
    be several. A file that two units claim is decided by its names."""
    paths = [entry.path for entry in entries if entry.role is Role.CURRENT]
    claims: dict[str, list[str]] = {}
    remarks = []
    for unit in (unit for unit in units.units if unit.file):
        wanted = [path for path in paths if is_wanted(path, unit.file)]
        if len(wanted) == 1:
            claims.setdefault(wanted[0], []).append(unit.name)
        elif not any("#" in path for path in wanted):
            words = {"unit": unit.name, "file": unit.file, "count": len(wanted)}
            remarks.append(_NOT_FOUND.filled(**words))
    return {path: names[0] for path, names in claims.items() if len(names) == 1}, tuple(remarks)


def owned(entries: Sequence[Entry], role: Role, names: UnitNames) -> Iterator[tuple[Entry, Owner]]:
    """The files of a role with whose they are."""
    return _without_neighbours([(entry, owner_of(entry, names)) for entry in entries if entry.role is role])


def _without_neighbours(owners: Sequence[tuple[Entry, Owner]]) -> Iterator[tuple[Entry, Owner]]:
    """The owners without clashes that are none: the name of a 合订本 is that of one of the units in it."""
    inside: dict[str, set[str]] = {}
    for entry, owner in owners:
        if "#" in entry.path and owner.unit:
            inside.setdefault(entry.path.rpartition("#")[0], set()).add(owner.unit)
    for entry, owner in owners:
        together = inside.get(entry.path.rpartition("#")[0], set()) if "#" in entry.path else set()
        clashes = tuple(clash for clash in owner.clashes if clash.other not in together)
        yield entry, Owner(owner.unit, clashes, owner.printed, owner.nearest)


def _certain(entry: Entry, names: UnitNames) -> Iterator[_Found]:
    """The names that mean a unit, the surest place first; a page that names the government only tells who publishes."""
    last = []
    for source in NameSource:
        for printed in (name.text for name in entry.names if name.source is source):
            unit = names.unit(printed, bare_place=False)
            if unit is None:
                continue
            one = _Found(source, printed, unit)
            if source is NameSource.METADATA and unit in names.publishers:
                last.append(one)
            else:
                yield one
    yield from last


def _deciding(entry: Entry, found: Sequence[_Found], names: UnitNames) -> str | None:
    titles = [
        name.text for name in entry.names if name.source is NameSource.TITLE and not names.says_nothing(name.text)
    ]
    first = found[0] if found else None
    if any(names.is_place(title) for title in titles):
        own = next((one for one in found if one.source in _OWN and one.unit not in names.publishers), None)
        return own.unit if own else names.unit(titles[0])
    if first is None or (titles and first.source not in (NameSource.TITLE, NameSource.SIGNATURE)):
        return None
    return first.unit


_OWN = (NameSource.SIGNATURE, NameSource.FILE)


def _contradicts(one: _Found, names: UnitNames) -> bool:
    """Whether a name that means another unit is told: that of the file or the page. A folder may be that of who
    collected the reports, a page that of who published them; title and signature are compared by a rule of their own.
    """
    return one.source is NameSource.FILE or (one.source is NameSource.METADATA and one.unit not in names.publishers)


def _printed(entry: Entry) -> tuple[str, ...]:
    """The names on the report and that of its file, each once: of 民政局 and 民政局2024年年报 the first."""
    found: dict[str, str] = {}
    for name in entry.names:
        if name.source is not NameSource.FOLDER:
            found.setdefault(cleaned(name.text) or name.text, name.text)
    return tuple(found.values())


def _nearest(entry: Entry, names: UnitNames) -> tuple[str, ...]:
    found = [unit for name in entry.names for unit in names.match(name.text).nearest]
    return tuple(dict.fromkeys(found))[:_MOST_NEAREST]
