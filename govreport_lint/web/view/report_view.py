"""One report as fragments of markup: its title, the summary of its checks, the report itself, what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...document import Document
from ...editing.amendments import Amendment
from ...finding import Severity
from ...output.page.marks import cell_marks
from ...output.page.official_tables import Sheet
from ...output.run import Run
from ...output.words.causes import remarks_of
from ...output.words.summary.counted import counts_of
from ...result import Result
from .items import items
from .paper import paper
from .summary import summary
from .title import title


class Counts(Struct, frozen=True):
    """How many findings of each severity."""

    error: int
    warning: int
    info: int


class ReportView(Struct, frozen=True):
    """``key`` begins the anchors of the fragments; the others are markup."""

    key: str
    title: str
    summary: str
    report: str
    items: str
    counts: Counts


def report_view(
    document: Document, result: Result, run: Run, key: str, amended: Sequence[Amendment] = ()
) -> ReportView:
    """The view of one report of a file; ``amended`` is what was changed in it."""
    form = run.rulebook.form(result.report.form)
    # Numbered as they are shown: the gravest first.
    remarks = list(enumerate(sorted(remarks_of(result), key=lambda remark: remark.severity.rank), 1))
    sheet = Sheet(key, result.report, form, cell_marks(result, form, remarks), run.language, named=True)
    counts = counts_of(result.findings)
    return ReportView(
        key,
        # Plain strings travel between processes.
        str(title(result, run)),
        str(summary(result, form, run, amended)),
        str(paper(document, sheet, remarks)),
        str(items(remarks, document, result, sheet, run)),
        Counts(*(counts[severity] for severity in Severity)),
    )
