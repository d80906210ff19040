"""Going through the files of a check and telling every output what was found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec.structs import replace

from ... import __version__
from ...configuration.records import Configuration
from ...language import Text
from ...output.run import Output, Run
from ...output.words.printable import printable
from ...output.words.problems import Problem, Totals
from ...result import Result
from ...rulebook.rulebook import Rulebook
from ..paths.files import STANDARD_INPUT, Found, remarks
from ..paths.inputs import each_file, tell, tell_remarks
from .call import Call
from .outputs import Wanted, on_standard_error, opened, wanted_outputs, with_statistics
from .reading import Reading
from .settled import Settled, fault_lines

_ASIDE = Text(
    "文件夹中有 {count} 个文件不是年报，没有检查",
    "{count} files in folders are no annual reports and were not checked",
)


class Writing:
    """The outputs of a check; ``earlier`` are the files of last year's reports, ``own`` those that the run is made of:
    no output may replace any of them.

    Raises ``click.UsageError`` for outputs that cannot be.
    """

    def __init__(
        self,
        call: Call,
        said: Configuration,
        rulebook: Rulebook,
        found: Found,
        *,
        earlier: Iterable[str],
        own: Iterable[str],
    ) -> None:
        self._said = said
        self._found = found
        self._inputs = [*found.paths, *earlier]
        self._kept = [*self._inputs, *own]
        self._run = Run(rulebook, said.lang, __version__, str(Path.cwd()), call.quiet, call.colour)
        self._outputs = _outputs(call, said, found)
        seen = any(one.is_seen for one in self._outputs)
        self._told = None if seen else tell(said.lang)
        self._beside = not seen and not call.quiet

    def write(self, read: Reading, settled: Settled, say: Callable[[str], None]) -> Totals:
        """Check file by file, tell every output, and keep the baseline where that is asked for; ``say`` is told of each
        file."""
        said, aside = remarks(self._found, self._said.lang), 0
        totals = Totals(passed_over=self._found.passed_over.total())
        with opened(self._outputs, self._run, self._kept) as output:
            output.start()
            for path, value in each_file(self._found, read, self._told):
                say(path)
                left = settled.apart(value)
                totals = _told(output, left, totals)
                aside += isinstance(left, Problem) and left.is_aside
                self._tell_beside(fault_lines(left, self._said.lang))
            own, faults = settled.remarks()
            said = (*said, *_aside_words(aside, self._said.lang), *own)
            totals = replace(totals, faults=totals.faults + faults)
            output.close(totals, said)
        if written := settled.write(self._inputs):
            print(printable(written), file=sys.stderr)
        self._tell_beside(said)
        return totals

    def _tell_beside(self, lines: tuple[str, ...]) -> None:
        """Say on standard error what a person does not see in an output."""
        if self._beside:
            tell_remarks(lines)


def _aside_words(count: int, language: str) -> tuple[str, ...]:
    return (_ASIDE.in_language(language).format(count=count),) if count else ()


def _outputs(call: Call, said: Configuration, found: Found) -> tuple[Wanted, ...]:
    wanted = wanted_outputs(said.format, call.output)
    if call.fix and STANDARD_INPUT in found.paths:
        wanted = on_standard_error(wanted)
    return with_statistics(wanted) if call.statistics else wanted


def _told(output: Output, value: tuple[Result, ...] | Problem, totals: Totals) -> Totals:
    """The totals with one more file, of which the output is told."""
    for one in (value,) if isinstance(value, Problem) else value:
        totals = totals.plus(one)
        output.problem(one) if isinstance(one, Problem) else output.result(one)
    return totals
