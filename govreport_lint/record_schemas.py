"""The JSON schemas of records, alike from every msgspec: the indentation of a docstring and the place of ``null``
differ from one of its versions to the next, and the schemas are published."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import msgspec

_NULL = {"type": "null"}


def record_schemas(
    records: Iterable[Any], reference: str = "#/$defs/{name}"
) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    """The schema of each record, and by name the schemas that they refer to; ``reference`` says where these stand."""
    schemas, parts = msgspec.json.schema_components(records, ref_template=reference)
    return tuple(map(_alike, schemas)), _alike(parts)


def _alike(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_alike(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _alike(value) for key, value in schema.items()}
    if isinstance(made.get("description"), str):
        made["description"] = inspect.cleandoc(made["description"])
    if isinstance(made.get("anyOf"), list):
        made["anyOf"] = sorted(made["anyOf"], key=lambda choice: choice == _NULL)
    return made
