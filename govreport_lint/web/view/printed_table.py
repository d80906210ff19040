"""A table as the report prints it: its own rows, columns and words, every figure of the form with its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ...document import Cell, Location, Table
from ...language import Text
from ...output.page.marks import Spot
from ...output.page.markup import Markup, el
from ...output.page.official_tables import Sheet
from ...output.words.places import row_words, table_words
from ...report import Figure, State
from .figure_cell import figure_cell
from .marking import Marking

_OTHER = Text("其他表格", "another table")
_CUT = Text("另有 {count} 行未列出", "{count} more rows are not shown")
# Of a table that holds no figure of the form.
_MOST_ROWS = 300

Figures = Mapping[Location, Figure]


def figures_by_place(figures: Sequence[Figure]) -> Figures:
    """The figures that are printed, each by the place of its cell; none where a place holds several."""
    printed = [figure for figure in figures if figure.state is not State.MISSING]
    counted = Counter(figure.location for figure in printed)
    return {figure.location: figure for figure in printed if counted[figure.location] == 1}


def corners(table: Table) -> Iterator[Cell]:
    """Every cell once, where it begins."""
    for index, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            if (cell.row, cell.column) == (index, place):
                yield cell


class PrintedTable:
    """Writes one table; ``old`` are the figures that were changed as they were before."""

    def __init__(self, table: Table, sheet: Sheet, marking: Marking, figures: Figures, old: Mapping[Spot, str]) -> None:
        self._table, self._sheet, self._marking, self._old = table, sheet, marking, old
        self._cells = {
            id(cell): figures[cell.text.location] for cell in corners(table) if cell.text.location in figures
        }
        self._whole = marking.at(table.location)
        found = [cell for cell in corners(table) if id(cell) in self._cells]
        # The row in which the figures begin, and the column: before it the rows have their names.
        self._begins = min((cell.row for cell in found), default=0)
        self._labels = min((cell.column for cell in found), default=0)

    def markup(self) -> Markup:
        """The table under its name, where it is one of the official ones."""
        rows = self._table.rows
        most = len(rows) if self._cells else _MOST_ROWS
        body = [el("tr", *self._row(index)) for index in range(min(len(rows), most))]
        language = self._sheet.language
        cut = _CUT.filled(count=str(len(rows) - most)).in_language(language) if len(rows) > most else None
        keys = dict.fromkeys(figure.table for figure in self._cells.values())
        names = [table_words(self._sheet.form.table(key), language) for key in keys]
        inner = el("div", el("table", el("tbody", *body)), class_="scroll", tabindex=0, role="region",
                   aria_label="；".join(names) or _OTHER.in_language(language))  # fmt: skip
        foot = el("p", cut, class_="hidden-rows") if cut else None
        marks = self._on_the_whole()
        return el("figure", el("figcaption", marks) if marks else None, inner, foot,
                  class_="piece printed-table" if keys else "piece printed-table other")  # fmt: skip

    def _on_the_whole(self) -> Markup | None:
        """The numbers of what is said of the table as a whole."""
        if not self._whole:
            return None
        numbers, marking = sorted(self._whole), self._marking
        return el("span", marking.said(numbers), marking.links(numbers), class_=f"whole {marking.gravest(numbers)}",
                  tabindex=0, role="button", data_causes=marking.named(numbers))  # fmt: skip

    def _row(self, index: int) -> Iterator[Markup]:
        row = self._table.rows[index]
        first = next((place for place, cell in enumerate(row) if id(cell) in self._cells), None)
        own = [cell for place, cell in enumerate(row) if (cell.row, cell.column) == (index, place)]
        skipped: set[int] = set()
        for cell in own:
            if id(cell) in skipped:
                continue
            figure = self._cells.get(id(cell))
            if figure is not None:
                old = self._old.get(figure[:3])
                spans = _spans(cell.rowspan, cell.colspan)
                yield figure_cell(self._sheet, self._marking, figure, cell.text.text, old, spans)
                continue
            blank = _blanks_behind(cell, own, self._labels)
            skipped.update(map(id, blank))
            end = cell.column + cell.colspan + len(blank)
            yield self._other(
                cell, end - cell.column, label=first is not None and cell.column < first, last=end == first
            )

    def _other(self, cell: Cell, width: int, *, label: bool, last: bool) -> Markup:
        """A cell that is no figure: what the office calls its rows and columns, a remark, a row of its own."""
        spans = _spans(cell.rowspan, width)
        children = self._marking.words(cell.text, self._whole)
        if label:
            words = self._english(cell) if self._sheet.language == "en" and last else None
            return el("th", *children, scope="row", class_="label" if last else "group", title=words, **spans)
        head = bool(self._cells) and cell.text.text and cell.row < self._begins
        return el(
            "th" if head else "td", *children, scope="col" if head else None, class_=None if head else "own", **spans
        )

    def _english(self, label: Cell) -> str | None:
        """What a row is called in English; its label is the office's own."""
        row = self._table.rows[label.row]
        figure = next((self._cells[id(cell)] for cell in row if id(cell) in self._cells), None)
        return row_words(self._sheet.form.table(figure.table), figure.row, "en") if figure else None


def is_grid(table: Table, form: str) -> bool:
    """Whether the columns of a table are known, so that it can be printed as it stands in a file of the format
    ``form``. Where rows differ in length they are not; of Markdown the end of a row may be left out."""
    return not table.assembled and (form == "markdown" or len({len(row) for row in table.rows}) < 2)


def _spans(rows: int, columns: int) -> dict[str, int]:
    return {name: count for name, count in (("rowspan", rows), ("colspan", columns)) if count > 1}


def _blanks_behind(cell: Cell, row: Sequence[Cell], labels: int) -> list[Cell]:
    """The empty cells behind the name of a row, where the format has no merged cells: it reaches over them."""
    found: list[Cell] = []
    if not cell.text.text.strip():
        return found
    at = cell.column + cell.colspan
    for each in row:
        if each.column == at < labels and not each.text.text.strip() and (each.rowspan, each.colspan) == (1, 1):
            found.append(each)
            at += 1
    return found if cell.rowspan == 1 else []
