"""``govreport-lint PATH…``: check reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ... import __version__
from ...finding import Severity
from ...office.conversion import Conversions
from ...output.formats import output_format
from ...output.run import Run
from ...output.words.problems import Problem, Totals
from ...readers.formats import suffixes
from ...readers.opening import load
from ...result import Result
from ..console.statuses import CLEAN, FAULT, FINDINGS
from ..options.chosen import chosen_linter
from ..paths.destination import destination
from ..paths.files import STANDARD_INPUT, find_files, remarks
from ..paths.inputs import each_file, seen_already, standard_input, tell, tell_remarks
from ..previous import previous_files, read_previous


def check(
    *,
    paths: Sequence[str],
    form: str,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    language: str,
    output: str | None,
    previous: str | None = None,
) -> int:
    """Check the reports and write what was found; returns the exit status."""
    linter = chosen_linter(select, ignore, previous)

    found, earlier = find_files(paths, suffixes()), previous_files(previous)
    conversions = Conversions([*earlier.paths, *found.paths], load)
    before = read_previous(earlier, linter, conversions.modern, tell(language))

    def work(path: str) -> tuple[Result, ...]:
        data = standard_input() if path == STANDARD_INPUT else load(path)
        return linter.check_each(linter.open(data, path, conversions.modern).document, before.last_years)

    said, chosen = remarks(found, language), output_format(form)
    told = tell(language) if chosen.machine or not seen_already(output) else None
    with destination(output, [*found.paths, *earlier.paths], machine=chosen.machine) as stream:
        writer = chosen.open(stream, Run(linter.rulebook, language, __version__, str(Path.cwd())))
        writer.start()
        totals = Totals(passed_over=found.passed_over.total())
        for _, value in each_file(found, work, told):
            for one in (value,) if isinstance(value, Problem) else value:
                totals = totals.plus(one)
                writer.problem(one) if isinstance(one, Problem) else writer.result(one)
        writer.close(totals, said)
    if told:
        tell_remarks(said)
    return FAULT if before.unread else exit_status(totals, fail_on)


def exit_status(totals: Totals, fail_on: str) -> int:
    """0, 1 or 3; 3 wins over 1."""
    if totals.problems:
        return FAULT
    if fail_on == "never":
        return CLEAN
    counts = {Severity.ERROR: totals.error, Severity.WARNING: totals.warning, Severity.INFO: totals.info}
    limit = Severity(fail_on).rank
    return FINDINGS if any(counts[severity] for severity in Severity if severity.rank <= limit) else CLEAN
