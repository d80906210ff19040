"""What the program prints when a shell's script asks it."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from ..console.console_encoding import use_utf8
from ..console.statuses import CLEAN, USAGE
from .offers import offers
from .shells import SHELLS, script_of
from .typed import typed

VARIABLE = "_GOVREPORT_LINT_COMPLETE"
"""``bash_complete`` asks what may come next, ``bash_source`` for the script itself."""


def answer(variables: Mapping[str, str]) -> int:
    """Print the answer, a line for each offer: its kind, its value and its help with tabs between.

    bash takes what it offers apart by itself and shows no help.
    """
    from ..commands import program

    shell, _, question = variables[VARIABLE].partition("_")
    if shell not in SHELLS or question not in ("complete", "source"):
        return USAGE
    use_utf8(sys.stdout)
    if question == "source":
        print(script_of(shell), end="")
    else:
        for offer in offers(program(), typed(variables, shell)):
            print(*offer, sep="\t")
    return CLEAN


def print_script(*, shell: str) -> int:
    """Print the script of a shell: what ``govreport-lint completion`` does."""
    use_utf8(sys.stdout)
    print(script_of(shell), end="")
    return CLEAN
