"""``govreport-lint config show``: what is in force, and where each value comes from."""

from __future__ import annotations

from collections.abc import Sequence

from ..configuration.shown import shown
from ..output.words.printable import printable
from .console.statuses import CLEAN
from .options.chosen import chosen_linters
from .options.configured import configured
from .paths.destination import destination


def show(*, paths: Sequence[str], config: str | None, isolated: bool, language: str, output: str | None) -> int:
    """Write what holds for these paths; raises as a check would for what is wrong."""
    force = configured(paths, config, isolated=isolated)
    chosen_linters(force)
    with destination(output, [str(written.path) for written in force.written]) as stream:
        for line in shown(force, language):
            stream.write(f"{printable(line)}\n")
    return CLEAN
