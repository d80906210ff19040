"""The cells that a claim is held against: an expression as a number, in words and as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from ...finding import Evidence
from ...language import Text
from ...report import Figure, State
from ...rulebook.expressions import Comparison, Sum, parse
from ...told import Claim
from .table_cells import BLANK, Cells, number, short

_TOTAL = "total"
_PLUS, _MINUS, _EQUALS, _NOTHING = Text("＋", " + "), Text("－", " - "), Text("＝", " = "), Text("", "")


class CellSum(Struct, frozen=True):
    """A sum of cells: (factor, figure) pairs. Blank cells count as 0 and are told by ``blanks``."""

    cells: Cells
    terms: tuple[tuple[int, Figure], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the order of the expression."""
        return tuple(figure for _, figure in self.terms)

    @property
    def value(self) -> int:
        """The sum as printed, blanks as 0."""
        return sum(factor * number(figure) for factor, figure in self.terms)

    @property
    def value_of_parts(self) -> int | None:
        """The sum with the parts in the place of each total; None where a part is not printed."""
        total = 0
        for factor, figure in self.terms:
            if figure.column == _TOTAL:
                parts = [part for part in self.cells.row(figure.row) if part.column != _TOTAL]
                if any(part.value is None for part in parts):
                    return None
                total += factor * sum(map(number, parts))
            else:
                total += factor * number(figure)
        return total

    @property
    def least(self) -> int:
        """The sum that the printed cells make at least: a blank total is that of its parts, other blanks are 0."""
        return sum(factor * self._least(figure) for factor, figure in self.terms)

    def _least(self, figure: Figure) -> int:
        if figure.column != _TOTAL or figure.state not in BLANK:
            return number(figure)
        return sum(number(part) for part in self.cells.row(figure.row) if part.column != _TOTAL)

    @property
    def blanks(self) -> int:
        """How many of the cells are blank."""
        return sum(figure.state in BLANK for figure in self.figures)

    @property
    def unusable(self) -> bool:
        """Whether a cell is missing or not a number."""
        return any(figure.state in (State.MISSING, State.TEXT) for figure in self.figures)

    @property
    def filled(self) -> CellSum:
        """The sum without the cells that are 0 or blank; itself where every cell is."""
        terms = tuple((factor, figure) for factor, figure in self.terms if figure.value)
        return CellSum(self.cells, terms) if terms else self

    @property
    def told(self) -> CellSum:
        """The sum as a message tells it: without what adds nothing, where there is more than one cell."""
        terms = tuple((factor, figure) for factor, figure in self.terms if self._least(figure))
        return CellSum(self.cells, terms) if terms and len(self.terms) > 2 else self

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The cells as what a finding rests on."""
        return self.cells.evidence(self.figures)

    def written(self) -> Text:
        """What the table says, as half a sentence: ``表三“新收”总计(60)＋“上年结转”总计(2)＝62``."""
        return Text(self.cells.table.name + self._listed("zh"), f"{self.cells.table.name_en} has {self._listed('en')}")

    def named(self) -> Text:
        """The same, as the name of a thing."""
        return Text(self.cells.table.name + self._listed("zh"), f"{self.cells.table.name_en}, {self._listed('en')}")

    def _listed(self, language: str) -> str:
        text = ""
        for factor, figure in self.terms:
            row, column = self._names(figure, language)
            sign = (_MINUS if factor < 0 else _PLUS if text else _NOTHING).in_language(language)
            text += f"{sign}“{row}”{column}({self._printed(figure, language)})"
        return f"{text}{_EQUALS.in_language(language)}{self.least}" if len(self.terms) > 1 else text

    def _printed(self, figure: Figure, language: str) -> str:
        if figure.raw:
            return figure.raw
        least = self._least(figure)
        if least:
            return f"空，各列之和{least}" if language == "zh" else f"blank, its parts make {least}"
        return "空" if language == "zh" else "blank"

    def _names(self, figure: Figure, language: str) -> tuple[str, str]:
        row, column = self.cells.table.row(figure.row), self.cells.table.column(figure.column)
        names = short(row).in_language(language), short(column).in_language(language)
        return names if language == "zh" else (names[0], f", {names[1]} ")


def cell_sum(cells: Cells, expressions: Sequence[str], column: str = _TOTAL) -> CellSum | None:
    """The first of the expressions whose cells the form has; names without a column mean ``column``."""
    for expression in expressions:
        terms = [(factor, figure) for name, factor in _terms(expression) for figure in cells.named(name, None, column)]
        if terms:
            return CellSum(cells, tuple(terms))
    return None


def _terms(expression: str) -> tuple[tuple[str, int], ...]:
    condition = parse(f"{expression} == 0")
    left: Sum = condition.left if isinstance(condition, Comparison) else Sum(())
    return left.terms


def agrees(claim: Claim, value: int | None) -> bool:
    """Whether a claim says a value; one with bounds agrees with everything within them."""
    if value is None:
        return False
    if claim.value is not None:
        return claim.value == value
    low, high = claim.low, claim.high
    if low is None and high is None:
        return False
    return (low is None or low <= value) and (high is None or value <= high)


def sentence_sums(claims: Sequence[Claim], spoken: Sequence[Claim]) -> list[Claim]:
    """The numbers of each sentence that counts one thing twice, added up: 网上等渠道共10件，当面2件 says 12."""
    values: defaultdict[tuple[str, int | None, str], list[int | Decimal]] = defaultdict(list)
    for claim in claims:
        if claim.scope != "previous" and claim.value is not None:
            values[claim.text, claim.section, claim.subject].append(claim.value)
    first = {(claim.text, claim.section, claim.subject): claim for claim in reversed(spoken)}
    return [replace(claim, value=sum(values[key])) for key, claim in first.items() if len(values[key]) > 1]
