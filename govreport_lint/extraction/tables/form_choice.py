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
    signs = _signs(document, forms)
    votes = _votes(document, forms)
    best = max(forms, key=lambda form: (votes[form.key], len(signs[form.key])))
    if not signs[best.key]:
        in_force = [form for form in forms if year is None or year >= form.first_year]
        best = max(in_force or forms, key=lambda form: form.first_year)
    return FormChoice(best, signs)


def _votes(document: Document, forms: Sequence[Form]) -> Counter[str]:
    """How many header rows are printed in words of each form."""
    names = _names(forms)
    votes: Counter[str] = Counter()
    for passage in _label_texts(document):
        votes.update({key.partition(" ")[0] for key, _ in known_labels(passage, names)})
    return votes


def _names(forms: Sequence[Form]) -> Names:
    return tuple((f"{form.key} {sign}", sign) for form in forms for sign in form.signs)


def _signs(document: Document, forms: Sequence[Form]) -> dict[str, tuple[Printed, ...]]:
    names = _names(forms)
    found: dict[str, Location] = {}
    for passage in _label_texts(document):
        for key, place in known_labels(passage, names):
            found.setdefault(key, place)
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
