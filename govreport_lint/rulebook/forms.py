"""The official formats, read from ``rules/forms/*.toml``."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import msgspec

from ..form import Form
from .files.resources import rules_folder, shipped_toml


@cache
def load_form(key: str) -> Form:
    """The form with a key (``2019``, ``2021``); raises ``KeyError`` for an unknown one."""
    return msgspec.convert(_data(key), Form)


@cache
def forms() -> tuple[Form, ...]:
    """All forms, the newest first."""
    keys = sorted((path.stem for path in (rules_folder() / "forms").glob("*.toml")), reverse=True)
    return tuple(load_form(key) for key in keys)


def form_of_year(year: int | None) -> Form:
    """The form that a report of a year has to use; the newest one where the year is unknown."""
    for form in forms():
        if year is None or year >= form.first_year:
            return form
    return forms()[-1]


def _data(key: str) -> dict[str, Any]:
    data = deepcopy(shipped_toml("forms", f"{key}.toml"))
    parent = data.pop("extends", None)
    if parent is None:
        return data
    inherited = _data(parent)
    inherited.pop("last_year", None)
    dropped = set(data.pop("drop_rows", ()))
    own = {table["key"]: table for table in data.pop("tables", ())}
    tables = [own.get(table["key"], table) for table in inherited["tables"]]
    for table in tables:
        table["rows"] = [row for row in table["rows"] if row["key"] not in dropped]
    return {**inherited, **data, "tables": tables}
