"""One report as fragments of markup: its title, the summary of its checks, the report itself, what was found in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ...document import Document
from ...editing.amendments import Amendment
from ...finding import Severity
from ...output.page.marks import cell_marks
from ...output.page.markup import Markup, el, joined
from ...output.page.official_tables import Sheet
from ...output.run import Run
from ...output.words.causes import remarks_of
from ...output.words.summary.whose import form_words, organ_words, year_words
from ...result import Result
from .changes import Before, changed
from .items import items
from .marking import Marking
from .paper import paper
from .pins import Pins
from .summary import summary


class Counts(Struct, frozen=True):
    """How many items of each severity: what one cause brings about is one."""

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
    document: Document,
    result: Result,
    run: Run,
    key: str,
    amended: Sequence[Amendment] = (),
    before: Before | None = None,
) -> ReportView:
    """The view of one report of a file; ``amended`` is what was changed in it, ``before`` what it was then."""
    form = run.rulebook.form(result.report.form)
    # Numbered as they are shown: the gravest first.
    remarks = list(enumerate(sorted(remarks_of(result), key=lambda remark: remark.severity.rank), 1))
    sheet = Sheet(key, result.report, form, cell_marks(result, form, remarks), run.language, named=True)
    marking = Marking(key, run.language, remarks)
    what = changed(document, result, amended, before)
    written = paper(document, sheet, marking, Pins(document, result.report, remarks, run), what)
    counts = Counter(remark.severity for _, remark in remarks)
    return ReportView(
        key,
        # Plain strings travel between processes.
        str(_title(result, run)),
        str(summary(result, counts, run, amended, what)),
        str(written.markup),
        str(items(remarks, document, result, sheet, run, written.placed, what)),
        Counts(*(counts[severity] for severity in Severity)),
    )


def _title(result: Result, run: Run) -> Markup:
    """Whose report it is, for which year, in which form."""
    report, language = result.report, run.language
    head = el("h1", organ_words(report, language), " ", el("span", year_words(report, language), class_="year"))
    return joined((head, el("p", form_words(report, language), class_="about")))
