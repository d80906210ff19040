"""One walk over the nodes of a page, in their order, which puts what is seen into blocks."""

from __future__ import annotations

import re

from ...document import Block, Image, Location
from ...html.implied_tags import BLOCKS, HEADINGS
from ...html.nodes import Node
from ...html.own_remarks import OWN_REMARKS
from ..blocks.flow import Flow, tidy
from .drawn_tables import DrawnTables
from .fields import FIELDS, field_text
from .html_table import OpenTable
from .raised import RaisedMarks
from .visibility import SEEN, Sight, Sights

# What a reader of the page does not see as its text.
_NOT_TEXT = frozenset({
    "script", "style", "nav", "button", "noscript", "template", "noembed", "noframes", "svg", "math",
    "datalist", "xml", "title",
})  # fmt: skip
# What shows something that is not text: anything may stand in it.
_PICTURES = frozenset({"img", "object", "embed", "iframe", "canvas", "video"})
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_BLOCKS = BLOCKS - _CELLS - _GROUPS - HEADINGS - {"table", "tr"}
_TAB_WITHIN = re.compile(r"\S *\t+ *\S")


class PageWalk:
    """Walks over the nodes once, in their order, and puts what it finds into the flow that is open."""

    def __init__(self, source: str, look: Sights) -> None:
        self.title: str | None = None
        self.revealed = False
        self.remarked = False
        self.hidden: list[Node] = []
        self._look = look
        self._flow = Flow()
        self._tables: list[OpenTable] = []
        self._preformatted = 0
        self._around: list[Node] = []
        self._sights = [SEEN]
        self._raised = RaisedMarks()
        self._drawn = DrawnTables(source, self._look, self._raised)

    @property
    def blocks(self) -> list[Block]:
        return self._flow.blocks

    def read(self, root: Node) -> None:
        """Read the whole tree; without recursion, a page may be nested as deep as it likes."""
        self._around.append(root)
        rests = [iter(root.children)]
        while rests:
            for node in rests[-1]:
                if not node.name:
                    self._text(node)
                elif self._enters(node):
                    self._around.append(node)
                    rests.append(iter(node.children))
                    break
            else:
                rests.pop()
                self._sights.pop()
                self._close(self._around.pop().name)
        self._flow.finish()

    def _enters(self, node: Node) -> bool:
        """Open the element; False when there is nothing to read in it."""
        name = node.name
        if name in _NOT_TEXT or self._is_our_own(node):
            self._note_title(node)
            return False
        seen = self._look.of(node, self._around, self._sights[-1])
        if seen is None:
            self.hidden.append(node)
            return False
        if name in FIELDS:
            self._field(node)
            return False
        if self._raised.holds(node, self._around):
            return False
        if self._draws(node, seen):
            return False
        self._sights.append(seen)
        if name == "br":
            self._break()
        elif name in _PICTURES and seen.seen:
            words = node.attribute("alt") or node.attribute("title") or ""
            self._flow.blocks.append(Image(Location(node.start, node.end), tidy(words)))
        elif name == "table":
            self._flow.finish()
            self._tables.append(OpenTable(node, self._flow))
        elif name in HEADINGS:
            self._flow.finish()
            self._flow.level = int(name[1])
        else:
            self._open(name, node)
        return True

    def _is_our_own(self, node: Node) -> bool:
        """Whether it is the box of remarks in a copy that the program gave back."""
        own = OWN_REMARKS in node.given and node.attribute("id") == OWN_REMARKS
        self.remarked |= own
        return own

    def _open(self, name: str, node: Node) -> None:
        table = self._tables[-1] if self._tables else None
        if name in _CELLS and table:
            table.around.finish()
            self._flow = table.open_cell(node)
        elif name == "tr" and table:
            table.open_row(node)
        elif name in _GROUPS and table:
            table.change_group()
        elif name in _BLOCKS or name in _CELLS:
            # Also a cell that has lost its table: figures must not run together.
            self._flow.finish()
            self._preformatted += name == "pre"

    def _close(self, name: str) -> None:
        table = self._tables[-1] if self._tables else None
        if name in _BLOCKS or name in HEADINGS or name in _CELLS:
            self._flow.finish()
            self._preformatted -= name == "pre"
        if name in HEADINGS:
            self._flow.level = 0
        elif table and name in _CELLS:
            self._flow = table.around
        elif table and name == "tr":
            table.close_row()
        elif table and name in _GROUPS:
            table.change_group()
        elif table and name == "table":
            self._flow.finish()
            self._tables.pop()
            self._flow.blocks += table.blocks()

    def _text(self, node: Node) -> None:
        if not self._sights[-1].seen:
            return
        text = node.text
        lines = text.split("\n") if "\n" in text and (self._preformatted or _is_pasted(text)) else ()
        if not lines:
            self._flow.add(text, node.start, node.end, bool(self._preformatted))
        for number, line in enumerate(lines):
            if number:
                self._flow.finish()
            if line:
                self._flow.add(line, node.start, node.end, True)

    def _draws(self, node: Node, seen: Sight) -> bool:
        """Put the table into the flow that an element draws; False when it draws none."""
        table = self._drawn.of(node, self._around) if seen.seen and not self._tables else None
        if table is not None:
            self._flow.finish()
            self._flow.blocks.append(table)
        return table is not None

    def _field(self, node: Node) -> None:
        """What is filled into a table or a sentence; a search box of the site stands alone."""
        if self._sights[-1].seen and (self._tables or self._flow.is_open):
            self._flow.add(field_text(node), node.start, node.end)

    def _break(self) -> None:
        """A ``<br>`` ends the line; a heading goes on."""
        if self._flow.level:
            self._flow.add(" ", 0, 0)
        else:
            self._flow.finish()

    def _note_title(self, node: Node) -> None:
        """The first title that says anything; sites paste further ones into their pages."""
        if node.name == "title" and not self.title:
            self.title = tidy("".join(child.text for child in node.children)) or None


def _is_pasted(text: str) -> bool:
    """Whether a text is a table pasted as it was: several lines with tabs inside them."""
    return "\t" in text and sum(1 for line in text.split("\n") if _TAB_WITHIN.search(line)) > 1
