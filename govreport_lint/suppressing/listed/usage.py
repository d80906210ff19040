"""Which entries of the list have settled nothing in a whole run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...directive import Fault, FaultKind
from ...finding import SettledBy
from ...language import Text
from ...result import Result
from .applying import fits
from .suppression import Listed


class Usage:
    """Is shown every result. ``asked`` are the codes of the rules that are asked: of others nothing can be said."""

    def __init__(self, entries: Sequence[Listed], asked: Collection[str]) -> None:
        self._entries = entries
        self._asked = frozenset(asked)
        self._meant: set[str] = set()
        self._used: set[str] = set()

    def see(self, result: Result) -> None:
        """Note which entries mean the file of a result, and which have settled something in it."""
        if not self._entries:
            return
        self._used |= {one.by for one in result.suppressed if one.means is SettledBy.LIST}
        open_rules = {one.rule for one in result.coverage.unassessed}
        for entry in self._entries:
            if entry.by in self._used or not fits(entry, result.source.path):
                continue
            if entry.codes.isdisjoint(open_rules) and not any(map(entry.means, result.findings)):
                self._meant.add(entry.by)
            else:
                # What could not be assessed may be what is meant; what stands though it is meant is told already.
                self._used.add(entry.by)

    def unused(self) -> Iterator[Fault]:
        """The entries that mean a file which was checked, and none of its findings."""
        for entry in self._entries:
            if entry.by in self._meant - self._used and entry.codes <= self._asked:
                yield Fault(FaultKind.UNUSED, _words(entry))


def _words(entry: Listed) -> Text:
    return Text(
        f"{entry.by} 中不报 {entry.written} 的说明没有用处：所指的文件中没有这个问题，请删去",
        f"{entry.by}: the entry for {entry.written} settles nothing in the files that it means; remove it",
    )
