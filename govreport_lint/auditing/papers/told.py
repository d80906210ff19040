"""The words that every paper shares: what a report is called, in which form it is, which items are held against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...finding import Place, Severity
from ...form import Form
from ...output.words.places import SEPARATOR, column_words, row_words, section_words
from ...rulebook.forms import form_of_year, load_form
from ..audited import Audit, Audited, Item
from ..unit import UnitCategory

COUNTY = "县级报告"
_TOWNS = (UnitCategory.TOWNSHIP, UnitCategory.SUBDISTRICT)
_NOT_FOR_TOWNS = "第四十九条"
_SOURCES = {"report": "本报告", "previous": "上年年报", "county": COUNTY, "workbook": "汇总表"}


def called(audited: Audited) -> str:
    """The unit's name; of a report of no unit the name that is printed on it, else its file."""
    if audited.unit is not None:
        return audited.unit.name
    printed = next((name for name in audited.filing.printed if name.strip()), "")
    return printed or audited.filing.unit or (audited.entry.path if audited.entry else "（未识别单位）")


def everyone(audit: Audit) -> tuple[Audited, ...]:
    """The units, the reports of no unit, the county's own report."""
    return (*audit.units, *audit.unlisted, *((audit.county,) if audit.county else ()))


def items_of(audit: Audit) -> Iterator[tuple[Audited, Item]]:
    """Every item with its report, in the order of the units, errors first; what was mended after what is not."""
    for audited in everyone(audit):
        numbers = {item.number for item in audited.items}
        mended = [item for item in audit.mended if item.unit == called(audited) and item.number not in numbers]
        for item in sorted((*audited.items, *mended), key=lambda item: (item.progress.done, item.severity.rank)):
            yield audited, item


def standing(items: Sequence[Item], *severities: Severity) -> tuple[Item, ...]:
    """The items that are held against the unit now, of these severities: neither mended, gone nor quiet."""
    kept = (item for item in items if item.stands)
    return tuple(item for item in kept if not severities or item.severity in severities)


def form_of(audit: Audit, audited: Audited | None = None) -> Form:
    """The form of a report, of the sums, else the one of the year."""
    for key in (audited.entry.form if audited and audited.entry else "", audit.sums.form if audit.sums else ""):
        if key:
            return load_form(key)
    return form_of_year(audit.year)


def source_words(source: str) -> str:
    """相关方: the paper on the other side, or the name of a unit."""
    return _SOURCES.get(source, source)


def place_parts(form: Form, place: Place) -> tuple[str, str, str]:
    """章节/表 (表三), 行, 列 in words; empty where the place has none."""
    if place.table is None:
        return section_words(form, place.section, "zh"), "", ""
    table = next((table for table in form.tables if table.key == place.table), None)
    if table is None:
        return place.table, place.row or "", place.column or ""
    row = row_words(table, place.row, "zh") if place.row else ""
    return table.name, row, column_words(table, place.column, "zh") if place.column else ""


def place_told(audit: Audit, audited: Audited, item: Item) -> str:
    """``表三 · （七）总计 · 自然人``: the place of an item, its table by its number alone."""
    if item.place.table is None:
        return item.where.zh
    return SEPARATOR.join(part for part in place_parts(form_of(audit, audited), item.place) if part)


def basis_told(audited: Audited, item: Item) -> str:
    """依据; for a town without article 49, which sets no day for it: nobody tells it that it broke the article."""
    basis = item.basis.zh
    if audited.unit is None or audited.unit.category not in _TOWNS or _NOT_FOR_TOWNS not in basis:
        return basis
    return "；".join(part for part in basis.split("；") if _NOT_FOR_TOWNS not in part)


def listed(names: Sequence[str], most: int = 5) -> str:
    """``青山镇、白水镇 等 9 个``: the first names, and how many there are."""
    shown = "、".join(names[:most])
    return f"{shown} 等 {len(names)} 个" if len(names) > most else shown
