"""Kind ``equation``: an expression that must hold for each column, each row, or once for a table.

An equation passes if it holds with blanks as 0; it fails only if no whole numbers ≥ 0 in the blank cells
could make it hold; otherwise, and where a cell is missing or unreadable, it cannot be assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...rulebook.expressions import holds
from ...rulebook.kinds import Kind
from ..subject.equations.blanks import fillable, open_blanks
from ..subject.equations.instances import Instance, Options, instances
from ..subject.equations.unusable import unusable
from ..subject.outcome import NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import Cells, number, unread
from .equation_words import failure

__all__ = ["KIND", "Instance", "Options", "check", "fillable", "instances"]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every instance of the equation."""
    cells = subject.cells(options.table)
    for instance in instances(subject, options):
        yield _judge(cells, instance, subject.form.key)


def _judge(cells: Cells, instance: Instance, form: str) -> Outcome:
    reason = unread(cells) or unusable(cells, instance.cells)
    if reason:
        return NotAssessable(instance.place, reason)
    if holds(instance.condition, lambda name: sum(map(number, instance.figures[name]))):
        return Passed(instance.place)
    undecided = open_blanks(instance)
    return NotAssessable(instance.place, undecided) if undecided else failure(cells, instance, form)


KIND = Kind(
    name="equation",
    options=Options,
    check=check,
    says=("column", "difference", "left", "printed", "right", "row", "table"),
    wordings={"2019": None, "2021": None},
)
