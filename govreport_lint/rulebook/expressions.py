"""The language of the rules: equations in the official words and Python syntax.

``新收 + 上年结转 == 办理结果总计 + 结转下年度`` is parsed with ``ast``; only sums of names (``行.列``),
whole numbers and comparisons joined by ``and``/``or``/``not`` are let through, and nothing is ever evaluated
as Python. A comparison is kept as two sums, so the check, the message, the documentation and the repair read
the same thing. A name that begins with ``上年.`` means last year's report.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache

from msgspec import Struct

LAST_YEAR = "上年."
"""What the name of a cell of last year's report begins with: ``上年.结转下年度``, ``上年.行政复议.总计``."""


class Sum(Struct, frozen=True):
    """A sum of named cells: (name, factor) pairs and a constant."""

    terms: tuple[tuple[str, int], ...]
    constant: int = 0


class Comparison(Struct, frozen=True):
    """Two sums and how they must compare: ``==``, ``<=``, ``>=``, ``<``, ``>`` or ``!=``."""

    left: Sum
    operator: str
    right: Sum


class Combination(Struct, frozen=True):
    """Conditions joined by ``and`` or ``or``, or one denied by ``not``."""

    operator: str
    parts: tuple[Condition, ...]


Condition = Comparison | Combination

_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">",
}  # fmt: skip


class ExpressionError(ValueError):
    """An expression that the language does not have; says at which character (from 1), also in ``english``."""

    def __init__(self, place: int | None, zh: str, en: str, text: str) -> None:
        super().__init__(f"第 {place} 字处{zh}：{text}")
        self.place = place
        self.english = f"character {place}: {en}: {text}"


@cache
def parse(text: str) -> Condition:
    """The condition that a text states; raises ``ExpressionError``."""
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        raise ExpressionError(error.offset, "写法有误", "bad syntax", text) from error
    return _condition(tree.body, text)


def names(condition: Condition) -> tuple[str, ...]:
    """The names in a condition, each once, in their order."""
    if isinstance(condition, Comparison):
        found = [name for side in (condition.left, condition.right) for name, _ in side.terms]
    else:
        found = [name for part in condition.parts for name in names(part)]
    return tuple(dict.fromkeys(found))


def holds(condition: Condition, value: Callable[[str], int]) -> bool:
    """Whether the condition is true when ``value`` gives the number behind each name."""
    if isinstance(condition, Comparison):
        left, right = total(condition.left, value), total(condition.right, value)
        return _compare(left, condition.operator, right)
    results = [holds(part, value) for part in condition.parts]
    if condition.operator == "not":
        return not results[0]
    return all(results) if condition.operator == "and" else any(results)


def total(side: Sum, value: Callable[[str], int]) -> int:
    """The sum of one side."""
    return side.constant + sum(factor * value(name) for name, factor in side.terms)


def _compare(left: int, operator: str, right: int) -> bool:
    return {
        "==": left == right,
        "!=": left != right,
        "<=": left <= right,
        ">=": left >= right,
        "<": left < right,
        ">": left > right,
    }[operator]


def _condition(node: ast.expr, text: str) -> Condition:
    match node:
        case ast.BoolOp(op=op, values=values):
            word = "and" if isinstance(op, ast.And) else "or"
            return Combination(word, tuple(_condition(value, text) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return Combination("not", (_condition(operand, text),))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _OPERATORS:
            return Comparison(_sum(left, 1, text), _OPERATORS[type(op)], _sum(right, 1, text))
    raise ExpressionError(_place(node, text), "不是等式", "no equation", text)


def _sum(node: ast.expr, sign: int, text: str) -> Sum:
    match node:
        case ast.Name(id=name):
            return Sum(((name, sign),))
        case ast.Attribute(value=ast.Name(id=row), attr=column):
            return Sum(((f"{row}.{column}", sign),))
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="上年"), attr=row), attr=column):
            return Sum(((f"{LAST_YEAR}{row}.{column}", sign),))
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            return Sum((), sign * value)
        case ast.BinOp(left=left, op=(ast.Add() | ast.Sub()) as op, right=right):
            first = _sum(left, sign, text)
            second = _sum(right, sign if isinstance(op, ast.Add) else -sign, text)
            return Sum(first.terms + second.terms, first.constant + second.constant)
    raise ExpressionError(
        _place(node, text), "只能是行、列的名称或整数之和", "only names of rows and columns and whole numbers", text
    )


def _place(node: ast.expr, text: str) -> int:
    """The character (from 1) at which a node stands; ``ast`` counts the bytes of UTF-8."""
    line = text.strip().encode()
    return len(line[: node.col_offset].decode(errors="ignore")) + 1
