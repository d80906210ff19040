"""The cells that a number in the prose means, read from a unit's figures."""

from __future__ import annotations

from collections.abc import Iterator

from ...form import Form
from ...language import Text
from ...rulebook.expressions import Comparison, parse
from ...rulebook.form_names import names_of
from ..subject.cell_values import Cell
from ..subject.table_cells import short
from .comparable_figures import Figures, Number, Why

Terms = tuple[tuple[int, Cell], ...]


def terms_of(form: Form, table: str, expression: str) -> Terms:
    """The cells of a sum (新收 + 上年结转, 行政规范性文件.本年制发); () where the form lacks one of them.

    A name without a column means the column 总计, or the only one that its row has.
    """
    condition = parse(f"{expression} == 0")
    if not isinstance(condition, Comparison):
        return ()
    found = [(factor, _cells(form, table, name)) for name, factor in condition.left.terms]
    return (
        tuple((factor, cell) for factor, cells in found for cell in cells) if all(cells for _, cells in found) else ()
    )


def _cells(form: Form, table: str, name: str) -> list[Cell]:
    own = form.table(table)
    row_name, _, column_name = name.partition(".")
    names = names_of(own)
    single = {row.key for row in own.rows if row.alone and own.members(row.alone)}
    found: list[Cell] = []
    for row in names.rows.get(row_name, ()):
        known = own.columns_of(row)
        columns = names.columns.get(column_name, ()) if column_name else ("total",) if "total" in known else known[:1]
        if row not in single or len(names.rows[row_name]) == 1:
            found += [(table, row, column) for column in columns if column in known]
    return found


def value_of(terms: Terms, figures: Figures) -> Number | Why:
    """What a unit has in these cells together."""
    total: Number = 0
    for factor, cell in terms:
        value = figures[cell]
        if isinstance(value, Why):
            return value
        total += factor * value
    return total


def terms_words(form: Form, terms: Terms) -> Text:
    """The cells in words: ``表三“新收”＋“上年结转”``."""
    table = form.table(terms[0][1][0])
    rows = list(_rows(terms))
    zh = "＋".join(f"“{short(table.row(row)).zh}”" for row in rows)
    en = " + ".join(f"“{short(table.row(row)).en}”" for row in rows)
    return Text(f"{table.name}{zh}", f"{table.name_en}, {en}")


def _rows(terms: Terms) -> Iterator[str]:
    yield from dict.fromkeys(cell[1] for _, cell in terms)
