"""One check of some files, from the paths to the exit status."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ... import __version__
from ...configuration.in_force import InForce
from ...configuration.linters import Linters
from ...configuration.records import Unused
from ...office.conversion import Conversions, Converter
from ...output.run import Output, Run
from ...output.words.printable import printable
from ...output.words.problems import SET_ASIDE, Problem, Totals
from ...readers.formats import suffixes
from ...readers.opening import load
from ...result import Result
from ..console.statuses import CLEAN, FAULT, FINDINGS
from ..options.chosen import chosen_linters
from ..paths.files import STANDARD_INPUT, find_files, remarks
from ..paths.inputs import each_file, tell, tell_remarks
from ..previous import Before, previous_files, read_previous
from .call import Call
from .exit_status import exit_status
from .outputs import on_standard_error, opened, wanted_outputs, with_statistics
from .profile import Profile
from .reading import Reading, reading
from .settled import Settled, fault_lines

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
        if self._said.strict_files:
            self._found.in_folders = frozenset()

    def run(self) -> int:
        """Check the files and write what was found; returns the exit status."""
        if self._call.list_files:
            return self._list_files()
        linters = chosen_linters(self._force, self._profile.timed if self._profile else None)
        self._say(*(f"配置 configuration：{written.path}" for written in self._force.written))
        self._say(f"规则 rules：{len(linters.usual.rules)}")
        earlier = previous_files(self._said.previous)
        conversions = Conversions([*earlier.paths, *self._found.paths], load)
        before = read_previous(earlier, linters.usual, conversions.modern, tell(self._said.lang))
        if self._call.diff:
            return self._differ(linters, before, conversions.modern)
        read = reading(linters, before.last_years, conversions.modern, self._call.stdin_filename)
        settled = Settled(self._said, linters, updating=self._call.update_baseline)
        fixing = self._fixing(linters) if self._call.fix else None
        if fixing:
            read = fixing.reading(before.last_years, conversions.modern)
        with self._reading(read, before) as fastest:
            totals = self._write(linters, fastest, earlier.paths, settled)
        if self._profile:
            self._profile.tell()
        if fixing:
            fixing.tell()
        return FAULT if before.unread else self._status(totals)

    def _status(self, totals: Totals) -> int:
        strict = self._said.unused_suppressions is Unused.ERROR
        return exit_status(totals, self._said.fail_on, exit_zero=self._call.exit_zero, strict=strict)

    def _fixing(self, linters: Linters) -> Fixing:
        from ..mending.fixing import Fixing, fix_targets

        call = self._call
        targets = fix_targets(call.paths, call.fix_output, several=len(self._found.items) > 1, force=call.force)
        return Fixing(linters, targets, self._said.lang, name=call.stdin_filename, quiet=call.quiet)

    def _differ(self, linters: Linters, before: Before, convert: Converter) -> int:
        """Show what would be mended; there is something to do: 1."""
        from ..mending.differing import difference
        from ..mending.fixing import fixed_of

        def read(path: str) -> list[str]:
            name = self._call.stdin_filename
            data, fixed = fixed_of(linters, path, name, before.last_years, convert)
            return difference(name or path, data, fixed, self._said.lang)

        status = FAULT if before.unread else CLEAN
        for _, lines in each_file(self._found, read, tell(self._said.lang)):
            if isinstance(lines, Problem):
                status = FAULT if lines.code != SET_ASIDE else status
                continue
            for line in lines:
                print(line)
            status = max(status, FINDINGS if lines else CLEAN)
        return CLEAN if self._call.exit_zero and status == FINDINGS else status

    def _list_files(self) -> int:
        for item in self._found.items:
            if isinstance(item, Problem):
                tell(self._said.lang)(item)
            else:
                print(printable(item))
        return FAULT if len(self._found.paths) < len(self._found.items) else CLEAN

    def _write(self, linters: Linters, read: Reading, earlier: list[str], settled: Settled) -> Totals:
        """Check file by file and tell every output."""
        wanted = wanted_outputs(self._said.format, self._call.output)
        if self._call.fix and STANDARD_INPUT in self._found.paths:
            wanted = on_standard_error(wanted)
        told = None if any(one.is_seen for one in wanted) else tell(self._said.lang)
        said = remarks(self._found, self._said.lang)
        run = Run(linters.rulebook, self._said.lang, __version__, str(Path.cwd()), self._call.quiet, self._call.colour)
        outputs = with_statistics(wanted) if self._call.statistics else wanted
        totals = Totals(passed_over=self._found.passed_over.total())
        with opened(outputs, run, [*self._found.paths, *earlier]) as output:
            output.start()
            for path, value in each_file(self._found, read, told):
                self._say(path)
                value = settled.apart(value)  # noqa: PLW2901
                totals = _told(output, value, totals)
                if told and not self._call.quiet:
                    tell_remarks(fault_lines(value, self._said.lang))
            own, faults = settled.remarks()
            said, totals = (*said, *own), replace(totals, faults=totals.faults + faults)
            output.close(totals, said)
        if written := settled.write([*self._found.paths, *earlier]):
            print(printable(written), file=sys.stderr)
        if told and not self._call.quiet:
            tell_remarks(said)
        return totals

    @contextmanager
    def _reading(self, own: Reading, before: Before) -> Iterator[Reading]:
        """What reads a file: this process, or several where there is enough to do."""
        from .in_processes import is_for_processes, results_of, worth

        paths = [path for path in self._found.paths if is_for_processes(path)]
        jobs = 1 if self._profile or self._call.fix else worth(self._said.jobs, len(paths), os.cpu_count() or 1)
        if jobs < 2:
            yield own
            return
        from ...auditing.running.pool import Pool

        theirs = frozenset(paths)
        with tempfile.TemporaryDirectory(prefix="govreport-lint-") as folder, Pool(jobs) as pool:
            setup = Path(folder, "setup")
            answers = results_of(pool, paths, self._found.in_folders, setup, self._force, before.last_years)
            yield lambda path: next(answers) if path in theirs else own(path)

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


def _told(output: Output, value: tuple[Result, ...] | Problem, totals: Totals) -> Totals:
    """The totals with one more file, of which the output is told."""
    for one in (value,) if isinstance(value, Problem) else value:
        totals = totals.plus(one)
        output.problem(one) if isinstance(one, Problem) else output.result(one)
    return totals
