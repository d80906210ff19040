"""Fields of a form in a page: what stands in them is what the office filled in."""

from __future__ import annotations

from ...html.nodes import Node

FIELDS = frozenset({"input", "textarea", "select"})
_TYPED = frozenset({"", "text", "number", "tel", "date", "url", "email", "search"})


def field_text(node: Node) -> str:
    """What a field shows: a value that was typed, or the chosen option. Buttons and boxes to tick show none."""
    if node.name == "input":
        kind = (node.attribute("type") or "").strip().lower()
        return node.attribute("value") or "" if kind in _TYPED else ""
    return _text(node if node.name == "textarea" else _chosen(node))


def _chosen(select: Node) -> Node:
    """The option that is marked as chosen, else the first; one that nobody closed holds the next."""
    options: list[Node] = []
    waiting = [select]
    while waiting:
        node = waiting.pop()
        options += [node] if node.name == "option" else []
        waiting += reversed(node.children)
    chosen = (option for option in options if option.attribute("selected") is not None)
    return next(chosen, options[0] if options else select)


def _text(node: Node) -> str:
    return "".join(child.text for child in node.children)
