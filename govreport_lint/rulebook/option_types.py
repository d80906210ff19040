"""The types of the options of a kind, taken apart: what each text names, what lists and mappings are made of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from .kinds import Names


@cache
def option_types(record: Any) -> dict[str, Any]:
    """The type of each option of a record."""
    return get_type_hints(record, include_extras=True)


def choices_of(kind: Any) -> tuple[Any, ...]:
    """The types that a value may be of: those of a union, or the one."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def meaning_of(kind: Any) -> Names | None:
    """What a text of this type names; None for one that names nothing."""
    for choice in choices_of(kind):
        if get_origin(choice) is Annotated:
            for meta in choice.__metadata__:
                if isinstance(meta, Meta) and meta.extra:
                    return Names(meta.extra["names"])
    return None


def item_type(kind: Any) -> Any:
    """The type of the items of a list."""
    return next((get_args(choice)[0] for choice in choices_of(kind) if get_origin(choice) is tuple), None)


def mapping_types(kind: Any) -> tuple[Any, Any]:
    """The types of the keys and of the values of a mapping."""
    found = [get_args(choice) for choice in choices_of(kind) if get_origin(choice) in (dict, Mapping)]
    return (found[0][0], found[0][1]) if found else (None, None)
