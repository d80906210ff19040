"""``--format NAME`` or ``NAME=FILE``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:
    # Before click 8.2 it has no type parameter.
    _Choice = click.Choice


class OutputChoice(_Choice):
    """The name of an output, with the file that it goes to behind ``=``."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is written; fails where the output has no such name."""
        if value.replace("，", ",").partition("=")[0].count(","):
            self.fail("几个输出请写几次：--format text --format sarif=结果.sarif（repeat the option）", param, ctx)
        name, mark, path = value.partition("=")
        return f"{super().convert(name, param, ctx)}{mark}{path}"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names of outputs; behind ``=`` the shell completes a file itself."""
        return [] if "=" in incomplete else super().shell_complete(ctx, param, incomplete)
