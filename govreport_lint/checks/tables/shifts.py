"""Kind ``shifted``: 错行错列, figures that stand one row or one cell away from where they belong.

Told only when it is certain enough to help: several equations fail, one move makes every equation of the
table hold and loses no figure, and no other move does so with as few cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from ...language import Text
from ...report import Figure, State
from ...rulebook.expressions import holds
from ...rulebook.kinds import Kind, RuleCode, TableKey
from ..subject.equations.instances import Instance, instances
from ..subject.equations.instances import Options as Equation
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import Cells, number, short, unread


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``equations``: the codes of the rules, of kind ``equation``, that the figures of the tables must satisfy;
    ``failing``: how many must fail at the least in a table before a move is looked for (2 unless told)."""

    equations: tuple[RuleCode, ...]
    failing: dict[TableKey, int]


class Move(Struct, frozen=True):
    """Figures read elsewhere than printed: the cells concerned, and the value of each after the move.

    ``name`` is the wording of the rule for it.
    """

    name: str
    figures: tuple[Figure, ...]
    values: tuple[int, ...]

    @property
    def changes(self) -> dict[tuple[str, str], int]:
        """The cells that change, by row and column, and their values after the move."""
        pairs = zip(self.figures, self.values, strict=True)
        return {(f.row, f.column): value for f, value in pairs if value != number(f)}


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each table that has equations, once."""
    every = [equation for code in options.equations for equation in _equation(subject, code)]
    for table in dict.fromkeys(equation.table for equation in every):
        cells = subject.cells(table)
        chosen = [equation for equation in every if equation.table == table]
        equations = [instance for equation in chosen for instance in instances(subject, equation)]
        reason = unread(cells) or _unknown(equations)
        if reason:
            yield NotAssessable(cells.place(), reason)
            continue
        equations.sort(key=lambda equation: _holds(equation, {}))
        failing = sum(not _holds(equation, {}) for equation in equations)
        moves = _explaining(cells, equations) if failing >= options.failing.get(table, 2) else []
        yield _failed(cells, moves[0], failing) if len(moves) == 1 else Passed(cells.place())


def _equation(subject: Subject, code: str) -> Iterator[Equation]:
    """The equation of another rule, where it is one."""
    options = subject.options_of(code)
    if isinstance(options, Equation):
        yield options


def _unknown(equations: Sequence[Instance]) -> Text | None:
    states = {figure.state for equation in equations for figure in equation.cells}
    if states.isdisjoint((State.MISSING, State.TEXT)):
        return None
    return Text("有单元格缺失或不是数字", "a cell is missing or not a number")


def _holds(equation: Instance, moved: dict[tuple[str, str], int]) -> bool:
    def value(name: str) -> int:
        figures = equation.figures[name]
        return sum(moved.get((figure.row, figure.column), number(figure)) for figure in figures)

    return holds(equation.condition, value)


def _explaining(cells: Cells, equations: Sequence[Instance]) -> list[Move]:
    """The moves with the fewest cells after which every equation holds; the same figures count once."""
    found: dict[tuple[tuple[tuple[str, str], int], ...], Move] = {}
    for move in _moves(cells):
        changes = move.changes
        if changes and all(_holds(equation, changes) for equation in equations):
            found.setdefault(tuple(sorted(changes.items())), move)
    fewest = min(map(len, found), default=0)
    return [move for changes, move in found.items() if len(changes) == fewest]


def _moves(cells: Cells) -> Iterator[Move]:
    rows = [cells.row(key) for key in cells.rows]
    if cells.table.across:
        yield from _shifted([figure for row in rows for figure in row])
        return
    for upper, lower in combinations(rows, 2):
        yield _exchanged("rows", upper, lower)
    columns = list(zip(*rows, strict=True))
    for left, right in combinations(columns, 2):
        yield _exchanged("columns", left, right)
    for row in rows:
        yield from _shifted(row)
    for start in range(len(rows) - 1):
        yield from _pushed(rows[start:])


def _exchanged(name: str, first: Sequence[Figure], second: Sequence[Figure]) -> Move:
    return Move(name, (*first, *second), (*map(number, second), *map(number, first)))


def _shifted(run: Sequence[Figure]) -> Iterator[Move]:
    """The run moved by one cell to either side, where the cell that leaves it holds nothing."""
    values = tuple(map(number, run))
    if values[0] == 0:
        yield Move("left", tuple(run), (*values[1:], 0))
    if values[-1] == 0:
        yield Move("right", tuple(run), (0, *values[:-1]))


def _pushed(rows: Sequence[Sequence[Figure]]) -> Iterator[Move]:
    """The rows moved by one to either side, where the row that leaves them holds nothing."""
    figures = tuple(figure for row in rows for figure in row)
    values = tuple(map(number, figures))
    width = len(rows[0])
    if not any(values[:width]):
        yield Move("up", figures, (*values[width:], *values[:width]))
    if not any(values[-width:]):
        yield Move("down", figures, (*values[-width:], *values[:-width]))


def _failed(cells: Cells, move: Move, failing: int) -> Failed:
    touched = [figure for figure in move.figures if (figure.row, figure.column) in move.changes]
    first = touched[0] if move.name in ("up", "down") else move.figures[0]
    last = move.figures[-1]
    row = first.row if move.name != "columns" and not cells.table.across else None
    column = first.column if move.name == "columns" else None
    values = cells.words(first)
    values["other_row"] = short(cells.table.row(last.row))
    values["other_column"] = short(cells.table.column(last.column))
    values["where"] = _where(cells, first)
    values["count"] = str(failing)
    return Failed(
        place=cells.place(row, column),
        location=touched[0].location,
        quote=touched[0].raw,
        values=values,
        evidence=cells.evidence(touched),
        wording=move.name,
    )


def _where(cells: Cells, first: Figure) -> Text:
    if cells.table.across:
        return Text("全行", "the row")
    row = short(cells.table.row(first.row))
    return Text(f"“{row.zh}”行", f"row “{row.en}”")


KIND = Kind(
    name="shifted",
    options=Options,
    check=check,
    says=("column", "count", "other_column", "other_row", "printed", "row", "table", "where"),
    wordings={"rows": None, "columns": None, "left": None, "right": None, "up": None, "down": None},
)
