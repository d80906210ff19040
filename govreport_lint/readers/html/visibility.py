"""What of a page is seen: by its attributes, its own style sheets, and the marks of what only lies over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...html.nodes import Node
from .style_sheet import StyleSheet

# Before an element is looked at closely: most have nothing of the kind.
_MAY_HIDE = re.compile(
    r"hid|none|visib|collapse|font-size\s*:\s*[+.0]|absolute|water|shuiyin|mask_div|DTFC|fixed|line-through|&",
    re.IGNORECASE,
)
_STRUCK = frozenset({"del", "s", "strike"})
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_COLLAPSING = frozenset({"tr", "tbody", "thead", "tfoot"})
_ZERO = re.compile(r"[+-]?0*\.?0+(?![.\d])")
# A size that does not depend on that of the element around.
_OWN_SIZE = re.compile(r"[\d.]+\s*(?:px|pt|rem|pc|cm|mm|in|vw|vh)\b|[\w-]*(?:small|medium|large)")
_WATERMARK = re.compile(r"water-?_?mark|shuiyin|mask_div", re.IGNORECASE)
# A copy of a table that libraries for tables lay over it, so that its first columns or its head stay in sight.
_OVERLAY = re.compile(
    r"DTFC_(?:Left|Right)|DTFC_Cloned|\bfixed-table-header\b|\bfixed-columns(?:-right)?\b|\bfixedHeader-|el-table__fixed"
    r"|ant-table-fixed-(?:left|right)|layui-table-fixed|vxe-table--fixed", re.IGNORECASE
)  # fmt: skip
_FAINT = re.compile(r"0?\.[0-5]|0$|[0-5]?\d%")


class Sight(NamedTuple):
    """How the text of an element is seen; the elements in it take it over."""

    visible: bool = True
    sized: bool = True

    @property
    def seen(self) -> bool:
        """Whether its text is there for the eye."""
        return self.visible and self.sized


SEEN = Sight()


class Sights:
    """Tells how the elements of one page are seen; ``revealed`` are those (by ``id``) that are in any case."""

    def __init__(self, sheet: StyleSheet, revealed: frozenset[int] = frozenset()) -> None:
        self._sheet = sheet
        self._revealed = revealed
        self._ordinary: dict[tuple[str, str], bool] = {}

    def of(self, node: Node, around: Sequence[Node], before: Sight) -> Sight | None:
        """How an element is seen that stands in others, of which the innermost has ``before``; None: not at all."""
        if before is SEEN and (self._is_ordinary(node) or id(node) in self._revealed):
            return before
        if node.name in _STRUCK or node.attribute("hidden") is not None or _is_overlay(node):
            return None
        declared = self._sheet.declared(node, around)
        if declared.get("display", "").startswith("none") or _is_watermark(declared):
            return None
        visibility = declared.get("visibility", "")
        if visibility == "collapse" and node.name in _COLLAPSING:
            return None
        return _changed(before, visibility, declared.get("font-size", ""))

    def _is_ordinary(self, node: Node) -> bool:
        """Whether nothing about an element hides it, as most are: asked once for all that are alike."""
        key = node.name, node.given
        if key not in self._ordinary:
            hiding = node.name in _STRUCK or _MAY_HIDE.search(node.given) or self._sheet.hides(node)
            self._ordinary[key] = not hiding
        return self._ordinary[key]


def _is_overlay(node: Node) -> bool:
    """Whether an element is a watermark, a struck-out text or a copy that lies over the table itself, by its name."""
    kind = f"{node.attribute('class') or ''} {node.attribute('id') or ''}"
    if _WATERMARK.search(kind) or _OVERLAY.search(kind):
        return True
    return bool(_LINE_THROUGH.search(node.attribute("style") or ""))


def _is_watermark(declared: dict[str, str]) -> bool:
    """Whether an element lies over the page and lets it shine through, or lies across it."""
    if declared.get("position") not in ("absolute", "fixed"):
        return False
    faint = bool(_FAINT.match(declared.get("opacity", "")))
    return faint or declared.get("pointer-events") == "none" or "rotate" in declared.get("transform", "")


def _changed(before: Sight, visibility: str, size: str) -> Sight:
    visible = before.visible
    if visibility in ("hidden", "collapse", "visible"):
        visible = visibility == "visible"
    sized = before.sized
    if _ZERO.match(size):
        sized = False
    elif _OWN_SIZE.match(size):
        sized = True
    return SEEN if visible and sized else Sight(visible, sized)
