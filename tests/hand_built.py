"""Reports put together by hand: only the figures that a test is about, everything else 0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from judging import judge_report

from govreport_lint.cells import read_cell
from govreport_lint.document import Document, Location, Paragraph, Passage, Run
from govreport_lint.engine.judging import Judged
from govreport_lint.form import TableForm
from govreport_lint.report import Figure, Printed, Report, State, TableReading, TableRow, UnitKind
from govreport_lint.rulebook.forms import load_form

Cells = Mapping[str, str]
SINGLE = ("other_not_corrected", "other_fee_unpaid", "other_other")


def table_figures(table: TableForm, printed: Cells, rows: tuple[str, ...] | None = None) -> Iterator[Figure]:
    """A figure for each cell of the rows; ``printed`` gives a row's cells as text, ``|`` between them."""
    standard = tuple(row.key for row in table.rows if not (row.alone and table.members(row.alone)))
    for place, key in enumerate(rows or standard):
        columns = table.columns_of(key)
        cells = printed[key].split("|") if key in printed else ["0"] * len(columns)
        for column, cell in zip(columns, cells, strict=True):
            raw = cell.strip()
            at = Location(start=1000 * place + 10 * columns.index(column))
            if raw == "missing":
                yield Figure(table.key, key, column, None, "", State.MISSING, at)
                continue
            state, value = read_cell(raw, table.column(column).type)
            yield Figure(table.key, key, column, value, raw, state, at)


def table_reading(table: TableForm, figures: list[Figure]) -> TableReading:
    """The reading of a table whose rows are printed as the form has them."""
    keys = dict.fromkeys(figure.row for figure in figures if figure.state is not State.MISSING)
    rows = tuple(TableRow(key, Printed(table.row(key).label, Location()), True, ()) for key in keys)
    return TableReading(key=table.key, location=Location(), found=True, section=table.section, rows=rows)


def build(
    *,
    form: str = "2021",
    kind: UnitKind = UnitKind.TOWNSHIP,
    organ: str | None = "示例县示范镇人民政府",
    single: bool = False,
    readings: Mapping[str, TableReading] | None = None,
    **printed: Cells,
) -> Report:
    """A report with the figures ``disclosure``, ``applications``, ``remedies``.

    ``single``: one row for （六）其他处理.
    """
    figures: list[Figure] = []
    tables: list[TableReading] = []
    for table in load_form(form).tables:
        rows = None
        if single and table.key == "applications":
            rows = tuple(row.key for row in table.rows if row.key not in SINGLE)
        own = list(table_figures(table, printed.get(table.key, {}), rows))
        reading = (readings or {}).get(table.key) or table_reading(table, own)
        tables.append(reading)
        figures += own if reading.found else []
    return Report(
        name="hand-built",
        organ=organ,
        kind=kind,
        year=2024,
        form=form,
        title=None,
        signature=None,
        sections=(),
        preamble=(),
        tables=tuple(tables),
        figures=tuple(figures),
        claims=(),
        dates=(),
        form_signs={},
    )


def judged(report: Report, *codes: str, text: str = "") -> Judged:
    """What the rules with these code prefixes say of a report whose document has this text besides."""
    blocks = (Paragraph(Passage(text, (Run(0, Location()),))),) if text else ()
    return judge_report(report, *codes, document=Document("hand-built", "text", text, blocks))


def said(report: Report, *codes: str, text: str = "") -> list[tuple[str, str | None, str | None]]:
    """Code, row and column of every finding."""
    return [(f.code, f.place.row, f.place.column) for f in judged(report, *codes, text=text).findings]
