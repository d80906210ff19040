"""The address of a cell as Excel writes it: 表三!D7."""

from __future__ import annotations


def address(sheet: str, row: int, column: int) -> str:
    """The address of a cell; row and column count from 1. Without a sheet's name it is that of the cell alone."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet}!{letters}{row}" if sheet else f"{letters}{row}"
