"""The JSON schema of audit.json, made of its records."""

from __future__ import annotations

from typing import Any

from ....output.data.contract import SCHEMA, FileRecord, ProblemRecord, SummaryRecord
from ....output.data.schema import closed, contract_schema
from ....record_schemas import record_schemas
from ...audited import Sums, Template
from .records import AuditRecord, UnitRecord, UnreadRecord, WorkbookRecord

_RECORDS = (
    FileRecord, ProblemRecord, SummaryRecord, AuditRecord, UnitRecord, Sums, WorkbookRecord, Template, UnreadRecord,
)  # fmt: skip


def audit_schema() -> dict[str, Any]:
    """What ``audit`` writes into audit.json: no key is ever left out, none is added."""
    records, parts = record_schemas(_RECORDS)
    file, problem, summary, audit, unit, sums, workbook, template, unread = records
    words = {"type": "array", "items": {"type": "string"}}
    keys = {
        "schema": {"const": SCHEMA},
        "audit": audit,
        "files": _list({"anyOf": [file, problem]}),
        "summary": summary,
        "units": _list(unit),
        "unlisted": _list(unit),
        "county": _or_null(unit),
        "sums": _or_null(sums),
        "workbook": _or_null(workbook),
        "templates": _list(template),
        "unread": _list(unread),
        "passed_over": {"type": "object", "additionalProperties": {"type": "integer"}},
        "remarks": words,
    }
    frame = contract_schema()
    return {
        **frame,
        "title": f"{SCHEMA} audit",
        "properties": keys,
        "required": list(keys),
        "$defs": {name: closed(part) for name, part in parts.items()},
    }


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _or_null(record: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [record, {"type": "null"}]}
