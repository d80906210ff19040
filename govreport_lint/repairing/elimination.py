"""A linear system reduced step by step: a cell that is free to change uses up one equation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .systems import System


class Row(NamedTuple):
    """An equation of the changes: Σ coefficient · change = residual. ``mask`` has a bit for each of its cells,
    ``helpful`` for those whose growth brings it nearer to holding."""

    coefficients: dict[int, int]
    mask: int
    helpful: int
    residual: int


class Form(NamedTuple):
    """The change of one cell in terms of others, over a common denominator:
    (constant + Σ coefficient · change) / denominator."""

    constant: int
    coefficients: dict[int, int]
    denominator: int


def rows_of(system: System) -> list[Row]:
    """The system's equations."""
    return [_row(equation.coefficients, equation.residual) for equation in system.equations]


def mask_of(cells: dict[int, int]) -> int:
    """A number with a bit for each cell."""
    mask = 0
    for cell in cells:
        mask |= 1 << cell
    return mask


def bits(mask: int) -> Iterator[int]:
    """The cells of a mask, from the lowest."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def eliminate(rows: Sequence[Row], pivot: Row, cell: int) -> list[Row]:
    """The equations that remain when ``pivot`` is kept to tell the change of ``cell``."""
    bit = 1 << cell
    return [_without(row, pivot, cell) if row.mask & bit else row for row in rows if row is not pivot]


def _without(row: Row, pivot: Row, cell: int) -> Row:
    """A multiple of the row less one of the pivot, in which the cell no longer stands."""
    mine, its = row.coefficients[cell], pivot.coefficients[cell]
    if mine % its == 0:
        mine, its = mine // its, 1
    if its == 1:
        coefficients, residual = dict(row.coefficients), row.residual - mine * pivot.residual
    else:
        coefficients = {at: its * factor for at, factor in row.coefficients.items()}
        residual = its * row.residual - mine * pivot.residual
    for at, factor in pivot.coefficients.items():
        left = coefficients.get(at, 0) - mine * factor
        if left:
            coefficients[at] = left
        else:
            del coefficients[at]
    return _row(coefficients, residual)


def _row(coefficients: dict[int, int], residual: int) -> Row:
    mask = helpful = 0
    for cell, factor in coefficients.items():
        bit = 1 << cell
        mask |= bit
        if (factor > 0) is (residual > 0):
            helpful |= bit
    return Row(coefficients, mask, helpful, residual)


def forms_of(pivots: Sequence[tuple[int, Row]]) -> dict[int, Form]:
    """The change of every pivot's cell in terms of the cells that are no pivots."""
    forms: dict[int, Form] = {}
    for cell, row in reversed(pivots):
        constant, denominator = row.residual, row.coefficients[cell]
        others = {at: -factor for at, factor in row.coefficients.items() if at != cell}
        for at in [at for at in others if at in forms]:
            factor, known = others.pop(at), forms[at]
            denominator *= known.denominator
            others = {key: value * known.denominator for key, value in others.items()}
            constant = constant * known.denominator + factor * known.constant
            for key, value in known.coefficients.items():
                others[key] = others.get(key, 0) + factor * value
        sign = -1 if denominator < 0 else 1
        kept = {key: sign * value for key, value in others.items() if value}
        forms[cell] = Form(sign * constant, kept, sign * denominator)
    return forms
