"""Which official form a report is printed in: told by its headers, never by its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Document, Location, Paragraph, Passage, Table, join
from ...form import Form
from ...report import Printed
from .headers import GAP, Names, known_labels


class FormChoice(Struct, frozen=True):
    """The form and, for each form, the words printed in the tables that only it has."""

    form: Form
    signs: dict[str, tuple[Printed, ...]]

    @property
    def foreign(self) -> tuple[str, ...]:
        """The words printed in the tables that only other forms have."""
        return tuple(one.text for key, signs in self.signs.items() if key != self.form.key for one in signs)


def choose_form(document: Document, forms: Sequence[Form], year: int | None) -> FormChoice:
    """The form in which most blocks of the tables are printed; where no word tells, the form of the report's year.

    A block has its words in one row; in a mixture of forms three new words of one block weigh no more than one.
    """
    rows = _known_rows(document, forms)
    signs = _signs(rows, forms)
    votes = Counter(key for row in rows for key in {name.partition(" ")[0] for name in row})
    best = max(forms, key=lambda form: (votes[form.key], len(signs[form.key])))
    if not signs[best.key]:
        in_force = [form for form in forms if year is None or year >= form.first_year]
        best = max(in_force or forms, key=lambda form: form.first_year)
    return FormChoice(best, signs)


def _known_rows(document: Document, forms: Sequence[Form]) -> list[dict[str, Location]]:
    """The words of the forms in each header row (``form sign``), with their first places."""
    names: Names = tuple((f"{form.key} {sign}", sign) for form in forms for sign in form.signs)
    rows: list[dict[str, Location]] = []
    for passage in _label_texts(document):
        found: dict[str, Location] = {}
        for key, place in known_labels(passage, names):
            found.setdefault(key, place)
        rows.append(found)
    return rows


def _signs(rows: Sequence[dict[str, Location]], forms: Sequence[Form]) -> dict[str, tuple[Printed, ...]]:
    found: dict[str, Location] = {}
    for row in rows:
        found = row | found
    return {
        form.key: tuple(Printed(sign, found[key]) for sign in form.signs if (key := f"{form.key} {sign}") in found)
        for form in forms
    }


def _label_texts(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        if isinstance(block, Table):
            for index in range(len(block.rows)):
                cells = [cell.text for cell in block.cells(index) if cell.text.text.strip()]
                if cells and len(cells[0].text) > 1:
                    yield join(cells, GAP)
        elif isinstance(block, Paragraph) and "信息内容" in block.text.text:
            start = block.text.text.index("信息内容")
            yield block.text.cut(start, len(block.text.text))
