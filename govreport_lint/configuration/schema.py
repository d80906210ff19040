"""The JSON schema of a configuration, made of its records: editors complete keys and mark mistakes by it."""

from __future__ import annotations

from typing import Any

from ..record_schemas import record_schemas
from .key_words import key_words
from .records import Configuration

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# The record behind each table.
_RECORDS = {"Configuration": "", "PerFile": "per_file.", "Suppression": "suppress.", "AuditSettings": "audit."}


def configuration_schema() -> dict[str, Any]:
    """The schema of govreport-lint.toml, and of [tool.govreport-lint]."""
    (reference,), parts = record_schemas((Configuration,))
    for record, prefix in _RECORDS.items():
        for key, property_ in parts[record]["properties"].items():
            words = key_words()[prefix + key]
            property_["description"] = f"{words.zh}  {words.en}"
    return {"$schema": _DRAFT, "title": "govreport-lint.toml", **reference, "$defs": parts}


def told_keys() -> list[tuple[str, Any]]:
    """Every key of the file and of its tables, with its default; ``None`` where there is none."""
    made: list[tuple[str, Any]] = []
    for key in key_words():
        table, _, name = key.rpartition(".")
        whole = Configuration() if table in ("", "audit") else None
        owner = getattr(whole, table) if table == "audit" else whole
        made.append((key, getattr(owner, name) if owner is not None else None))
    return made
