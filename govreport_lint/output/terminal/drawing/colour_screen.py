"""A terminal, drawn by rich: it knows how many colours there are, and whether colour is wanted at all."""

from __future__ import annotations

from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from .styled import Styled


class ColourScreen(Console):
    """A console that prints text as it is and leaves a closed pipe to the caller."""

    def __init__(self, stream: TextIO, width: int, *, forced: bool = False) -> None:
        terminal = True if forced else None
        colours: Literal["auto", "256"] = "256" if forced else "auto"
        super().__init__(
            file=stream,
            width=width,
            markup=False,
            highlight=False,
            emoji=False,
            force_terminal=terminal,
            color_system=colours,
            no_color=False if forced else None,
        )

    def on_broken_pipe(self) -> None:
        """Let the caller decide; rich would end the program with the status that means findings."""
        raise BrokenPipeError

    def lines(self, *lines: Styled) -> None:
        """Print lines that are broken already."""
        for line in lines:
            self.print(Text.assemble(*line.parts), soft_wrap=True)
