"""The description of the interface as OpenAPI 3.1, made of the operations and of the contract's own records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....auditing.papers.data.audit_schema import audit_schema
from ....language import Text
from ....output.data.schema import contract_schema
from ....record_schemas import record_schemas
from ...audits.following import Shown
from .operation import Answer, Field, Operation
from .operations import operations

_TITLE = Text("政府信息公开年报检查", "Annual report check")
_ABOUT = Text(
    "地址里的令牌就是权限；文件检查完即删，不留存。",
    "The token in the address is the right to ask; files are deleted once they are checked.",
)
_REFUSED = Text("没有受理，原因见 error.message", "refused; error.message says why")
_PLACE = "#/components/schemas/"


def openapi(version: str, language: str = "zh") -> dict[str, Any]:
    """The whole description; addresses are told from the folder above the one that it stands in."""
    paths: dict[str, Any] = {}
    for each in operations():
        paths.setdefault(f"/{each.path}", {})[each.method] = _operation(each, language)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _TITLE.in_language(language),
            "version": version,
            "description": _ABOUT.in_language(language),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": ".."}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _operation(operation: Operation, language: str) -> dict[str, Any]:
    parameters = [_parameter(field, language) for field in operation.asked]
    if "{id}" in operation.path:
        parameters.insert(0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.title.in_language(language),
        "description": operation.about.in_language(language),
        "parameters": parameters,
        "responses": _responses(operation.answer, language),
    }
    if operation.form:
        told["requestBody"] = _body(operation.form, language)
    return told


def _parameter(field: Field, language: str) -> dict[str, Any]:
    return {
        "name": field.name,
        "in": "query",
        "description": field.about.in_language(language),
        "schema": _value(field),
    }


def _value(field: Field) -> dict[str, Any]:
    """In OpenAPI 3.1 a file is a string of bytes, which says nothing of its characters."""
    value: dict[str, Any] = {"type": "string"}
    if field.choices:
        value["enum"] = list(field.choices)
    if field.file:
        value["format"] = "binary"
    return {"type": "array", "items": value} if field.many else value


def _body(fields: Sequence[Field], language: str) -> dict[str, Any]:
    keys = {each.name: {**_value(each), "description": each.about.in_language(language)} for each in fields}
    required = [each.name for each in fields if each.required]
    schema = {"type": "object", "properties": keys, "required": required}
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


def _responses(answer: Answer, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {"description": answer.about.in_language(language)}
    if answer.media:
        told["content"] = {answer.media: {"schema": {"$ref": _PLACE + answer.schema}} if answer.schema else {}}
    refused = {"application/json": {"schema": {"$ref": f"{_PLACE}Refused"}}}
    return {
        str(answer.status): told,
        "default": {"description": _REFUSED.in_language(language), "content": refused},
    }


def _schemas() -> dict[str, Any]:
    """The records by name: those of the contract, and the few of the server itself."""
    schemas: dict[str, Any] = {}
    for name, whole in (("Results", contract_schema()), ("Audit", audit_schema())):
        parts = {**whole["$defs"], name: {key: whole[key] for key in whole if key not in ("$defs", "$schema")}}
        schemas |= {key: _moved(part) for key, part in parts.items()}
    text = {"type": "string"}
    error = {"type": "object", "properties": {"code": text, "message": text}, "required": ["code", "message"]}
    schemas["Refused"] = {"type": "object", "properties": {"error": error}, "required": ["error"]}
    schemas["Started"] = {"type": "object", "properties": {"id": text}, "required": ["id"]}
    (_, parts) = record_schemas((Shown,), f"{_PLACE}{{name}}")
    return {**schemas, "AuditState": parts.pop("Shown"), **parts}


def _moved(part: Any) -> Any:
    """A schema whose references lead to where the records stand here."""
    if isinstance(part, list):
        return [_moved(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: value.replace("#/$defs/", _PLACE) if key == "$ref" and isinstance(value, str) else _moved(value)
        for key, value in part.items()
    }
