"""What a page's own style sheets say of its elements, as far as it decides what is seen: a small part of CSS.

Selectors of names, classes, ids and ``*``, of descendants and children; media rules as a wide screen takes them. A
rule with any other selector is passed over: at worst something is read that is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ...html.nodes import Node

PROPERTIES: Final = frozenset({
    "display", "visibility", "font-size", "position", "opacity", "pointer-events", "transform",
})  # fmt: skip
_HIDES = re.compile(r"none|hidden|collapse|font-size\s*:\s*[+.0]|absolute|fixed", re.IGNORECASE)
_COMPOUND = re.compile(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"[.#][\w-]+")
_STEP = re.compile(r"\s*(>)\s*|\s+")
_WIDTH = re.compile(r"(min|max)-(?:device-)?width\s*:\s*(\d+)px")
_SCREEN_WIDTH = 1280
# A page has some dozens; more is a bomb.
_MOST_RULES = 2000
_MOST_WITH_ANCESTORS = 200
_LONGEST_SELECTOR = 500
# Elements that are looked at around others, in all, before selectors with ancestors are passed over.
_MOST_LOOKS = 200_000

Declared = dict[str, tuple[str, bool]]


class Compound(NamedTuple):
    """One element of a selector: its name (empty: any), classes and id; ``child``: the element before is its parent."""

    name: str
    classes: frozenset[str]
    ids: frozenset[str]
    child: bool

    def fits(self, node: Node) -> bool:
        """Whether an element is one of those meant."""
        if self.name and self.name != node.name:
            return False
        if self.ids and self.ids != {node.attribute("id")}:
            return False
        return not self.classes or self.classes <= set((node.attribute("class") or "").split())


class Rule(NamedTuple):
    """Declarations for the elements that fit a selector, the innermost compound last."""

    selector: tuple[Compound, ...]
    specificity: tuple[int, int, int]
    declared: Declared

    @property
    def hides(self) -> bool:
        """Whether it may hide anything."""
        return any(_HIDES.search(f"{name}:{value}") for name, (value, _) in self.declared.items())


class StyleSheet:
    """The rules of a page; the later of two that weigh the same wins."""

    def __init__(self, text: str) -> None:
        rules = list(islice(_rules(text), _MOST_RULES)) if _HIDES.search(text) else []
        nested = [rule for rule in rules if len(rule.selector) > 1]
        self._rules = [rule for rule in rules if len(rule.selector) == 1] + nested[:_MOST_WITH_ANCESTORS]
        self._known: dict[tuple[str, str], list[Rule]] = {}
        self._looks = _MOST_LOOKS

    def hides(self, node: Node) -> bool:
        """Whether a rule may hide an element, as far as it alone decides that."""
        return bool(self._rules) and any(rule.hides for rule in self._about(node))

    def declared(self, node: Node, around: Sequence[Node]) -> dict[str, str]:
        """The properties of an element, its own ``style`` included; ``around`` are the elements that it stands in."""
        found: dict[str, tuple[tuple[bool, int, int, int], str]] = {}
        for rule in self._about(node):
            if self._fits(rule.selector, around):
                _take(found, rule.declared, rule.specificity)
        _take(found, declarations(node.attribute("style") or ""), (1 << 30, 0, 0))
        return {name: value for name, (_, value) in found.items()}

    def _fits(self, selector: Sequence[Compound], around: Sequence[Node]) -> bool:
        """Whether the elements around are what a selector says: without going back, as good as always."""
        if len(selector) == 1:
            return True
        self._looks -= len(around)
        if self._looks < 0:
            return False
        at = len(around)
        for wanted, inner in zip(reversed(selector[:-1]), reversed(selector), strict=False):
            at -= 1
            while at >= 0 and not wanted.fits(around[at]):
                at = -1 if inner.child else at - 1
            if at < 0:
                return False
        return True

    def _about(self, node: Node) -> list[Rule]:
        key = node.name, node.given
        if key not in self._known:
            self._known[key] = [rule for rule in self._rules if rule.selector[-1].fits(node)]
        return self._known[key]


def style_sheet(styles: Iterable[Node]) -> StyleSheet:
    """The one sheet of a page's elements ``<style>``, without those that are for paper."""
    sheets = [style for style in styles if _taken(f"@media {style.attribute('media') or ''}")]
    text = "\n".join(child.text for style in sheets for child in style.children)
    return StyleSheet(text.replace("<!--", " ").replace("-->", " "))


def declarations(text: str) -> Declared:
    """The declarations that matter, each with whether it is important."""
    declared: Declared = {}
    for part in text.split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        if name in PROPERTIES:
            value, mark, _ = value.partition("!")
            declared[name] = (value.strip().lower(), bool(mark))
    return declared


def _take(
    found: dict[str, tuple[tuple[bool, int, int, int], str]], declared: Declared, specificity: tuple[int, int, int]
) -> None:
    for name, (value, important) in declared.items():
        weight = (important, *specificity)
        if name not in found or found[name][0] <= weight:
            found[name] = (weight, value)


def _rules(text: str) -> Iterator[Rule]:
    for prelude, body in _blocks(_without_comments(text)):
        declared = declarations(body)
        if not declared:
            continue
        for written in prelude.split(","):
            selector = _selector(written.strip())
            if selector:
                ids, classes = (
                    sum(map(len, kind)) for kind in ([s.ids for s in selector], [s.classes for s in selector])
                )
                yield Rule(selector, (ids, classes, sum(bool(step.name) for step in selector)), declared)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and in each innermost pair of braces that a wide screen takes."""
    preludes: list[str] = []
    last = 0
    for brace in re.finditer(r"[{}]", text):
        between = text[last : brace.start()]
        last = brace.end()
        if brace[0] == "{":
            preludes.append(between.rpartition(";")[2].strip())
        elif preludes:
            prelude = preludes.pop()
            if not prelude.startswith("@") and all(map(_taken, preludes)):
                yield prelude, between


def _taken(prelude: str) -> bool:
    """Whether a group of rules holds on a wide screen."""
    lower = prelude.lower()
    if not lower.startswith("@media") or "not " in lower:
        return False
    if "print" in lower and "screen" not in lower:
        return False
    return all((int(width) <= _SCREEN_WIDTH) == (limit == "min") for limit, width in _WIDTH.findall(lower))


def _selector(written: str) -> tuple[Compound, ...]:
    """The compounds of a selector; none for one that is not understood."""
    steps: list[Compound] = []
    child = False
    if len(written) > _LONGEST_SELECTOR:
        return ()
    for part in _STEP.split(written):
        if part == ">":
            child = True
        elif part:
            match = _COMPOUND.fullmatch(part)
            if match is None:
                return ()
            marks = _PART.findall(match[2])
            classes, ids = (frozenset(mark[1:] for mark in marks if mark[0] == sign) for sign in ".#")
            name = "" if match[1] in (None, "*") else match[1].lower()
            steps.append(Compound(name, classes, ids, child))
            child = False
    return tuple(steps)


def _without_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("/*", at)) >= 0:
        parts.append(text[at:start])
        end = text.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(text)
    return " ".join([*parts, text[at:]])
