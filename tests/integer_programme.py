"""The smallest corrections of a table as an integer programme for HiGHS: another method, to hold ours against.

Each cell may go up or down by whole numbers, a switch tells whether it does, and the switches' cost is made as
small as it can be. An answer that was found is closed by a constraint, so the next one differs.
"""

from __future__ import annotations

from typing import Any

import highspy

from govreport_lint.repairing.supports import Answer
from govreport_lint.repairing.systems import System


def integer_programme(system: System, most_answers: int = 65, seconds: float = 60) -> set[Answer]:
    """Every answer of the smallest cost; values of a set of cells that may take several count once."""
    model = _Model(system, seconds)
    answers: list[Answer] = []
    while len(answers) < most_answers:
        solved = model.solve()
        if not solved:
            break
        if not answers:
            model.allow_at_most(sum(system.costs[cell] for cell, _ in solved))
        answers.append(solved)
        model.close(solved)
    return set(answers)


class _Model:
    """The programme of one system: columns 3·cell (up), 3·cell + 1 (down), 3·cell + 2 (switch)."""

    def __init__(self, system: System, seconds: float) -> None:
        self._system = system
        make: Any = highspy.Highs
        self._highs = make()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("mip_rel_gap", 0.0)
        self._seconds = seconds
        # No cell needs a larger step than all that the equations miss together: what goes beyond runs in a
        # circle through the table, and can be left out without another cell.
        step = sum(abs(equation.residual) for equation in system.equations)
        for cell, value in enumerate(system.values):
            self._cell(cell, min(value, step), step)
        for equation in system.equations:
            terms = {3 * cell: factor for cell, factor in equation.coefficients.items()}
            terms |= {3 * cell + 1: -factor for cell, factor in equation.coefficients.items()}
            self._row(equation.residual, equation.residual, terms)

    def solve(self) -> Answer:
        """The cheapest answer still open; empty where there is none."""
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + self._seconds)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return ()
        assert status == highspy.HighsModelStatus.kOptimal, status
        values = self._highs.getSolution().col_value
        cells = range(len(self._system.values))
        changes = ((cell, round(values[3 * cell] - values[3 * cell + 1])) for cell in cells)
        return tuple((cell, by) for cell, by in changes if by)

    def allow_at_most(self, cost: int) -> None:
        """Leave only answers of this cost."""
        self._row(0, cost, {3 * cell + 2: price for cell, price in enumerate(self._system.costs)})

    def close(self, answer: Answer) -> None:
        """Leave out a set of cells."""
        self._row(0, len(answer) - 1, {3 * cell + 2: 1 for cell, _ in answer})

    def _cell(self, cell: int, most_down: int, most_up: int) -> None:
        for cost, most in ((0, most_up), (0, most_down), (self._system.costs[cell], 1)):
            self._highs.addCol(cost, 0, most, 0, [], [])
        for column in range(3 * cell, 3 * cell + 3):
            self._highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        self._row(-highspy.kHighsInf, 0, {3 * cell: 1, 3 * cell + 2: -most_up})
        self._row(-highspy.kHighsInf, 0, {3 * cell + 1: 1, 3 * cell + 2: -most_down})

    def _row(self, low: float, high: float, terms: dict[int, int]) -> None:
        kept = {column: factor for column, factor in terms.items() if factor}
        self._highs.addRow(low, high, len(kept), list(kept), list(map(float, kept.values())))
