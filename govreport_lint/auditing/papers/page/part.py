"""A part of the page under a heading of its own, to which the contents link."""

from __future__ import annotations

from msgspec import Struct

from ....output.page.markup import Child, Markup, el


class Part(Struct, frozen=True):
    """``key`` is its anchor; ``beside`` stands on the line of its title."""

    key: str
    title: str
    children: tuple[Child, ...]
    beside: Markup | None = None

    @property
    def markup(self) -> Markup:
        """The part as an element."""
        heading: Markup = el("h2", self.title)
        if self.beside is not None:
            heading = el("div", heading, self.beside, class_="heading")
        return el("section", heading, *self.children, id=self.key)

    @property
    def link(self) -> Markup:
        """The line of the contents."""
        return el("a", self.title, href=f"#{self.key}")
