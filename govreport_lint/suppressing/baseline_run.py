"""A baseline through one run: what it knows is taken out of the results, what it knows in vain is counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from ..result import Result
from ..rulebook.rulebook import Rulebook
from .baseline import Baseline, Known, file_of, known_of, without_known


class Change(Struct, frozen=True):
    """A baseline as it is to be written, and how many findings came into it and went out of it."""

    baseline: Baseline
    added: int
    removed: int


class BaselineRun:
    """Takes the results one by one.

    ``base`` is the folder of the baseline, ``by`` its file as it is told, ``asked`` the codes of the rules that are
    asked in this run: of findings of others nothing is known; ``locked`` those of rules whose findings are told
    whatever is known. ``taking``: every other finding is taken up as known.
    """

    def __init__(
        self,
        baseline: Baseline,
        base: str,
        by: str,
        rulebook: Rulebook,
        asked: Collection[str],
        locked: Collection[str] = (),
        *,
        taking: bool,
    ) -> None:
        self._baseline = baseline
        self._base = base
        self._by = by
        self._rulebook = rulebook
        self._asked = frozenset(asked)
        self._locked = frozenset(locked)
        self._taking = taking
        self._found: dict[str, tuple[Known, ...]] = {}
        self._paths: set[str] = set()

    def settle(self, result: Result) -> Result:
        """The result without the findings that are known."""
        file = file_of(result, self._base)
        every = known_of(result, self._rulebook.form(result.report.form))
        found = tuple(one for one in every if one.code not in self._locked)
        self._found[file] = found
        self._paths.add(_path(file))
        known = frozenset(one.fingerprint for one in found)
        return without_known(result, known if self._taking else known & self._baseline.known(file), self._by)

    @property
    def gone(self) -> int:
        """How many findings of the files that were checked are known and no longer there."""
        return sum(1 for file, known in self._baseline.files.items() for one in known if self._is_gone(file, one))

    def change(self, exists: Callable[[str], bool]) -> Change:
        """The baseline as this run leaves it. What is known of files that were not checked stays as long as they
        exist, and so does what is known of rules that were not asked."""
        files = {file: tuple(self._kept(file, exists)) for file in self._baseline.files}
        for file, found in self._found.items():
            files[file] = tuple(sorted({*files.get(file, ()), *found}))
        made = Baseline({file: known for file, known in files.items() if known})
        before, after = _every(self._baseline), _every(made)
        return Change(made, len(after - before), len(before - after))

    def _kept(self, file: str, exists: Callable[[str], bool]) -> Iterator[Known]:
        """What stays of a file besides what was found in this run, which is told in the words of this run."""
        there = self._was_read(file) or exists(_path(file))
        for one in self._baseline.files[file]:
            if there and not self._is_gone(file, one) and not self._is_found(file, one):
                yield one

    def _is_gone(self, file: str, one: Known) -> bool:
        if one.code not in self._asked or not self._was_read(file):
            return False
        return not self._is_found(file, one)

    def _is_found(self, file: str, one: Known) -> bool:
        return any(one.fingerprint == found.fingerprint for found in self._found.get(file, ()))

    def _was_read(self, file: str) -> bool:
        """Whether a file gave a result, be it of another of its reports."""
        return file in self._found or _path(file) in self._paths


def _path(file: str) -> str:
    """The file of a report, without the number that it has in it."""
    path, mark, number = file.rpartition("#")
    return path if mark and number.isdigit() else file


def _every(baseline: Baseline) -> set[tuple[str, str]]:
    return {(file, one.fingerprint) for file, known in baseline.files.items() for one in known}
