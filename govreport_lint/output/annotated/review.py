"""What is handed back with a report: the document, its result, and the remarks on it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from ...document import Document
from ...form import Form
from ...opened import Opened
from ...result import Result
from ..words.causes import Remark, remarks_of


class Review(Struct, frozen=True, dict=True):
    """A report that was judged, as it is handed back: in the words of its form, in ``zh`` or ``en``.

    ``others`` are the results of the other reports of the same file.
    """

    opened: Opened
    result: Result
    form: Form
    language: str
    others: tuple[Result, ...] = ()

    @property
    def document(self) -> Document:
        """What was read."""
        return self.opened.document

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """One remark for each cause, in the order of the findings."""
        return tuple(remark for result in (self.result, *self.others) for remark in remarks_of(result))

    def numbered(self) -> tuple[tuple[int, Remark], ...]:
        """The remarks, counted from 1."""
        return tuple(enumerate(self.remarks, 1))
