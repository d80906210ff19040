"""Markup that cannot be broken by text: what is not made here is escaped, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..words.printable import printable

_EMPTY = frozenset({"br", "meta", "link", "input"})


class Markup(str):
    """Text that was made by ``el`` or ``joined`` and is written as it is."""

    __slots__ = ()


Child = Markup | str | int | None
Attribute = str | int | bool | None


def el(tag: str, *children: Child, **attributes: Attribute) -> Markup:
    """An element. Texts among the children are escaped and made printable; None is nothing.

    ``class_`` and ``for_`` lose their underscore, in other names it becomes a hyphen. An attribute that is True has
    no value, one that is None or False is left out.
    """
    written = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _EMPTY:
        return Markup(f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{joined(children)}</{tag}>")


def joined(children: Iterable[Child]) -> Markup:
    """The children one after the other."""
    return Markup("".join(map(_written, children)))


def _written(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Markup) else escape(printable(str(child)), quote=False)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(printable(str(value)))}"'
