"""The JSON schema of a pack of one's own, for editors that complete and check TOML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...record_schemas import record_schemas
from ..kinds import Kind
from ..packs import Rule, RuleText
from ..pages import OwnPage
from .codes import OWN_CODE, RULE_NAME
from .own_pack import Content

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = "一段话，或中英文各一段 { zh = …, en = … }"


def pack_schema(kinds: Mapping[str, Kind], rules: Iterable[Rule], families: Iterable[str]) -> dict[str, Any]:
    """What may stand in a pack: rules of these kinds and families, changes of these shipped rules."""
    every = list(kinds.values())
    records = (Content, RuleText, OwnPage, *(kind.options for kind in every))
    (content, text, page, *options), parts = record_schemas(records)
    parts["Text"] = {
        "description": _TEXT,
        "anyOf": [{"type": "string"}, {**parts["Text"], "additionalProperties": False}],
    }
    family = {"enum": sorted(set(families))}
    for kind, schema in zip(every, options, strict=True):
        parts[f"check.{kind.name}"] = _check(kind.name, _found(schema, parts))
        parts[f"change.{kind.name}"] = _change(_found(schema, parts))
    parts["Rule"] = _rule(_found(text, parts), _found(page, parts), family, every)
    whole = _found(content, parts)
    changed = {key: f"change.{rule.check.kind.name}" for rule in rules for key in (rule.code, rule.name)}
    properties = {
        **whole["properties"],
        "family": family,
        "rules": {"type": "array", "items": {"$ref": "#/$defs/Rule"}},
        **{part: _changes(changed) for part in ("options", "add")},
        "drop": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "array"}},
        },
    }
    return {
        "$schema": _DRAFT,
        "title": "govreport-lint pack",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": parts,
    }


def _found(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    """The schema itself, where it is only named."""
    name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    return dict(parts[name]) if name else dict(schema)


def _check(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """What ``check`` is in a rule of one kind."""
    properties = {"kind": {"const": name}, **options["properties"]}
    return {**options, "properties": properties, "required": ["kind", *options.get("required", ())]}


def _change(options: Mapping[str, Any]) -> dict[str, Any]:
    """What may be changed of the options: any of them, none has to be."""
    return {key: value for key, value in options.items() if key != "required"}


def _changes(changed: Mapping[str, str]) -> dict[str, Any]:
    properties = {key: {"$ref": f"#/$defs/{name}"} for key, name in sorted(changed.items())}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _rule(text: dict[str, Any], page: dict[str, Any], family: dict[str, Any], kinds: Iterable[Kind]) -> dict[str, Any]:
    """A rule: its words, its page, its check."""
    properties = {
        **text["properties"],
        **page["properties"],
        "code": {"type": "string", "pattern": f"^{OWN_CODE}$"},
        "name": {"type": "string", "pattern": f"^{RULE_NAME}$"},
        "family": family,
        "check": {"anyOf": [{"$ref": f"#/$defs/check.{kind.name}"} for kind in kinds]},
    }
    return {**text, "properties": properties, "required": [*text["required"], "check"], "additionalProperties": False}
