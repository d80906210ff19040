"""What an output is told of the run in tests, and what it writes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from govreport_lint.output.formats import output_format
from govreport_lint.output.run import Run
from govreport_lint.output.words.problems import Problem, Totals
from govreport_lint.result import Result
from govreport_lint.shipped import shipped_rulebook


def run(language: str = "zh", base: str = "/") -> Run:
    """A run of the program from the root of the disk, or from the folder ``base``."""
    return Run(shipped_rulebook(), language, "0", base)


def written(
    name: str, *values: Result | Problem, language: str = "zh", base: str = "/", remarks: Sequence[str] = ()
) -> bytes:
    """The bytes that an output makes of results and of files without one, as a file would hold them."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, "utf-8", errors="replace", newline="\n")
    output, totals = output_format(name).open(stream, run(language, base)), Totals()
    output.start()
    for value in values:
        totals = totals.plus(value)
        output.problem(value) if isinstance(value, Problem) else output.result(value)
    output.close(totals, tuple(remarks))
    stream.flush()
    return data.getvalue()


def written_text(
    name: str, *values: Result | Problem, language: str = "zh", base: str = "/", remarks: Sequence[str] = ()
) -> str:
    """The same as text."""
    return written(name, *values, language=language, base=base, remarks=remarks).decode("utf-8")
