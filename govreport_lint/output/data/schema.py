"""The JSON schema of the contract, made of its records."""

from __future__ import annotations

from typing import Any

from ...record_schemas import record_schemas
from .contract import SCHEMA, FileRecord, ProblemRecord, SummaryRecord

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def contract_schema() -> dict[str, Any]:
    """What ``--format json`` writes: no key is ever left out, none is added."""
    records, parts = record_schemas((FileRecord, ProblemRecord, SummaryRecord))
    file, problem, summary = records
    keys = {
        "schema": {"const": SCHEMA},
        "files": {"type": "array", "items": {"anyOf": [file, problem]}},
        "summary": summary,
    }
    return {
        "$schema": _DRAFT,
        "title": SCHEMA,
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
        "$defs": {name: closed(part) for name, part in parts.items()},
    }


def closed(part: dict[str, Any]) -> dict[str, Any]:
    """A record to which nothing may be added and from which nothing may be missing."""
    if part.get("type") != "object":
        return part
    return {**part, "required": list(part["properties"]), "additionalProperties": False}
