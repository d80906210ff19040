"""One check of some files, from the paths to the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from ...configuration.in_force import InForce
from ...configuration.linters import Linters
from ...office.conversion import Conversions
from ...output.words.printable import printable
from ...output.words.problems import Problem
from ...readers.formats import suffixes
from ...readers.opening import load
from ..console.statuses import CLEAN, FAULT
from ..options.chosen import chosen_linters
from ..paths.files import find_files
from ..paths.inputs import tell
from ..previous import Before, previous_files, read_previous
from .call import Call
from .exit_status import exit_status
from .profile import Profile
from .reading import Reading, reading
from .settled import Settled
from .writing import Writing

if TYPE_CHECKING:
    from ..mending.fixing import Fixing


class Check:
    """A check as it was asked for.

    Raises ``click.UsageError`` for options, and ``RuleError`` for a configuration or a pack, that are wrong.
    """

    def __init__(self, call: Call, force: InForce) -> None:
        self._call = call
        self._force = force
        self._said = force.configuration
        self._profile = Profile() if call.profile else None
        self._found = find_files(call.paths, suffixes(), self._said.exclude, _own_files(force))
        self._earlier = previous_files(self._said.previous)
        if self._said.strict_files:
            self._found.in_folders = frozenset()

    def run(self) -> int:
        """Check the files and write what was found; returns the exit status."""
        if self._call.list_files:
            return self._list_files()
        linters = chosen_linters(self._force, self._profile.timed if self._profile else None)
        self._say(*(f"配置 configuration：{written.path}" for written in self._force.written))
        self._say(f"规则 rules：{len(linters.usual.rules)}")
        conversions = Conversions([*self._earlier.paths, *self._found.paths], load)
        before = read_previous(self._earlier, linters.usual, conversions.modern, tell(self._said.lang))
        if self._call.diff:
            from ..mending.differing import differ

            return differ(self._call, self._found, linters, before, conversions.modern, self._said.lang)
        fixing = self._fixing(linters) if self._call.fix else None
        made = fixing.reading if fixing else self._plain(linters)
        status = self._checked(linters, made(before.last_years, conversions.modern), before, alone=fixing is not None)
        if self._profile:
            self._profile.tell()
        if fixing:
            fixing.tell()
        return FAULT if before.unread else status

    def _plain(self, linters: Linters) -> Callable[..., Reading]:
        return lambda before, convert: reading(linters, before, convert, self._call.stdin_filename)

    def _checked(self, linters: Linters, read: Reading, before: Before, *, alone: bool) -> int:
        """Check file by file and tell every output; ``alone``: by this process. The exit status of what was found."""
        settled = Settled(self._said, linters, updating=self._call.update_baseline)
        own = _own_files(self._force)
        known, call = linters.rulebook, self._call
        writing = Writing(call, self._said, known, self._found, earlier=self._earlier.paths, own=own)
        with self._fastest(read, before, alone=alone or self._profile is not None) as fastest:
            totals = writing.write(fastest, settled, self._say)
        return exit_status(totals, self._said, exit_zero=self._call.exit_zero)

    def _fastest(self, read: Reading, before: Before, *, alone: bool) -> AbstractContextManager[Reading]:
        """What reads a file: this process, or several where there is enough to do."""
        from .in_processes import in_processes, processes_for

        jobs = 1 if alone else processes_for(self._found.paths, self._said.jobs)
        if jobs < 2:
            return nullcontext(read)
        return in_processes(jobs, read, self._found, self._force, before.last_years)

    def _fixing(self, linters: Linters) -> Fixing:
        from ..mending.fixing import Fixing, fix_targets

        call = self._call
        targets = fix_targets(call.paths, call.fix_output, several=len(self._found.items) > 1, force=call.force)
        return Fixing(linters, targets, self._said.lang, name=call.stdin_filename, quiet=call.quiet)

    def _list_files(self) -> int:
        for item in self._found.items:
            if isinstance(item, Problem):
                tell(self._said.lang)(item)
            else:
                print(printable(item))
        return FAULT if len(self._found.paths) < len(self._found.items) else CLEAN

    def _say(self, *lines: str) -> None:
        """Say what is done, where that is asked for."""
        for line in lines if self._call.verbose else ():
            print(printable(line), file=sys.stderr)


def _own_files(force: InForce) -> Iterator[str]:
    """The files that a run is made of, which may lie among the reports."""
    yield from (str(written.path) for written in force.written)
    yield from force.configuration.packs
    if force.configuration.baseline:
        yield force.configuration.baseline
