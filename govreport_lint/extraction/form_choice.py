"""Which official form a report is printed in: told by its headers, never by its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..document import Document, Location, Paragraph, Passage, Table, join
from ..form import Form
from ..labels import normalise
from ..report import Printed


class FormChoice(Struct, frozen=True):
    """The form and, for each form, the words printed in the tables that only it has."""

    form: Form
    signs: dict[str, tuple[Printed, ...]]


def choose_form(document: Document, forms: Sequence[Form], year: int | None) -> FormChoice:
    """The form with most of its own words in the tables; without any, the form of the report's year."""
    signs = {form.key: _signs(document, form) for form in forms}
    best = max(forms, key=lambda form: len(signs[form.key]))
    if not signs[best.key]:
        in_force = [form for form in forms if year is None or year >= form.first_year]
        best = max(in_force or forms, key=lambda form: form.first_year)
    return FormChoice(best, signs)


def _signs(document: Document, form: Form) -> tuple[Printed, ...]:
    wanted = {normalise(sign): sign for sign in form.signs}
    found: dict[str, Printed] = {}
    for text, location in _label_texts(document):
        for word in wanted.keys() - found.keys():
            if word in text:
                found[word] = Printed(wanted[word], location)
    return tuple(found[word] for word in wanted if word in found)


def _label_texts(document: Document) -> Iterator[tuple[str, Location]]:
    for block in document.blocks:
        if isinstance(block, Table):
            for index in range(len(block.rows)):
                cells = [cell.text for cell in block.cells(index) if cell.text.text.strip()]
                if cells:
                    yield normalise("".join(cell.text for cell in cells)), cells[0].location
        elif isinstance(block, Paragraph) and "信息内容" in block.text.text:
            yield _glued_header(block.text)


def _glued_header(text: Passage) -> tuple[str, Location]:
    """A table that was glued into running text: everything from its header on."""
    start = text.text.index("信息内容")
    part = join([text.cut(start, len(text.text))])
    return normalise(part.text), part.location
