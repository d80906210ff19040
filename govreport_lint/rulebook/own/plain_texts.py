"""In a pack of one's own a text may be written once: ``title = "本县规则"`` says the same in both languages."""

from __future__ import annotations

from typing import Any

from ...language import Text
from ..option_types import choices_of, item_type, mapping_types, option_types

# No option lies so deep.
_DEEPEST = 50


def with_both_languages(value: Any, kind: Any, depth: int = 0) -> Any:
    """The value as TOML has it, each plain text that stands where a ``Text`` is wanted made one.

    ``kind`` is the type that the value is to be of; what does not fit it is left as it is, and what lies too deep.
    """
    if depth > _DEEPEST:
        return value
    if isinstance(value, str):
        return {"zh": value, "en": value} if Text in choices_of(kind) else value
    if isinstance(value, dict):
        return {name: with_both_languages(inner, _inner(kind, name), depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        item = item_type(kind)
        return [with_both_languages(inner, item, depth + 1) for inner in value]
    return value


def _inner(kind: Any, name: str) -> Any:
    """The type of what stands under a key."""
    for one in choices_of(kind):
        if name in getattr(one, "__struct_fields__", ()) and one is not Text:
            return option_types(one)[name]
    return mapping_types(kind)[1]
