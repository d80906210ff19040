"""Where what has no words of its own is told in the report: what is missing stands where it should be looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...document import Block, Document, Location, Table, location_of
from ...output.page.markup import Markup, el
from ...output.run import Run
from ...output.words.causes import Remark
from ...output.words.places import place_words
from ...output.words.told_findings import rule_title
from ...report import Report
from .marking import Marking, Numbered

# Blocks do not lie within each other: the one that a place begins in is among the last that begin before it.
_NEAR = 8


class Pins:
    """Finds for each item without a mark the block behind which it is told."""

    def __init__(self, document: Document, report: Report, remarks: Numbered, run: Run) -> None:
        self._report, self._remarks, self._run = report, dict(remarks), run
        self._blocks = document.blocks
        self._near: dict[tuple[int | None, ...], list[tuple[Location, int]]] = {}
        for index, block in enumerate(document.blocks):
            place = location_of(block)
            self._near.setdefault((place.page, place.paragraph, place.table), []).append((place, index))
        for some in self._near.values():
            some.sort(key=lambda one: one[0].start)
        self._form = run.rulebook.form(report.form)

    def placed(self, marking: Marking) -> dict[int, list[Markup]]:
        """The notes by the index of their block; an item that is about the whole report has none."""
        found: dict[int, list[Markup]] = {}
        for number, remark in self._remarks.items():
            if number not in marking.placed:
                index = self._index(remark)
                if index is not None:
                    found.setdefault(index, []).append(self._pin(number, remark, marking))
        return found

    def _index(self, remark: Remark) -> int | None:
        ways = (self._of_table(remark), self._of_section(remark), self._of_place(remark.location))
        return next((index for index in ways if index is not None), None)

    def _of_table(self, remark: Remark) -> int | None:
        names = {table.key: table for table in self._report.tables if table.found}
        keys = (finding.place.table for finding in remark.findings)
        table = next((names[key] for key in keys if key in names), None)
        return self._of_place(table.location, Table) if table else None

    def _of_section(self, remark: Remark) -> int | None:
        numbers = (finding.place.section for finding in remark.findings if finding.place.section)
        section = next((one for one in map(self._report.section, numbers) if one), None)
        within = section is not None and section.blocks[0] < len(self._blocks)
        return section.blocks[0] if section and within else None

    def _of_place(self, location: Location, kind: type[Block] | None = None) -> int | None:
        """The block in which a place begins."""
        if location == Location():
            return None
        near = self._near.get((location.page, location.paragraph, location.table), [])
        last = bisect_right(near, location.start, key=lambda one: one[0].start)
        for block, index in reversed(near[max(0, last - _NEAR) : last]):
            ends = location.start <= max(block.end, block.start)
            if ends and (kind is None or isinstance(self._blocks[index], kind)):
                return index
        return None

    def _pin(self, number: int, remark: Remark, marking: Marking) -> Markup:
        marks = (el("b", number), marking.said([number]), " ", *self._told(remark))
        return el("p", *marks, class_=f"pin {remark.severity}", tabindex=0, role="button",
                  data_causes=marking.named([number]))  # fmt: skip

    def _told(self, remark: Remark) -> Iterator[Markup | str]:
        """What is wrong, and where it should stand."""
        for finding in remark.findings[:1]:
            yield rule_title(self._run.rulebook, finding).in_language(self._run.language)
            yield " "
            yield el("small", place_words(self._form, finding.place, self._run.language, 60))
